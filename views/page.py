"""What every page is given: the address it shows, the data, the visitor, its texts and its templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.queries.nodes import Named
from ansvarskarta.texts import text
from ansvarskarta.views.data import Data
from ansvarskarta.views.rendering import rendered
from ansvarskarta.views.state import View
from ansvarskarta.views.visitor import Visitor


class NothingSaid(Exception):
    """The page has said why there is nothing to show; what would come after it is left out."""


@dataclass(frozen=True, slots=True)
class Page:
    """One run of one page."""

    view: View
    data: Data
    visitor: Visitor
    own: dict[str, object] = field(default_factory=dict)

    def text(self, key: str, /, **values: object) -> str:
        """A text of the pages, ``search.title`` standing in ``texts/page_search.toml``."""
        return text(f"page_{key}", self.view.lang, **values)

    def show(self, template: str, /, **values: object) -> None:
        """Draws a template; what comes from data is escaped by it, always. One that comes out empty draws nothing."""
        drawn = self.markup(template, **values)
        if drawn:
            st.html(drawn)

    def markup(self, template: str, /, **values: object) -> str:
        """A template filled in, as HTML."""
        return rendered(template, page=self, view=self.view, **values)

    def say(self, what: str, /, **values: object) -> None:
        """Draws one of the states that have a text of their own: ``empty``, ``gone``, ``database_down``..."""
        self.show("state.html", what=what, values=values)

    def refused(self, error: AnsvarskartaError, *why: str) -> None:
        """Draws why something was refused, ``why`` in more detail, and what to do."""
        lang = self.view.lang
        self.say("wrong", message=" ".join([error.message(lang), *why]), hint=error.hint(lang))

    def go(self, page: str, /, **values: str | int) -> None:
        """Leads on to a page, as a step of the browser's history: what a click in a picture asks for."""
        self.show("go.html", href=self.view.href(page, **values))

    def names(self, ids: Iterable[str]) -> dict[str, Named]:
        """The nodes of these ids; one that does not exist is named by its id."""
        asked = [id_ for id_ in ids if id_]
        found = self.data.named(asked)
        return {id_: found.get(id_) or Named(id_, "", id_) for id_ in asked}
