"""The sentence on who owns a bottleneck: never more than the source says."""

from __future__ import annotations

from dataclasses import replace

from ansvarskarta.queries import Ownership, Subject, spoken
from ansvarskarta.queries.sentence import sentence
from ansvarskarta.texts import Language

SUBJECT = Subject(name="Elnätet", is_open=True, last_owner=None, ended=None)
OWNER = Ownership(
    actor="agency:svk", actor_name="Svenska kraftnät", since="2008-01-01", until="2026-12-31",
    mandate="mandate:i", mandate_name="Instruktion", reference="SFS 2007:1119", theme_name=None, scope=[],
    document="document:d", document_title="Beslutet", publisher="Regeringen", published="2022-12", url=None,
    locator="stycke 3", quote="Ska stå för nätet", confidence="stated",
)  # fmt: skip
DAY = "2026-11-24"


def said(*owners: Ownership, subject: Subject = SUBJECT, leads: tuple[Ownership, ...] = (), lang: str = "sv") -> str:
    return sentence(subject, owners, leads, DAY, Language(lang))


def test_an_owner_with_all_that_the_source_says() -> None:
    assert said(OWNER) == (
        "Den 24 november 2026 ägs ”Elnätet” av Svenska kraftnät, från och med 1 januari 2008, till och med "
        "31 december 2026, enligt Instruktion (SFS 2007:1119); uttryckt i ”Beslutet” (Regeringen, december 2022), "
        "stycke 3: ”Ska stå för nätet”."
    )
    assert said(OWNER, lang="en") == (
        "On 24 November 2026, “Elnätet” is owned by Svenska kraftnät, from 1 January 2008, to 31 December 2026 "
        "inclusive, by Instruktion (SFS 2007:1119); stated in “Beslutet” (Regeringen, December 2022), paragraph 3: "
        "“Ska stå för nätet”."
    )


def test_what_the_source_does_not_say_is_not_said() -> None:
    bare = replace(
        OWNER, since=None, until=None, mandate=None, mandate_name=None, document_title=None, confidence="inferred"
    )
    assert said(bare) == (
        "Den 24 november 2026 ägs ”Elnätet” av Svenska kraftnät, startdatum okänt, inget slutdatum angivet i källan, "
        "inget uppdrag angivet; ingen källa angiven."
    )
    assert "tills vidare" not in said(bare)


def test_a_reading_is_told_from_what_is_stated() -> None:
    assert "en tolkning av ”Beslutet”" in said(replace(OWNER, confidence="inferred"))


def test_several_owners_are_told_apart_by_scope() -> None:
    other = replace(OWNER, actor_name="Bodens kommun", scope=["Norrbottens län", "Bodens kommun"])
    assert "av Svenska kraftnät, utan angiven geografisk avgränsning, från" in said(OWNER, other)
    assert "; och av Bodens kommun, begränsat till Bodens kommun, Norrbottens län, från" in said(OWNER, other)


def test_no_owner_has_leads_and_who_was_the_last() -> None:
    subject = replace(SUBJECT, last_owner="Samordnaren", ended="2023-06-30")
    lead = replace(OWNER, actor_name="Trafikverket", theme_name="Transport")
    assert said(subject=subject, leads=(lead,)) == (
        "Ingen ägare: ”Elnätet” ägs inte direkt av någon den 24 november 2026. Den ägdes senast av Samordnaren, till "
        "och med 30 juni 2023. Uppslag, inte ägare: Trafikverket (temat Transport)."
    )


def test_no_owner_and_no_lead() -> None:
    assert said() == (
        "Ingen ägare: ”Elnätet” ägs inte direkt av någon den 24 november 2026. Ingen äger heller något av dess teman."
    )


def test_a_bottleneck_that_is_not_open_is_said_to_be_so() -> None:
    assert said(OWNER, subject=replace(SUBJECT, is_open=False)).endswith(" Flaskhalsen är inte öppen den dagen.")


def test_names_from_data_are_never_read_as_templates() -> None:
    assert "{actor}" in said(replace(OWNER, actor_name="{actor}", quote="{quote}"))


def test_dates_are_spoken_as_far_as_they_are_known() -> None:
    assert spoken("2023-06-30", Language.SV) == "30 juni 2023"
    assert spoken("2023-06-30", Language.EN) == "30 June 2023"
    assert spoken("2023-06", Language.SV) == "juni 2023"
