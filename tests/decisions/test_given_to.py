"""Who is given the mandate, in the ways that decisions say it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Regeringen uppdrar åt Trafikverket att utreda frågan.", ["Trafikverket"]),
        ("Regeringen ger Boverket och Lantmäteriet i uppdrag att utreda frågan.", ["Boverket", "Lantmäteriet"]),
        ("Skolverket får i uppdrag att utreda frågan.", ["Statens skolverk"]),
        ("Regeringen har gett MSB i uppdrag att öva.", ["Myndigheten för samhällsskydd och beredskap"]),
        (
            "Regeringen uppdrar åt länsstyrelserna i Skåne och Hallands län att utreda frågan.",
            ["Länsstyrelsen i Skåne län", "Länsstyrelsen i Hallands län"],
        ),
        (
            "Regeringen förlänger Ungdomsstyrelsens uppdrag att utreda frågan.",
            ["Myndigheten för ungdoms- och civilsamhällesfrågor"],
        ),
        ("Regeringen medger Luftfartsverket förlängd tid för uppdraget.", ["Luftfartsverket"]),
        ("En särskild utredare ska se över ansvaret.", ["särskild utredare"]),
        (
            "Regeringen ger Kungl. Tekniska högskolan, Umeå universitet och Högskolan i Gävle i uppdrag att utbilda.",
            ["Kungl. Tekniska högskolan", "Umeå universitet", "Högskolan i Gävle"],
        ),
        ("Regeringen uppdrar åt generaldirektören Anna Ek Sund att som samordnare leda arbetet.", ["samordnare"]),
        ("Regeringen uppdrar åt Kunskapsrådet för glesbygd (Kfg) att leda arbetet.", ["Kunskapsrådet för glesbygd"]),
        ("Regeringen uppdrar åt länsstyrelserna att utreda frågan.", []),
        ("Vidare ger regeringen i uppdrag åt Boverket att utreda frågan.", ["Boverket"]),
        ("Regeringen beslutar att Boverket under 2015 får i uppdrag att utreda frågan.", ["Boverket"]),
        (
            "Regeringen beslutar om uppdrag till Boverket, till Lantmäteriet och länsstyrelserna.",
            ["Boverket", "Lantmäteriet"],
        ),
        ("Centrum för lättläst tilldelas 2 000 000 kronor för insatser.", ["Centrum för lättläst"]),
        ("Regeringen beslutar att Boverkets uppdrag i Kiruna kommun ska upphöra.", ["Boverket"]),
        ("Regeringen beslutar att utse en samordnare för omställningen.", ["samordnare"]),
        ("Regeringen kommer att ge Boverket i uppdrag att sammanställa underlagen.", []),
        ("Regeringen uppdrar åt myndigheterna i bilagan att öva. Statskontoret ska följa arbetet.", []),
    ],
)
def test_who_is_named(read: Read, text: str, given: list[str]) -> None:
    assert list(read(f"# Fråga om ett ärende\n\n{text}").given_to) == given


def test_a_group_is_no_actor(read: Read) -> None:
    reading = read("# Uppdrag om tillsyn\n\nRegeringen uppdrar åt länsstyrelserna att utreda frågan.")
    assert (reading.given_to, reading.groups) == ((), ("länsstyrelserna",))


def test_the_abbreviation_that_a_text_gives_itself(read: Read) -> None:
    reading = read(
        "# Uppdrag\n\nRegeringen uppdrar åt Stiftelsen Norra Filmfonden (SNF) att visa film. "
        "Boverket ska samverka med SNF och regeringen tackar."
    )
    assert reading.given_to == ("Stiftelsen Norra Filmfonden",)


def test_what_was_given_on_another_day_is_not_given_here(read: Read) -> None:
    reading = read(
        "Regeringsbeslut\n\n2024-06-13\n\n# Uppdrag om sjöfart\n\nEn särskild utredare ska se över ansvaret. "
        "Boverket fick den 4 mars 2021 i uppdrag att mäta."
    )
    assert (reading.decision_date, reading.given_to) == ("2024-06-13", ("särskild utredare",))


def test_what_another_decision_gave_is_not_given_here(read: Read) -> None:
    reading = read(
        "# Uppdrag till Boverket\n\nRegeringen uppdrar åt Boverket att bygga.\n\n## Skälen för regeringens beslut\n\n"
        "Regeringen uppdrog 2019 åt Lantmäteriet att mäta."
    )
    assert reading.given_to == ("Boverket",)
