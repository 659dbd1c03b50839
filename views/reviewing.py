"""Granska beslut: a decision's text with what was read from it, and every proposal to accept or reject. For editors."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from ansvarskarta.graph.content import accepted
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.proposals import Proposal, proposals, rejected
from ansvarskarta.graph.snapshot import read_all
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import READER_VERSION, Proposals, Reading, concerns, mandate_id, read_bytes
from ansvarskarta.loaders.decisions import proposals as proposals_from
from ansvarskarta.loaders.decisions.review import Proposal as Read
from ansvarskarta.loaders.decisions.review import reopened, review_list
from ansvarskarta.loaders.decisions.standing import Existing, identity, merged
from ansvarskarta.loaders.decisions.tables import write_rows
from ansvarskarta.loaders.loading import load
from ansvarskarta.views import correcting, data, review_proposals, wording
from ansvarskarta.views.marked_text import key_of, marked
from ansvarskarta.views.page import Page
from ansvarskarta.views.review_proposals import DONE
from ansvarskarta.views.uploads import harmless_name

_KINDS = ["pdf", "docx", "html", "htm", "md", "txt"]


def show(page: Page) -> None:
    """Draws the page."""
    page.show("heading.html", title=page.text("review.title"))
    if not page.visitor.may_edit:
        page.show("no_right.html", why=page.visitor.why_not)
        return
    if said := st.session_state.pop(DONE, None):
        page.show("part_empty.html", what=said)
    page.show("part.html", title=page.text("review.step_1"), lead=page.text("review.lead"), level=2)
    reading = _reading(page)
    waiting = proposals(data.graph())
    existing: Existing = read_all(data.graph()) if reading else {}
    found = proposals_from([reading], existing) if reading else Proposals()
    if reading:
        _said(page, reading, existing, found)
        _store(page, _new(found, existing, waiting), "review.store")
        _suggest(page, reading, existing, waiting)
    page.show("part.html", title=page.text("review.step_2"), lead=page.text("review.step_2_lead"), level=2)
    if not waiting:
        page.show("part_empty.html", what=page.text("review.nothing_waits"))
    if reading is None:
        review_proposals.show(page, waiting, {})
    else:
        text, numbers = marked(reading, found)
        beside, listed = st.columns([5, 6], gap="medium")
        with beside:
            page.show("review_text.html", document=reading.document, parts=text)
        with listed:
            review_proposals.show(page, _first_of_text(waiting, numbers), numbers)
    if waiting:
        correcting.show(page, waiting)


def _reading(page: Page) -> Reading | None:
    file = st.file_uploader(page.text("review.file"), type=_KINDS, key="review-file")
    if file is None:
        return None
    try:
        return read_bytes(file.getvalue(), harmless_name(file.name))
    except AnsvarskartaError as error:
        page.say("wrong", message=error.message(page.view.lang), hint=error.hint(page.view.lang))
        return None


def _said(page: Page, reading: Reading, existing: Existing, found: Proposals) -> None:
    """Draws what must be known before anything is stored: open questions, and what rested on an older text."""
    lang = page.view.lang
    document = str(found.rows["documents"][0]["id"])
    old = reopened(reading, document, found, existing)
    names = page.names(str(row.row.get(name) or "") for row in old for name in ("start", "end", "id"))
    rested = [
        (" – ".join(names[str(one.row[name])].name for name in ("start", "end", "id") if one.row.get(name)), one)
        for one in old
    ]
    questions = [one.text(lang) for one in found.questions]
    if questions or rested:
        page.show("review_said.html", questions=questions, rested=rested)


def _new(found: Proposals, existing: Existing, waiting: Sequence[Proposal]) -> dict[str, list[Row]]:
    """What is worth proposing: neither in the graph already, nor waiting, nor rejected before."""
    gone = {*rejected(data.graph()), *(accepted(one.key) for one in waiting)}
    rows: dict[str, list[Row]] = {}
    for one in review_list(found, existing):
        if key_of(one.table, one.row) not in gone:
            rows.setdefault(one.table, []).append(_whole(one))
    return rows


def _whole(one: Read) -> Row:
    """The row as it would stand once accepted: what the decision does not speak of stays as it is."""
    current = one.comparison.current
    if current is None or identity(one.table, current) != identity(one.table, one.row):
        return one.row
    return merged(one.row, current)


def _store(page: Page, rows: dict[str, list[Row]], key: str) -> None:
    number = sum(map(len, rows.values()))
    if not number:
        page.show("part_empty.html", what=page.text(f"{key}_nothing"))
        return
    said = wording.number(number, page.view.lang)
    if not st.button(page.text(key, number=said), type="primary", key=key):
        return
    person = page.text("review.reader", person=page.visitor.name, version=READER_VERSION)
    try:
        with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
            write_rows(rows, Path(folder) / "tables")
            load(data.graph(), [Path(folder) / "tables"], person=person)
    except AnsvarskartaError as error:
        page.say("wrong", message=error.message(page.view.lang), hint=error.hint(page.view.lang))
        return
    st.session_state[DONE] = page.text("review.stored", number=said)
    st.rerun()


def _suggest(page: Page, reading: Reading, existing: Existing, waiting: Sequence[Proposal]) -> None:
    """Offers what an accepted mandate may concern, and who would own what by it."""
    mandate = mandate_id(reading)
    known = [row for row in existing.get("mandates", ()) if row["id"] == mandate]
    if known and known[0].get("confidence") != "proposed":
        found = concerns(reading, mandate, existing)
        _store(page, _new(found, existing, waiting), "review.suggest")


def _first_of_text(waiting: Sequence[Proposal], numbers: dict[str, int]) -> list[Proposal]:
    """What rests on the open document first, in the order of its text; then the rest."""
    return sorted(waiting, key=lambda one: (numbers.get(accepted(one.key), 1_000_000), one.table.name, one.key))
