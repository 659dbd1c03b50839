"""The report of the demonstration data, in its three forms."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, cast

import docx
import pypdf
import pytest
from ansvarskarta.exports.document.content import Bullets, Document, Figure, Heading, Table
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report import report, write_report
from ansvarskarta.exports.report.period import half_a_year_after
from ansvarskarta.exports.stored import stored_content
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load
from ansvarskarta.queries import ask
from ansvarskarta.texts import Language
from engines import wipe
from export_fixtures import Convert


class Period(TypedDict):
    first: str
    last: str


PERIOD: Period = {"first": "2026-01-01", "last": "2026-11-24"}


@pytest.fixture(scope="module")
def loaded(embedded: Graph) -> Graph:
    wipe(embedded)
    load(embedded, [demonstration()], person="test")
    return embedded


@pytest.fixture(scope="module")
def swedish(loaded: Graph) -> Document:
    return report(loaded, **PERIOD, lang=Language.SV)


def test_it_has_the_chapters_that_a_ministry_asks_for(swedish: Document) -> None:
    chapters = [block.text for block in swedish.blocks if isinstance(block, Heading) and block.level == 1]
    assert chapters == [
        "Läget i korthet",
        "Störst behov av samordning",
        "Det som hände under perioden",
        "Luckor att täcka",
        "Det som kommer",
        "Så är uppgifterna framtagna",
        "Källor",
    ]
    assert swedish.notices == ("Demonstrationsdata, inte ett register.",)


def test_its_gaps_are_the_answers_to_the_questions(loaded: Graph, swedish: Document) -> None:
    tables = {block.caption: block for block in swedish.blocks if isinstance(block, Table)}
    unowned = ask(loaded, "no_owner", as_of=PERIOD["last"])
    assert [row[0] for row in tables["Vilka flaskhalsar saknar ägare?"].rows] == [
        row["bottleneck_name"] for row in unowned.rows
    ]
    words = [part for block in swedish.blocks if hasattr(block, "items") for part in block.items]
    assert f"{len(unowned.rows)} av {unowned.of} öppna flaskhalsar saknar ägare." in words


def test_what_waits_for_an_open_bottleneck_is_the_answer_to_the_question(loaded: Graph) -> None:
    facts = Facts(loaded, stored_content(loaded, Language.SV, day=PERIOD["last"]))
    found = {}
    for bottleneck in (
        str(id_) for (id_,) in loaded.read("MATCH (b:Bottleneck) WHERE b.status <> 'resolved' RETURN b.id")
    ):
        nearest: dict[str, int] = {}
        for row in ask(loaded, "blocks", {"bottleneck": bottleneck}, as_of=PERIOD["last"]).rows:
            nearest.setdefault(str(row["name"]), cast("int", row["distance"]))
        found[bottleneck] = sorted(nearest, key=lambda name: (nearest[name], name))
        assert facts.waiting([bottleneck], PERIOD["last"]) == found[bottleneck]
    assert sum(map(len, found.values())) > 100
    assert facts.waiting(["bottleneck:ssab-permit-appeal"], PERIOD["last"]) == []


def test_what_begins_on_its_first_day_and_ends_on_the_last_of_the_year_is_in_it(loaded: Graph) -> None:
    blocks = report(loaded, first="2026-01-01", last="2026-06-30", lang=Language.SV).blocks
    tables = {block.caption: block for block in blocks if isinstance(block, Table)}
    assert [row[:3] for row in tables["Fick en ägare"].rows] == [
        ("Flygplatsberedskapen bygger på ettårsavtal", "Trafikverket", "1 januari 2026")
    ]
    assert {row[2] for row in tables["Ägarskap som upphör"].rows} == {"31 december 2026"}
    (brief,) = (block.items for block in blocks if isinstance(block, Bullets))
    assert brief[2:] == (
        "Ägarskap av flaskhalsar som tillkom under perioden: 1. Ägarskap som upphörde: 3.",
        "Ägarskap av öppna flaskhalsar som upphör till och med den 31 december 2026: 8.",
        "Redovisningar som ska lämnas till och med den 31 december 2026: 2.",
    )


@pytest.mark.parametrize(
    ("day", "half_a_year_later"),
    [
        ("2026-06-30", "2026-12-31"),
        ("2026-08-31", "2027-02-28"),
        ("2026-11-24", "2027-05-24"),
        ("2026-08-30", "2027-02-28"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_half_a_year_ends_with_the_month_where_it_begins_so(day: str, half_a_year_later: str) -> None:
    assert half_a_year_after(day) == half_a_year_later


def test_a_county_stands_for_all_its_municipalities(swedish: Document) -> None:
    tables = {block.caption: block for block in swedish.blocks if isinstance(block, Table)}
    rows = {row[0]: row for row in tables["Vilka flaskhalsar saknar ägare?"].rows}
    assert rows["Tidskrävande och oförutsägbara miljötillstånd"][2] == "Norrbottens län, Västerbottens län"


def test_its_figures_are_said_in_words_too(swedish: Document) -> None:
    figures = [block for block in swedish.blocks if isinstance(block, Figure)]
    assert [figure.caption.partition(". ")[0] for figure in figures] == [
        "Kommuner och teman, den 24 november 2026",
        "De uppdrag som upphör först efter den 24 november 2026",
    ]
    assert figures[0].alternative.startswith("Av 237 par av kommun och tema")
    assert all(figure.drawing.shapes for figure in figures)


def test_every_form_holds_every_table(loaded: Graph, swedish: Document, tmp_path: Path) -> None:
    captions = [block.caption for block in swedish.blocks if isinstance(block, Table)]
    for ending in ("docx", "html", "md"):
        write_report(loaded, tmp_path / f"r.{ending}", **PERIOD, lang=Language.SV)
    assert len(docx.Document(str(tmp_path / "r.docx")).tables) == len(captions)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.count("<caption>") == len(captions)
    assert "Demonstrationsdata, inte ett register." in page
    lines = (tmp_path / "r.md").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("| --- |")]) == len(captions)


def test_libreoffice_makes_pages_with_numbers_of_it(loaded: Graph, tmp_path: Path, libreoffice: Convert) -> None:
    write_report(loaded, tmp_path / "report.docx", **PERIOD, lang=Language.EN)
    pages = pypdf.PdfReader(libreoffice(tmp_path / "report.docx", "pdf") / "report.pdf").pages
    assert f"Page 2 of {len(pages)}" in pages[1].extract_text()
    assert "Demonstration data, not a register." in pages[0].extract_text()
    assert "The state of responsibility" in pages[0].extract_text()


def test_an_empty_graph_gives_a_report_that_says_so(loaded: Graph) -> None:
    wipe(loaded)
    assert any("0 av 0" in str(block) for block in report(loaded, **PERIOD, lang=Language.SV).blocks)
    load(loaded, [demonstration()], person="test")


@pytest.mark.parametrize(("first", "last"), [("2026-02-30", "2026-03-01"), ("2026-03-02", "2026-03-01"), ("", "")])
def test_what_is_no_period_is_refused(first: str, last: str) -> None:
    with pytest.raises(WrongUse, match="is no period"):
        report(None, first=first, last=last, lang=Language.SV)  # type: ignore[arg-type]  # it is not reached


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"\.docx, \.md, \.html"):
        write_report(None, tmp_path / "r.pdf", **PERIOD, lang=Language.SV)  # type: ignore[arg-type]  # as above
