"""Granska beslut: a decision's text with what was read from it, and every proposal to accept or reject. For editors."""

from __future__ import annotations

import streamlit as st
from ansvarskarta.graph.content import accepted
from ansvarskarta.graph.model import RelationshipTable
from ansvarskarta.graph.proposals import Proposal, proposals
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import READER_VERSION
from ansvarskarta.loaders.decisions.tables import but
from ansvarskarta.views import adding, correcting, data, marking, review_proposals, review_rest, wording
from ansvarskarta.views.marked_text import marked, places_added, places_of
from ansvarskarta.views.opened import Opened, opened
from ansvarskarta.views.page import Page
from ansvarskarta.views.storing import store, tell, told

_SHOWN = 60


def show(page: Page) -> None:
    """Draws the page."""
    page.show("heading.html", title=page.text("review.title"))
    if not page.visitor.may_edit:
        page.show("no_right.html", why=page.visitor.why_not)
        return
    told(page)
    page.show("part.html", title=page.text("review.step_1"), lead=page.text("review.lead"), level=2)
    decision = opened(page)
    waiting = page.data.waiting()
    if decision:
        _said(page, decision)
        gone = {accepted(key) for key in waiting}
        _store(page, but(decision.rows, gone), "review.store")
        if decision.suggested is not None:
            _store(page, but(decision.suggested, gone), "review.suggest")
    page.show("part.html", title=page.text("review.step_2"), lead=page.text("review.step_2_lead"), level=2)
    if not waiting:
        page.show("part_empty.html", what=page.text("review.nothing_waits"))
    if decision is None:
        shown = proposals(data.graph(), waiting[:_SHOWN])
        review_proposals.show(page, shown, len(waiting), {})
    else:
        shown = _beside_text(page, decision, waiting)
        adding.show(page, decision)
    if shown:
        correcting.show(page, shown)


def _beside_text(page: Page, decision: Opened, waiting: list[str]) -> list[Proposal]:
    """Draws the text beside the proposals: what rests on it first, in its order, then the rest."""
    places = places_of(decision.reading, decision.found)
    about = {key for _, _, key in places}
    near = [key for key in waiting if accepted(key) in about or decision.mandate in key.split("|")]
    own = proposals(data.graph(), near)
    places += places_added(own, decision.source, len(decision.reading.text))
    text, numbers = marked(decision.reading.text, places)
    own.sort(key=lambda one: (numbers.get(accepted(one.key), len(places) + 1), *_nodes_first(one)))
    taken = set(near)
    rest = [key for key in waiting if key not in taken][: max(_SHOWN - len(own), 0)]
    shown = [*own, *proposals(data.graph(), rest)][:_SHOWN]
    beside, listed = st.columns([5, 6], gap="medium")
    with beside:
        page.show("review_text.html", document=decision.reading.document, parts=text)
        marking.show(page, decision.reading)
    with listed:
        review_proposals.show(page, shown, len(waiting), numbers)
        review_rest.show(page, decision, numbers, {accepted(one.key) for one in shown}, set(map(accepted, waiting)))
    return shown


def _nodes_first(one: Proposal) -> tuple[bool, str, str]:
    return isinstance(one.table, RelationshipTable), one.table.name, one.key


def _said(page: Page, decision: Opened) -> None:
    """Draws what must be known before anything is stored: open questions, and what rested on an older text."""
    old = decision.reopened
    ends = ("start", "end", "id")
    names = page.names(str(row.row.get(name) or "") for row in old for name in ends)
    rested = [(" – ".join(names[str(one.row[name])].name for name in ends if one.row.get(name)), one) for one in old]
    questions = [one.text(page.view.lang) for one in decision.found.questions]
    if questions or rested or decision.exists:
        page.show("review_said.html", questions=questions, rested=rested, exists=decision.exists)


def _store(page: Page, rows: dict[str, list[Row]], key: str) -> None:
    number = sum(map(len, rows.values()))
    if not number:
        page.show("part_empty.html", what=page.text(f"{key}_nothing"))
        return
    said = wording.number(number, page.view.lang)
    if st.button(page.text(key, number=said), type="primary", key=key):
        person = page.text("review.reader", person=page.visitor.name, version=READER_VERSION)
        if write := store(page, rows, person=person):
            tell(page.text("review.stored", number=said), write)
