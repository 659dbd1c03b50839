"""Correcting a proposal before anybody accepts it: the corrected row becomes the editor's own proposal."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.model import Column, RelationshipTable
from ansvarskarta.graph.proposals import Proposal
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.loaders.decisions.tables import write_rows
from ansvarskarta.loaders.loading import load
from ansvarskarta.views import data
from ansvarskarta.views.page import Page
from ansvarskarta.views.review_proposals import DONE, heading_of, title_of

# Where a row comes from and what tells it from others is not corrected but rejected.
_FIXED = ("id", "start", "end", "document", "locator", "quote", "confidence", "sha256")


def show(page: Page, waiting: Sequence[Proposal]) -> None:
    """Draws the choice of a proposal and, once one is chosen, a field for each of its columns."""
    by_key = {one.key: one for one in waiting}
    names = page.names(str(one.row[name]) for one in waiting for name in ("start", "end") if one.row.get(name))
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
    with st.form(f"review-correct-{key}", border=False):
        given = {column.name: _field(page, column, one.row.get(column.name)) for column in _columns(one)}
        wanted = st.form_submit_button(page.text("review.correct_button"), type="primary")
    if wanted:
        _store(page, one, given)


def _columns(one: Proposal) -> list[Column]:
    fixed = (*_FIXED, *(one.table.identity if isinstance(one.table, RelationshipTable) else ()))
    return [column for column in one.table.columns if column.name not in fixed]


def _field(page: Page, column: Column, value: Value) -> str:
    title = heading_of(column, page)
    if column.choices:
        options = ["", *column.values]
        names = {option.value: option.name.in_(page.view.lang) for option in column.choices}
        index = options.index(str(value)) if value in options else 0
        return st.selectbox(title, options, index=index, format_func=lambda one: names.get(one, "–"))
    return st.text_input(title, value=";".join(value) if isinstance(value, list) else str(value or ""), max_chars=500)


def _store(page: Page, one: Proposal, given: Mapping[str, str]) -> None:
    row: Row = {**one.row, **{name: value.strip() or None for name, value in given.items()}}
    try:
        with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
            write_rows({one.table.name: [row]}, Path(folder) / "tables")
            load(data.graph(), [Path(folder) / "tables"], person=page.visitor.name)
    except AnsvarskartaError as error:
        page.say("wrong", message=error.message(page.view.lang), hint=error.hint(page.view.lang))
        return
    st.session_state[DONE] = page.text("review.corrected")
    st.rerun()
