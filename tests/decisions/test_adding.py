"""What the reader missed, added by marking words of the text."""

from __future__ import annotations

import pytest
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import proposals
from ansvarskarta.loaders.decisions.adding import Marked, added, day_in, places
from ansvarskarta.loaders.decisions.document import Document
from ansvarskarta.loaders.decisions.intake import document_from
from ansvarskarta.loaders.decisions.quotes import characters
from ansvarskarta.loaders.decisions.read import read_text

DECISION = """# Uppdrag om elnät

Diarienummer: KN2026/00001

Regeringen uppdrar åt Boverket att kartlägga elnätet. Arbetet görs sida vid sida
med Energimyndigheten och ska vara klart den 30 juni 2027. Se även uppdraget A2025/00007.
"""
LONG = "Det finns många skäl till beslutet. " * 10
MANDATE = "mandate:KN2026-00001"


@pytest.fixture(scope="module")
def document() -> Document:
    return document_from((DECISION + "\n" + LONG).encode(), "beslut.md")


def marking(document: Document, words: str, field: str, *, names: str = "", value: str = "") -> dict[str, list[Row]]:
    ((start, end),) = places(document.text, words)
    return added(document, read_text(document), Marked(field, start, end, names, value), {}).rows


def test_words_are_found_over_line_breaks_and_in_any_case() -> None:
    assert places("Sida  vid\nsida, sida vid sida", "sida vid sida") == [(0, 14), (16, 29)]
    assert places("text", " ") == []
    assert places("a+b", "A+B") == [(0, 3)]


def test_whom_the_words_name_is_tied_to_the_mandate_with_quote_and_characters(document: Document) -> None:
    rows = marking(document, "med Energimyndigheten", "cooperates_with")
    (duty,) = rows["cooperates_with"]
    assert (duty["start"], duty["end"]) == (MANDATE, "agency:energimyndigheten")
    assert (duty["quote"], duty["confidence"]) == ("med Energimyndigheten", "proposed")
    at = document.text.index("med Energimyndigheten")
    assert duty["locator"] == f"stycke 2, tecken {at}–{at + 21}"
    assert characters(duty["locator"]) == (at, at + 21)
    assert [row["name"] for row in rows["actors"]] == ["Statens energimyndighet"]
    assert [row["id"] for row in rows["mandates"]] == [MANDATE]


def test_an_actor_that_was_chosen_wins_over_the_words(document: Document) -> None:
    rows = marking(document, "Energimyndigheten", "consults", names="agency:stem")
    assert [row["end"] for row in rows["consults"]] == ["agency:stem"]
    assert rows["actors"] == []


def test_who_decided_stands_at_the_other_end(document: Document) -> None:
    (row,) = marking(document, "Regeringen", "issuer", names="government:regeringen")["issued"]
    assert (row["start"], row["end"]) == ("government:regeringen", MANDATE)


def test_a_number_that_is_marked_is_a_mandate(document: Document) -> None:
    (row,) = marking(document, "A2025/00007", "considers")["considers"]
    assert row["end"] == "mandate:A2025-00007"


def test_a_day_becomes_a_value_of_the_mandate_that_keeps_the_rest(document: Document) -> None:
    existing: dict[str, list[Row]] = {
        "mandates": [
            {"id": MANDATE, "name": "Uppdraget", "reference": "KN2026/00001", "report_due": ["2026-12-01"],
             "valid_from": "2026-01-01", "confidence": "stated"}
        ]
    }  # fmt: skip
    ((start, end),) = places(document.text, "den 30 juni 2027")
    words = document.text[start:end]
    assert day_in(words) == "2027-06-30"
    reading = read_text(document)
    for field, column, value in (
        ("report_due", "report_due", ["2026-12-01", "2027-06-30"]),
        ("end", "valid_to", "2027-06-30"),
    ):
        (row,) = added(document, reading, Marked(field, start, end, value=day_in(words)), existing).rows["mandates"]
        assert (row[column], row["valid_from"], row["confidence"], row["quote"]) == (
            value,
            "2026-01-01",
            "proposed",
            words,
        )


def test_what_can_not_be_a_proposal_is_refused(document: Document) -> None:
    reading = read_text(document)
    for marked in (Marked("consults", 5, 5), Marked("consults", 0, 400), Marked("concerns", 0, 9), Marked("end", 0, 9)):
        with pytest.raises(WrongUse):
            added(document, reading, marked, {})


def test_the_reader_itself_names_no_characters(document: Document) -> None:
    rows = proposals([read_text(document)]).rows
    assert {characters(row["locator"]) for of_table in rows.values() for row in of_table} == {None}
