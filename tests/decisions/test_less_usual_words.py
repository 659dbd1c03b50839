"""Mandates, days and duties in less usual words, each by a rule for all that are worded alike."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansvarskarta.loaders.decisions import Reading, read_bytes

Read = Callable[[str], Reading]
HEAD = "# Uppdrag om hus\n\n"


LISTED = "Regeringen uppdrar åt följande myndigheter att bygga:\n\n* Boverket\n* Skolverket\n"
GRANTED = "Regeringen beviljar Innovationshuset AB totalt 10 miljoner kronor under 2024 för att bygga."
GRANT = "Regeringen beviljar bidrag med 3 000 000 kronor för år 2015 till Boverket för att bygga."


@pytest.mark.parametrize(
    ("text", "given"),
    [(LISTED, ("Boverket", "Statens skolverk")), (GRANTED, ("Innovationshuset AB",)), (GRANT, ("Boverket",))],
)
def test_whom_it_is_given_to(read: Read, text: str, given: tuple[str, ...]) -> None:
    assert read(HEAD + text).given_to == given


@pytest.mark.parametrize(
    "days", ["under perioden 1 oktober 2024–31 december 2026", "mellan den 1 oktober 2024 och den 31 december 2026"]
)
def test_two_days_are_the_first_and_the_last(read: Read, days: str) -> None:
    reading = read(f"{HEAD}Regeringen uppdrar åt Boverket att {days} bygga hus.")
    assert (reading.start, reading.end) == ("2024-10-01", "2026-12-31")


def test_a_day_of_every_year_is_one_of_each(read: Read) -> None:
    text = "Uppdraget ska redovisas senast den 31 mars årligen från 2025 till 2027."
    assert read(f"{HEAD}Regeringen uppdrar åt Boverket att bygga. {text}").report_due == (
        "2025-03-31",
        "2026-03-31",
        "2027-03-31",
    )


def test_what_was_decided_before_is_no_day_of_this(read: Read) -> None:
    reading = read(
        f"{HEAD}Regeringen uppdrar åt Boverket att bygga. Den 3 juni 2021 beslutade regeringen att förlänga uppdraget "
        "till den 30 september 2021."
    )
    assert (reading.end, reading.report_due) == (None, ())


def test_who_is_heard_and_to_whose_hands_it_comes(read: Read) -> None:
    reading = read(
        f"{HEAD}Regeringen uppdrar åt Boverket att bygga. I uppdraget ingår att lyssna till Umeå kommun. Redovisningen "
        "ska vara Regeringskansliet (Finansdepartementet) till handa senast den 3 april 2025."
    )
    assert reading.consults == ("Umeå kommun",)
    assert (reading.reports_to, reading.report_due) == (("Finansdepartementet",), ("2025-04-03",))


def test_the_name_of_an_area_is_whole_and_a_part_has_its_holder(read: Read) -> None:
    (paid,) = read(
        f"{HEAD}Regeringen uppdrar åt Boverket att bygga. Boverket får använda 5 miljoner kronor, vilka ska belasta "
        "anslaget 1:2 Miljöövervakning m.m., anslagspost 2 Miljöövervakning m.m. – del till Naturvårdsverket, under "
        "utgiftsområde 23 Areella näringar, landsbygd och livsmedel."
    ).funding
    assert paid.expenditure_area == "23 Areella näringar, landsbygd och livsmedel"
    assert paid.appropriation == "1:2 Miljöövervakning m.m."
    assert paid.item == "2 Miljöövervakning m.m. – del till Naturvårdsverket"
    assert (paid.actor, paid.amount_sek) == ("Naturvårdsverket", 5_000_000)


def test_of_a_letter_about_an_appropriation_all_who_are_bound_have_the_mandate(read: Read) -> None:
    reading = read(
        "# Regleringsbrev för budgetåret 2018 avseende anslag 1:1 Tillväxt\n\nRegeringen beslutar att följande ska "
        "gälla.\n\nTillväxtverket ska fördela medlen.\n\nStatskontoret ska följa upp dem."
    )
    assert reading.given_to == ("Tillväxtverket", "Statskontoret")


def test_a_delegation_is_one_though_it_is_a_committee(read: Read) -> None:
    reading = read("# En delegation för hälsa\n\nEn kommitté i form av en delegation ska främja hälsan.")
    assert reading.given_to == ("delegation",)


def test_the_copy_list_names_parliament_and_bodies_of_no_table_but_no_people_or_groups(read: Read) -> None:
    reading = read(
        f"{HEAD}Regeringen uppdrar åt Boverket att bygga.\n\n## Kopia till\n\nRiksdagen, näringsutskottet\n\n"
        "Svenska Klätterförbundet\n\nBirgitta Sandvall\n\nBerörda kommuner\n\nSamtliga länsstyrelser"
    )
    assert reading.extract_to == ("Riksdagen", "Svenska Klätterförbundet")


def test_an_annex_after_the_copy_list_belongs_to_the_decision(read: Read) -> None:
    reading = read(
        f"{HEAD}Regeringen uppdrar åt Boverket att bygga.\n\n## Kopia till\n\nSkolverket\n\n"
        "## Bilaga till regeringsbeslut 2022-03-03 nr 6\n\nBoverket ska samråda med Riksarkivet."
    )
    assert (reading.extract_to, reading.consults) == (("Statens skolverk",), ("Riksarkivet",))


def test_who_may_pay_it_out_has_it(read: Read) -> None:
    (paid,) = read(
        f"{HEAD}Regeringen erbjuder Umeå kommun att bygga. Länsstyrelsen i Västerbottens län får under 2024 betala ut "
        "4 miljoner kronor till kommunen från anslaget 1:3 Stöd."
    ).funding
    assert paid.actor == "Länsstyrelsen i Västerbottens län"


def test_in_a_letter_whoever_is_bound_with_its_holder_has_the_mandate_too(read: Read) -> None:
    reading = read(
        "# Regleringsbrev för budgetåret 2018 avseende Boverket\n\nRegeringen beslutar att följande ska gälla.\n\n"
        "Boverket och Skolverket ska gemensamt bygga.\n\nStatskontoret ska få en kopia."
    )
    assert reading.given_to == ("Boverket", "Statens skolverk")


def test_who_takes_a_mandate_over_has_it_and_who_had_it_has_it_no_longer(read: Read) -> None:
    reading = read(
        "# Ändring av uppdraget till Vägverket\n\nRegeringen ändrar uppdraget till Vägverket (N2009/2531/TE). "
        "Trafikverket övertar den 1 april 2010 uppdraget från Vägverket."
    )
    assert reading.given_to == ("Trafikverket",)


def test_a_title_may_end_in_an_abbreviation_and_a_ministry_beside_an_address_is_none() -> None:
    text = (
        "Regeringsbeslut 30\n\nFinansdepartementet Enligt sändlista\n\n"
        "Regleringsbrev för budgetåret 2010 avseende anslag 5:1 Länsstyrelserna m.m.\n\n"
        "Regeringen beslutar att följande ska gälla under budgetåret 2010 för länsstyrelserna.\n"
    )
    reading = read_bytes(text.encode(), "beslut.txt")
    assert reading.title == "Regleringsbrev för budgetåret 2010 avseende anslag 5:1 Länsstyrelserna m.m."


def test_who_has_the_role_that_is_extended_has_the_mandate(read: Read) -> None:
    reading = read(
        "# Förlängning av uppdraget\n\nUppdraget som nationell samordnare (A2020/01411) förlängs till den 30 juni 2022."
    )
    assert reading.given_to == ("nationell samordnare",)
