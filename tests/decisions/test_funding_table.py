"""Tables of appropriation letters."""

from __future__ import annotations

from collections.abc import Callable

from ansvarskarta.loaders.decisions import Funding, Reading

LETTER = """# Regleringsbrev för budgetåret 2025 avseende Boverket

Regeringen beslutar att följande ska gälla för Boverket.

Belopp angivna i tkr

4.1.1 Disponeras av Boverket

Utgiftsområde 18 Samhällsplanering, bostadsförsörjning och byggande samt konsumentpolitik

1:1 Boverket (Ramanslag) 301 450

1:4 Stöd till kommuner (Ramanslag) 90 000
ap.1 Plan och byggande (ram) 60 000
ap.2 Grönska i städer (ram) 30 000
"""


def test_rows_have_what_stands_above_them_and_items_stand_for_their_appropriation(
    read: Callable[[str], Reading],
) -> None:
    area, who = "18 Samhällsplanering, bostadsförsörjning och byggande samt konsumentpolitik", "Boverket"
    assert read(LETTER).funding == (
        Funding(area, "1:1 Boverket", None, who, None, 301_450_000),
        Funding(area, "1:4 Stöd till kommuner", "1 Plan och byggande", who, None, 60_000_000),
        Funding(area, "1:4 Stöd till kommuner", "2 Grönska i städer", who, None, 30_000_000),
    )


def test_who_has_it_may_stand_between_the_appropriation_and_its_items(read: Callable[[str], Reading]) -> None:
    reading = read(
        "# Regleringsbrev för budgetåret 2025 avseende Boverket\n\nRegeringen beslutar att följande ska gälla.\n\n"
        "1:1 Boverket: Plan och byggande (Ramanslag)\n\nDisponeras av Boverket\n\nap.1 Boverket (ram) 301 450\n\n"
        "Samtliga belopp i tabellen är i tusental kronor."
    )
    who = "Boverket"
    assert reading.funding == (Funding(None, "1:1 Boverket: Plan och byggande", "1 Boverket", who, None, 301_450_000),)


def test_a_sentence_is_no_table(read: Callable[[str], Reading]) -> None:
    reading = read("# Uppdrag\n\nRegeringen uppdrar åt Boverket att bygga enligt 1:4 Stöd till kommuner 90 000 gånger.")
    assert reading.funding == ()
