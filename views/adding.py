"""Adding what the reader missed: words of the open decision, what they say, and whom or what they name."""

from __future__ import annotations

import streamlit as st
from ansvarskarta.graph.dates import is_date
from ansvarskarta.graph.model import TABLE_BY_NAME, Kind
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import READER_VERSION, Proposals
from ansvarskarta.loaders.decisions.adding import (
    LINKS,
    VALUES,
    Marked,
    added,
    day_in,
    ends_of,
    places,
)
from ansvarskarta.loaders.decisions.gazetteer.find import name_in
from ansvarskarta.loaders.decisions.proposals import MANDATE_FIELDS
from ansvarskarta.views.choosing import choose
from ansvarskarta.views.marking import PLACE, WORDS
from ansvarskarta.views.opened import Opened
from ansvarskarta.views.page import Page
from ansvarskarta.views.storing import attempt, store, tell

_LIKELY_DAY = "report_due"  # most days of decisions are those of reporting


def show(page: Page, decision: Opened) -> None:
    """Draws the field that holds the marked words and, once they are found in the text, what they say."""
    page.show("part.html", title=page.text("review.add"), lead=page.text("review.add_lead"), level=2)
    words = st.text_input(page.text("review.words"), key=WORDS, max_chars=600)
    if not words.strip():
        return
    found = places(decision.reading.text, words)
    if not found:
        page.show("part_empty.html", what=page.text("review.words_not_there"))
        return
    start, end = _place(page, decision, found)
    fields = [*LINKS, *VALUES]
    field = st.selectbox(
        page.text("review.says"),
        fields,
        index=fields.index(_LIKELY_DAY) if day_in(words) else 0,
        format_func=lambda one: page.text(f"review.says_{one}"),
        key=f"review-says-{start}-{end}",
    )
    marked = _named(page, decision, field, start, end)
    if st.button(page.text("review.add_button"), type="primary", key="review-add"):
        made = attempt(page, lambda: added(decision.document, decision.reading, marked, decision.existing))
        if made is not None:
            _store(page, made)


def _place(page: Page, decision: Opened, found: list[tuple[int, int]]) -> tuple[int, int]:
    """Which of several places where the words stand is meant: the one that was marked, unless another is chosen."""
    if len(found) == 1:
        return found[0]
    starts = [start for start, _ in found]
    at = st.session_state.get(PLACE)
    place = st.selectbox(
        page.text("review.which_place"),
        range(len(found)),
        index=starts.index(at) if at in starts else 0,
        format_func=lambda one: page.text("review.place", number=one + 1, words=_around(decision, *found[one])),
        key=f"review-place-{at}",
    )
    return found[place]


def _around(decision: Opened, start: int, end: int) -> str:
    return " ".join(decision.reading.text[max(start - 30, 0) : end + 30].split())


def _named(page: Page, decision: Opened, field: str, start: int, end: int) -> Marked:
    """Draws the choice of whom or what the words name, or of the value that they give."""
    words = " ".join(decision.reading.text[start:end].split())
    if field in LINKS:
        near = words if field in MANDATE_FIELDS or field == "concerns" else name_in(words)
        none = "" if field == "concerns" else page.text("review.as_said", words=near)
        key = f"review-names-{field}-{start}-{end}"
        return Marked(field, start, end, names=choose(page, ends_of(LINKS[field]), key, near=near, none=none))
    kind = TABLE_BY_NAME["mandates"].column(VALUES[field]).kind
    is_day = kind in (Kind.DATE, Kind.DATES)
    given = st.text_input(
        page.text("review.day" if is_day else "review.value"),
        value=day_in(words) if is_day else words,
        max_chars=500,
        key=f"review-value-{field}-{start}-{end}",
    )
    return Marked(field, start, end, value="" if is_day and not is_date(given.strip()) else given)


def _store(page: Page, made: Proposals) -> None:
    rows: dict[str, list[Row]] = {table: rows for table, rows in made.rows.items() if rows}
    if made.questions:
        page.show("part_empty.html", what=" ".join(one.text(page.view.lang) for one in made.questions))
        return
    note = page.text("review.added_note", version=READER_VERSION)
    if write := store(page, rows, person=page.visitor.name, note=note):
        st.session_state.pop(PLACE, None)
        tell(page.text("review.added"), write, empty={WORDS: ""})
