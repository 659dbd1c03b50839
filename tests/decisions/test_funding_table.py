"""Tables of appropriation letters."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Funding, Reading, read_bytes

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


HEAD = "# Regleringsbrev för budgetåret 2018 avseende anslag 1:1\n\nRegeringen beslutar att följande ska gälla.\n\n"


@pytest.mark.parametrize(
    ("rows", "item", "who", "sek"),
    [
        ("ap.1 Stöd, del ett (ram) Boverket 320 000\n\nBelopp i tkr", "1 Stöd, del ett", "Boverket", 320_000_000),
        ("ap.4 Bidrag (ram) 500 tkr", "4 Bidrag", None, 500_000),
        ("ap.4 Bidrag (ram) 320 000", "4 Bidrag", None, None),
        ("ap.2.1 Agenda 2030 (Sida) (ram) 5 tkr", "2.1 Agenda 2030 (Sida)", None, 5_000),
    ],
)
def test_a_row_may_name_who_has_it_and_its_unit(
    read: Callable[[str], Reading], rows: str, item: str, who: str | None, sek: int | None
) -> None:
    reading = read(f"{HEAD}1:1 Tillväxt (Ramanslag)\n\n{rows}")
    assert reading.funding == (Funding(None, "1:1 Tillväxt", item, who, None, sek),)


@pytest.mark.parametrize(
    "rows",
    [
        "Tilldelade bemyndiganden\n\n1:1 Tillväxt (Ramanslag) 300 000",
        "Finansiella villkor\n\n1:1 Tillväxt\n\nap.1 Bidrag 12 493 3 %",
        "1:1 Tillväxt (Ramanslag) 300 000 150 000",
    ],
)
def test_figures_of_other_tables_and_of_several_columns_are_no_grants(
    read: Callable[[str], Reading], rows: str
) -> None:
    assert read(f"{HEAD}{rows}\n\nBelopp i tkr").funding == ()


SHARES = "<tr><td>Boverket</td><td>2 000 000</td></tr><tr><td>Riksarkivet</td><td>1 000 000</td></tr>"


@pytest.mark.parametrize(("unit", "times"), [("kronor", 1), ("tkr", 1_000)])
def test_a_table_shares_money_out(unit: str, times: int) -> None:
    page = f"<h1>Uppdrag till Boverket</h1><table><tr><td>Myndighet</td><td>2022 ({unit})</td></tr>{SHARES}</table>"
    found = {(one.actor, one.amount_sek) for one in read_bytes(page.encode(), "beslut.html").funding}
    assert found == {("Boverket", 2_000_000 * times), ("Riksarkivet", 1_000_000 * times)}


def test_a_table_without_a_unit_shares_nothing_out() -> None:
    page = f"<h1>Uppdrag till Boverket</h1><table>{SHARES}</table>"
    assert read_bytes(page.encode(), "beslut.html").funding == ()


def test_a_sentence_is_no_table(read: Callable[[str], Reading]) -> None:
    reading = read("# Uppdrag\n\nRegeringen uppdrar åt Boverket att bygga enligt 1:4 Stöd till kommuner 90 000 gånger.")
    assert reading.funding == ()
