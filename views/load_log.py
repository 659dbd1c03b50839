"""The latest loads on the page Ladda, and taking one back."""

from __future__ import annotations

import streamlit as st
from ansvarskarta.graph.changes import Load
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.undo import undo
from ansvarskarta.views import data, wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Heading, Shown, Table, draw

_LATEST = 20
_FILES = 3
_COLUMNS = ("moment", "deed", "rows", "person", "files", "state")


def show(page: Page) -> None:
    """Draws the loads, and a way to take back each that still stands."""
    writes = page.data.writes()
    if not writes:
        return
    page.show("part.html", title=page.text("loading.log"), lead=page.text("loading.log_lead"), level=2)
    headings = tuple(Heading(page.text(f"columns.{one}"), is_number=one == "rows") for one in _COLUMNS)
    rows = tuple(_row(page, one) for one in writes[:_LATEST])
    draw(page, Table(page.text("loading.log"), headings, rows, len(writes)))
    standing = {one.id: one for one in writes[:_LATEST] if one.is_done and not one.undone_by}
    if not standing:
        return
    with st.form("load-undo", border=False):
        chosen = st.selectbox(
            page.text("loading.undo_which"),
            list(standing),
            format_func=lambda id_: _said(page, standing[id_]),
            index=None,
            placeholder=page.text("loading.undo_choose"),
            key="load-undo-which",
        )
        wanted = st.form_submit_button(page.text("loading.undo"))
    if wanted and chosen:
        _undo(page, chosen)


def _undo(page: Page, load_id: str) -> None:
    try:
        done = undo(data.graph(), load_id, page.visitor.name)
    except AnsvarskartaError as error:
        page.refused(error)
        return
    st.session_state["load-done"] = page.text("loading.undone", number=wording.number(done.rows, page.view.lang))
    st.rerun()


def _row(page: Page, one: Load) -> tuple[Shown, ...]:
    state = "state_cut_off" if not one.is_done else "state_undone" if one.undone_by else "state_stands"
    return (
        Shown(wording.moment(one.at, page.view.lang)),
        Shown(page.text(f"about.deed_{one.deed}")),
        Shown(wording.number(one.rows, page.view.lang)),
        Shown(one.person),
        Shown(files(page, one)),
        Shown(page.text(f"loading.{state}")),
    )


def files(page: Page, one: Load) -> str:
    """The names of the files that a load came from, and how many more there are."""
    names = ", ".join(file.name for file in one.files[:_FILES])
    more = len(one.files) - _FILES
    return " ".join(filter(None, (names, page.text("values.more", number=more) if more > 0 else ""))) or page.text(
        "values.none"
    )


def _said(page: Page, one: Load) -> str:
    lang, deed = page.view.lang, page.text(f"about.deed_{one.deed}")
    moment, number = wording.moment(one.at, lang), wording.number(one.rows, lang)
    return page.text("loading.one", moment=moment, deed=deed, person=one.person, number=number)
