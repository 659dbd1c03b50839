"""Correcting a proposal before anybody accepts it: the corrected row becomes the editor's own proposal."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import Column, Kind
from ansvarskarta.graph.proposals import Proposal, reject
from ansvarskarta.graph.values import Row, Value, texts
from ansvarskarta.loaders.decisions import READER_VERSION
from ansvarskarta.views import data
from ansvarskarta.views.against import against
from ansvarskarta.views.choosing import choose
from ansvarskarta.views.page import Page
from ansvarskarta.views.proposers import proposers
from ansvarskarta.views.review_proposals import heading_of, title_of
from ansvarskarta.views.storing import attempt, store, tell

# Where a row comes from is not corrected: another place in the text is another proposal.
_FIXED = ("id", "document", "locator", "quote", "confidence", "sha256")


def show(page: Page, shown: Sequence[Proposal]) -> None:
    """Draws the choice of a proposal and, once one is chosen, a field for each of its columns."""
    by_key = {one.key: one for one in shown}
    names = page.names(str(one.row[name]) for one in shown for name in ("start", "end") if one.row.get(name))
    page.show("part.html", title=page.text("review.correct"), lead=page.text("review.correct_lead"), level=2)
    key = st.selectbox(
        page.text("review.correct_which"),
        list(by_key),
        format_func=lambda one: title_of(page, by_key[one], names),
        index=None,
        placeholder=page.text("handover.choose"),
        key="review-correct",
    )
    if not key:
        return
    one = by_key[key]
    given = {column.name: _field(page, one, column) for column in one.table.columns if column.name not in _FIXED}
    row: Row = {**one.row, **{name: value.strip() or None for name, value in given.items()}}
    if contradiction := against(page, one.table, row):
        page.show("part_empty.html", what=contradiction)
    if st.button(page.text("review.correct_button"), type="primary", key="review-correct-store"):
        _store(page, one, row)


def _field(page: Page, one: Proposal, column: Column) -> str:
    value, key = one.row.get(column.name), f"review-correct-{one.key}-{column.name}"
    title = heading_of(column, page)
    if column.choices:
        return _choice(page, title, column, value, key)
    if column.kind is Kind.ID:
        none = "" if column.required else page.text("values.none")
        return choose(page, column.refers_to, key, chosen=str(value or ""), none=none)
    if column.kind is Kind.IDS:
        known = {named.id: named.name for label in column.refers_to for named in page.data.listed(label)}
        chosen = [id_ for id_ in texts(value) if id_ in known]
        return ";".join(st.multiselect(title, list(known), chosen, format_func=known.__getitem__, key=key))
    if column.kind in (Kind.DATES, Kind.TEXTS):
        title = page.text("review.several", what=title)
    shown = ";".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return st.text_input(title, value=shown, max_chars=500, key=key)


def _choice(page: Page, title: str, column: Column, value: Value, key: str) -> str:
    options = ["", *column.values]
    names = {option.value: option.name.in_(page.view.lang) for option in column.choices}
    index = options.index(str(value)) if value in options else 0
    return st.selectbox(title, options, index=index, format_func=lambda one: names.get(one, "–"), key=key)


def _store(page: Page, one: Proposal, row: Row) -> None:
    """Stores the corrected row; one that is another relationship takes the place of the one that was proposed."""
    by = proposers(page, [one.key]).get(one.key, page.text("values.none"))
    note = page.text("review.corrected_note", by=by, version=READER_VERSION)
    write = store(page, {one.table.name: [row]}, person=page.visitor.name, note=note)
    if write is None:
        return
    writes = [write]
    if identity(one.table, row) != one.key:
        gone = attempt(page, lambda: reject(data.graph(), [one.key], page.visitor.name, reason=note))
        if gone is None:
            return
        writes.append(gone.id)
    tell(page.text("review.corrected"), *writes)
