"""The script that Streamlit runs for every page: reads the address, draws the frame, and lets the page fill it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import streamlit as st
from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.graph.dates import today
from ansvarskarta.graph.errors import AnsvarskartaError, DatabaseUnavailable
from ansvarskarta.texts import Language, text
from ansvarskarta.views import (
    about,
    asking,
    coverage,
    data,
    exploring,
    gaps,
    handover,
    loading,
    overview,
    reviewing,
    search,
    thing,
    timeline,
)
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import (
    ABOUT,
    ASK,
    COVERAGE,
    EXPLORE,
    GAPS,
    HANDOVER,
    LOAD,
    OVERVIEW,
    REVIEW,
    SEARCH,
    THING,
    TIMELINE,
    View,
    read_view,
)
from ansvarskarta.views.visitor import visitor_of

_STATIC = Path(__file__).resolve().parent / "static"

# Every page in the menu's order: its address, the name of its title, what draws it, and whether the menu shows it.
PAGES: dict[str, tuple[str, Callable[[Page], None], bool]] = {
    SEARCH: ("search", search.show, True),
    OVERVIEW: ("overview", overview.show, True),
    GAPS: ("gaps", gaps.show, True),
    COVERAGE: ("coverage", coverage.show, True),
    TIMELINE: ("timeline", timeline.show, True),
    HANDOVER: ("handover", handover.show, True),
    ASK: ("ask", asking.show, True),
    LOAD: ("load", loading.show, True),
    REVIEW: ("review", reviewing.show, True),
    ABOUT: ("about", about.show, True),
    THING: ("thing", thing.show, False),
    EXPLORE: ("explore", exploring.show, False),
}

FOR_EDITORS = (LOAD, REVIEW)
UNKNOWN_ID = "asking.unknown_id"
NEED_NO_DATA = (ASK, LOAD, REVIEW, ABOUT)


def _run(name: str) -> None:
    view = read_view(name, st.query_params.to_dict())
    st.html(_STATIC / "page.css")
    away: DatabaseUnavailable | None = None
    try:
        current = data.state()
    except DatabaseUnavailable as error:
        current, away = data.State("", is_demo=False, seen=""), error
    page = _page(view, current)
    _frame(page, current)
    try:
        _fill(page, name, away)
    except DatabaseUnavailable as error:
        page.say("database_down")
        page.show("error.html", error=error)
    except AnsvarskartaError as error:
        page.say("gone") if error.code == UNKNOWN_ID else page.refused(error)
    page.show("footer.html", version=PRODUCT_VERSION, state=current)


def _fill(page: Page, name: str, away: DatabaseUnavailable | None) -> None:
    """Draws the page itself, or its title alone where there is nothing that it could show."""
    if away is None and (name in NEED_NO_DATA or not page.data.is_empty()):
        PAGES[name][1](page)
        return
    page.show("heading.html", title=page.text(f"frame.{PAGES[name][0]}"))
    if away is not None:
        raise away
    page.say("empty_graph")


def _page(view: View, current: data.State) -> Page:
    settings = data.settings()
    address = str(st.get_option("server.address") or "")
    visitor = visitor_of(settings, st.context.headers.to_dict(), address, read_only=settings.read_only)
    key = data.Key(view.as_of, view.day, view.lang, visitor.role, current.version)
    return Page(view, data.Data(key), visitor)


def _frame(page: Page, current: data.State) -> None:
    menu = [
        (name, page.text(f"frame.{title}"))
        for name, (title, _, shown) in PAGES.items()
        if shown and (name not in FOR_EDITORS or page.visitor.may_edit)
    ]
    other = Language.EN if page.view.lang is Language.SV else Language.SV
    notes: list[str] = []
    if current.version:
        with suppress(DatabaseUnavailable):  # the page itself says so
            notes = page.data.notes()
    page.show("frame.html", menu=menu, state=current, other=other.value, today=today(), notes=notes)


def main() -> None:
    """Draws the page that the address names."""
    lang = read_view("", st.query_params.to_dict()).lang
    st.set_page_config(page_title="Ansvarskarta", page_icon=_STATIC / "icon.png", layout="wide")
    pages = [
        st.Page(
            _drawer(name), title=f"{text(f'page_frame.{title}', lang)} – Ansvarskarta", url_path=name, default=not name
        )
        for name, (title, _, _) in PAGES.items()
    ]
    st.navigation(pages, position="hidden").run()


def _drawer(name: str) -> Callable[[], None]:
    def draw() -> None:
        _run(name)

    draw.__name__ = f"page_{name or 'start'}"
    return draw


main()
