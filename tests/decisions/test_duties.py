"""With whom, after hearing whom, and for whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Reading

Read = Callable[[str], Reading]
HEAD = "# Uppdrag till Trafikverket\n\nRegeringen uppdrar åt Trafikverket att bygga. "


@pytest.mark.parametrize(
    ("text", "cooperates", "consults", "groups"),
    [
        ("Trafikverket ska samverka med Boverket och berörda kommuner.", ["Boverket"], [], ["berörda kommuner"]),
        ("Arbetet ska ske i nära samarbete med SGU.", ["Sveriges geologiska undersökning"], [], []),
        ("Uppdraget ska genomföras tillsammans med Region Skåne.", ["Region Skåne"], [], []),
        ("Trafikverket ska samråda med Sametinget och näringslivet.", [], ["Sametinget"], ["näringslivet"]),
        ("Trafikverket ska hämta relevant kunskap från Boverket.", [], ["Boverket"], []),
        ("Regeringen uppdrar åt Trafikverket att med Boverket bygga broar.", ["Boverket"], [], []),
        ("Synpunkter ska inhämtas från Svenskt Näringsliv.", [], ["Svenskt Näringsliv"], []),
        ("Trafikverket ska föra dialog med Luleå och Bodens kommuner.", [], ["Luleå kommun", "Bodens kommun"], []),
        (
            "Trafikverket ska samverka med andra myndigheter, såsom Skogsstyrelsen och Boverkets råd för trä.",
            ["Skogsstyrelsen"],
            [],
            ["andra myndigheter"],
        ),
        (
            "Trafikverket ska samråda med Boverket, Nationella kompetensteamet och Skogsstyrelsen.",
            [],
            ["Boverket", "Skogsstyrelsen"],
            [],
        ),
        (
            "Trafikverket ska samverka med de aktörer som är relevanta för frågan, framför allt Boverket.",
            ["Boverket"],
            [],
            ["de aktörer"],
        ),
        (
            "Samråd i frågan ska ske med bland annat Boverket och berörda biobanker.",
            [],
            ["Boverket"],
            ["berörda biobanker"],
        ),
        (
            "Trafikverket ska i dialog med Boverket och efter samråd med Sametinget bygga.",
            [],
            ["Boverket", "Sametinget"],
            [],
        ),
        ("Trafikverket ska samverka med de statliga bolagen Prevent och Sveaskog.", ["Prevent", "Sveaskog"], [], []),
        (
            "Berörda kommuner och Boverket ska ges tillfälle att lämna synpunkter.",
            [],
            ["Boverket"],
            ["Berörda kommuner"],
        ),
        ("Vidare ska Sametinget höras.", [], ["Sametinget"], []),
        ("Boverket ska beredas möjlighet att yttra sig.", [], ["Boverket"], []),
        ("Trafikverket ska ha en löpande kontakt med Boverket.", [], ["Boverket"], []),
        ("Trafikverket ska rådfråga Boverket.", [], ["Boverket"], []),
        ("De ska tillsammans med Boverket genomföra kurser i Malmö och Umeå kommuner.", ["Boverket"], [], []),
        ("De ska samverka sinsemellan och med Boverket.", ["Boverket"], [], []),
        ("Kunskap ska inhämtas från nationella centrumet i Region Skåne.", [], ["Region Skåne"], []),
        ("Trafikverket ska belysa behoven efter att ha hört Sametinget.", [], ["Sametinget"], []),
        ("Trafikverket ska analysera hur kommunernas samverkan med Polismyndigheten fungerar.", [], [], []),
    ],
)
def test_duties_by_their_words(
    read: Read, text: str, cooperates: list[str], consults: list[str], groups: list[str]
) -> None:
    reading = read(HEAD + text)
    assert (list(reading.cooperates_with), list(reading.consults), list(reading.groups)) == (
        cooperates,
        consults,
        groups,
    )


@pytest.mark.parametrize(
    ("text", "receivers"),
    [
        (
            "Uppdraget ska redovisas till Regeringskansliet (Finansdepartementet) senast den 1 mars 2024.",
            ["Finansdepartementet"],
        ),
        ("Uppdraget ska redovisas till regeringen senast den 1 mars 2024.", ["Regeringskansliet"]),
        (
            "Verket ska hålla Regeringskansliet (Miljö- och energidepartementet och Näringsdepartementet) informerat.",
            ["Miljö- och energidepartementet", "Näringsdepartementet"],
        ),
        (
            "Uppdraget redovisas till Kulturdepartementet med kopia till Socialdepartementet.",
            ["Kulturdepartementet", "Socialdepartementet"],
        ),
        ("En rapport ska lämnas till Statskontoret senast den 1 mars 2024.", ["Statskontoret"]),
        ("Verket ska hålla Statskontoret underrättat.", ["Statskontoret"]),
        ("Verket ska till Statskontoret rapportera arbetet senast den 1 mars 2024.", ["Statskontoret"]),
        ("Finansdepartementet ska få en kopia av rapporten.", ["Finansdepartementet"]),
        ("Statskontoret och Boverket ska hållas informerade om arbetet.", ["Statskontoret", "Boverket"]),
        ("Uppdraget ska redovisas senast den 1 mars 2024.", []),
        ("Medlen ska återbetalas till Kammarkollegiet senast den 1 mars 2024.", []),
    ],
)
def test_to_whom_it_is_reported(read: Read, text: str, receivers: list[str]) -> None:
    assert list(read(HEAD + text).reports_to) == receivers
