"""What a decision does, and which other mandates it speaks of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Reading

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        ("Uppdrag till Boverket", "Regeringen uppdrar åt Boverket att bygga.", "assignment"),
        ("Ändring av uppdrag till Boverket", "Regeringen ändrar uppdraget.", "change"),
        ("Förlängd tid för uppdraget att bygga", "Regeringen förlänger tiden.", "extension"),
        ("Upphävande av uppdrag till Boverket", "Regeringen upphäver uppdraget.", "ending"),
        ("Tilläggsdirektiv till Byggutredningen (Fi 2021:05)", "Utredningstiden förlängs.", "directive"),
        ("Regleringsbrev för budgetåret 2023 avseende Boverket", "Följande gäller.", "appropriation letter"),
        ("Erbjudande till Region Skåne att bygga", "Regeringen erbjuder Region Skåne att bygga.", "offer"),
        ("Fråga om byggande", "Regeringen förlänger uppdraget till Boverket.", "extension"),
        ("Bidrag till Boverket", "Regeringen beviljar Boverket medel.", None),
        ("Uppdrag att analysera en förlängning av utbildningen", "Boverket ska analysera den.", "assignment"),
        ("Uppdrag att erbjuda stöd", "Regeringen uppdrar åt Boverket att erbjuda stöd.", "assignment"),
    ],
)
def test_kinds(read: Read, title: str, text: str, kind: str | None) -> None:
    assert read(f"# {title}\n\n{text}").as_json()["kind"] == kind


@pytest.mark.parametrize(
    ("title", "text", "continues", "considers"),
    [
        ("Ändring av uppdrag", "Med ändring av beslutet (Fi2020/01145) ska Boverket bygga.", ["Fi2020/01145"], []),
        (
            "Ändring av regleringsbrev för budgetåret 2019 avseende Boverket",
            "Regleringsbrevet (Fi2018/01145) ska ändras.",
            ["Fi2018/01145"],
            [],
        ),
        ("Uppdrag", "Boverket ska ta över uppdraget till samordnaren (N2022/02290).", ["N2022/02290"], []),
        ("Uppdrag", "Boverket ska beakta uppdraget till Trafikverket (LI2023/02196).", [], ["LI2023/02196"]),
        ("Uppdrag", "Boverket ska beakta Utredningen om vatten (M 2021:02).", [], ["M 2021:02"]),
        ("Uppdrag", "Boverket ska ta hänsyn till uppdraget att bygga broar.", [], ["uppdraget att bygga broar"]),
        ("Förlängd tid för uppdraget att bygga broar", "Tiden förlängs.", ["uppdraget att bygga broar"], []),
        ("Uppdrag", "Boverket har i en skrivelse (Fi2020/01145) begärt medel.", [], []),
        ("Uppdrag", "Boverket redovisade den 1 mars 2020 en nulägesbild (Fi2020/01145).", [], []),
        ("Uppdrag", "Boverket ska följa direktiv 2010/75/EU och prop. 2016/17:104.", [], []),
    ],
)
def test_other_mandates(read: Read, title: str, text: str, continues: list[str], considers: list[str]) -> None:
    reading = read(f"# {title}\n\nRegeringen uppdrar åt Boverket att bygga. {text}")
    assert (list(reading.continues), list(reading.considers)) == (continues, considers)


def test_places_concerned_are_not_those_in_names_of_bodies(read: Read) -> None:
    reading = read(
        "# Uppdrag om gruvor i Kiruna kommun\n\nRegeringen uppdrar åt Länsstyrelsen i Norrbottens län och Region "
        "Jönköpings län att bygga i Skåne och Kalmar län samt i kommunerna Umeå och Vännäs."
    )
    assert reading.counties == ("Skåne län", "Kalmar län")
    assert reading.municipalities == ("Kiruna kommun", "Umeå kommun", "Vännäs kommun")


def test_who_may_appoint_is_kept_as_an_office(read: Read) -> None:
    reading = read("# Uppdrag\n\nRegeringen bemyndigar chefen för Finansdepartementet att utse samordnaren.")
    assert reading.authorised == "chefen för Finansdepartementet"
    assert reading.given_to == ()
    passive = read("# Uppdrag\n\nChefen för Finansdepartementet bemyndigas att utse samordnaren.")
    assert passive.authorised == "Chefen för Finansdepartementet"


def test_a_title_in_two_columns_is_not_half_of_it_and_earlier_further_directives_are_continued(read: Read) -> None:
    reading = read(
        "Kommittédirektiv\n\nTilläggsdirektiv till Dir. 2023:142\n\nVattenutredningen (M 2021:02)\n\n"
        "Tilläggsdirektiv till Vattenutredningen (M 2021:02)\n\nBeslut vid regeringssammanträde den 19 oktober 2023\n\n"
        "Förlängd tid för uppdraget\n\nRegeringen beslutade den 23 december 2021 kommittédirektiv om vatten "
        "(dir. 2021:98). Genom tilläggsdirektiv den 5 maj 2022 fick utredaren ett utökat uppdrag (dir. 2022:31).\n"
    )
    assert reading.title == "Tilläggsdirektiv till Vattenutredningen (M 2021:02)"
    assert reading.register_numbers == ("dir. 2023:142",)
    assert reading.continues == ("M 2021:02", "dir. 2021:98", "dir. 2022:31")


def test_further_directives_have_their_title_above_the_first_heading_and_continue_the_first(read: Read) -> None:
    reading = read(
        "Kommittédirektiv\n\nTilläggsdirektiv till Utredningen om vatten (M 2021:02)\n\nDir.\n2023:142\n\n"
        "Beslut vid regeringssammanträde den 19 oktober 2023\n\nÄndring i och förlängd tid för uppdraget\n\n"
        "Regeringen beslutade den 23 december 2021 kommittédirektiv om vatten (dir. 2021:98). "
        "Uppdraget ska i stället redovisas senast den 1 mars 2024.\n"
    )
    assert reading.as_json()["title"] == "Tilläggsdirektiv till Utredningen om vatten (M 2021:02)"
    assert list(reading.register_numbers) == ["dir. 2023:142"]
    assert list(reading.continues) == ["M 2021:02", "dir. 2021:98"]
    assert list(reading.report_due) == ["2024-03-01"]


def test_the_only_mandate_that_an_ending_speaks_of_is_the_one_that_ends(read: Read) -> None:
    reading = read(
        "# Avslutande av uppdrag att samordna\n\nRegeringens beslut\n\nRegeringen beslutar att samordnarens uppdrag "
        "ska upphöra.\n\n## Skälen för regeringens beslut\n\nGenom beslut den 15 december 2022 (KN2022/00234) "
        "förlängdes uppdraget.\n"
    )
    assert reading.continues == ("KN2022/00234",)
    assert reading.considers == ()
