"""Days of report, of the decision, of the mandate."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Reading
from ansvarskarta.loaders.decisions.swedish_dates import days

Read = Callable[[str], Reading]
HEAD = "# Uppdrag till Trafikverket\n\nRegeringen uppdrar åt Trafikverket att bygga. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("den 1 mars 2020", ["2020-03-01"]),
        ("den 1juni 2017 och den l mars 2013", ["2017-06-01", "2013-03-01"]),
        ("den 15 maj och den 1 november 2019", ["2019-05-15", "2019-11-01"]),
        ("den 31 januari 2017, 2018 och 2019", ["2017-01-31", "2018-01-31", "2019-01-31"]),
        ("2022-12-15", ["2022-12-15"]),
        ("vid utgången av februari 2021", ["2021-02-28"]),
        ("den 1 mars år 2018", ["2018-03-01"]),
        ("den 30 februari 2020", []),
        ("den 15 juni och den 15 december", []),
        ("i mars 2020", []),
    ],
)
def test_days_as_they_are_written(text: str, found: list[str]) -> None:
    assert [day.iso for day in days(text)] == found


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Uppdraget ska redovisas senast den 1 mars 2024.", ["2024-03-01"]),
        ("Trafikverket ska senast den 1 mars 2024 lämna en delrapport.", ["2024-03-01"]),
        ("Uppdraget ska delredovisas den 1 mars 2023 och slutredovisas den 1 mars 2024.", ["2023-03-01", "2024-03-01"]),
        ("Uppdraget ska i stället redovisas den 1 mars 2024.", ["2024-03-01"]),
        ("Tiden för att redovisa uppdraget förlängs från den 1 februari 2024 till den 2 maj 2024.", ["2024-05-02"]),
        ("Ett tidigare uppdrag redovisades den 1 november 2021.", []),
        ("Medlen används enligt den plan som inkom till Socialdepartementet den 22 augusti 2023.", []),
        ("Trafikverket ska ge in utvärderingen till Regeringskansliet senast den 31 maj 2024.", ["2024-05-31"]),
        ("Enligt det ursprungliga beslutet skulle uppdraget redovisas senast den 1 mars 2024.", []),
        ("Rekvisitionen ska lämnas senast den 1 december 2024.", []),
        ("Medel som inte använts ska betalas tillbaka senast den 1 mars 2024.", []),
        ("Regeringens beslut den 1 mars 2023 ska beaktas och redovisas senast den 1 maj 2024.", ["2024-05-01"]),
        ("Uppdraget ska redovisas den 15 juni och den 15 december.", []),
        ("Lagen träder i kraft den 1 mars 2024.", []),
        ("Regionen ska senast den 1 mars 2024 meddela Regeringskansliet om den antar erbjudandet.", []),
        ("Den som vill anta erbjudandet ska anmäla det till Regeringskansliet senast den 1 mars 2024.", []),
        ("Den som antar erbjudandet ska redovisa resultatet senast den 1 mars 2024.", ["2024-03-01"]),
        (
            "Medlen ska betalas tillbaka senast den 1 mars 2024. Samma datum ska en ekonomisk redovisning lämnas.",
            ["2024-03-01"],
        ),
        ("Verket ska redovisa arbetet. Det ska ske senast den 1 mars 2024.", ["2024-03-01"]),
        ("Verket ska senast den 1 mars 2024 till Regeringskansliet föreslå en förvaltning.", ["2024-03-01"]),
        ("Medlen ska betalas tillbaka senast den 1 mars 2024. Verket ska senast samma dag redovisa.", ["2024-03-01"]),
        ("Verket ska, i stället för den 1 maj 2023, senast den 1 mars 2024 redovisa uppdraget.", ["2024-03-01"]),
        ("Resultatet ska delges Boverket senast den 1 mars 2024.", ["2024-03-01"]),
        ("Arbetet ska slutföras senast den 1 mars 2024, varvid en rapport ska lämnas.", ["2024-03-01"]),
        ("Regionen ska svara Regeringskansliet senast den 1 mars 2024.", []),
        (
            "De som antar erbjudandet ska meddela det senast den 1 mars 2024 och redovisa senast den 1 maj 2024.",
            ["2024-05-01"],
        ),
        ("Tiden för Boverkets uppdrag av den 12 november 2020 om hus ska förlängas.", []),
        ("Hänsyn ska tas till det pågående uppdrag som ska redovisas senast den 1 mars 2024.", []),
        ("Verket ska lämna delrapporter senast den 12 april under åren 2022–2023.", ["2022-04-12", "2023-04-12"]),
    ],
)
def test_days_of_report(read: Read, text: str, due: list[str]) -> None:
    assert list(read(HEAD + text).report_due) == due


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Uppdraget gäller från och med den 1 juli 2020 till och med den 30 juni 2022.", "2020-07-01", "2022-06-30"),
        ("Uppdraget ska vara slutfört senast den 30 juni 2022.", None, "2022-06-30"),
        ("Uppdraget förlängs till och med den 31 december 2026.", None, "2026-12-31"),
        ("Tiden för slutredovisning av uppdraget förlängs till den 1 december 2022.", None, None),
        ("Kostnaderna för uppdraget ska till och med den 31 december 2020 belasta anslaget 4:1.", None, None),
        ("Uppdraget gäller tills vidare.", None, None),
        ("Uppdraget upphör från och med den 1 mars 2020.", None, "2020-02-29"),
        ("Boverket anser att det är rimligt att uppdraget förlängs till den 1 mars 2024.", None, None),
    ],
)
def test_the_days_of_the_mandate(read: Read, text: str, start: str | None, end: str | None) -> None:
    reading = read(HEAD + text)
    assert (reading.start, reading.end) == (start, end)


def test_an_earlier_decision_gives_no_day_to_this_one(read: Read) -> None:
    reading = read("# Ändring av uppdrag\n\nMed ändring av regeringens beslut den 3 mars 2020 ska Boverket bygga.")
    assert reading.decision_date is None
