"""Who is to take over: what has been proposed and accepted, proposing somebody, and accepting what others proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import cast

import streamlit as st
from ansvarskarta.exports.handover import Proposed, propose
from ansvarskarta.graph.dates import is_date
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.proposals import Proposal, accept, proposals, reject
from ansvarskarta.queries import AnswerRow
from ansvarskarta.views import data, wording
from ansvarskarta.views.choosing import choose
from ansvarskarta.views.page import Page
from ansvarskarta.views.proposers import any_is_own, proposers
from ansvarskarta.views.tables import Heading, Shown, Table, draw
from streamlit.delta_generator import DeltaGenerator

_DONE = "handover-done"
_OWNS = "RESPONSIBLE_FOR|"
_COLUMNS = ("target", "actor", "valid_from", "valid_to", "mandate", "person", "reason_given")


def said(page: Page) -> None:
    """Draws what the visitor has just done here, if anything: once nothing is left, the forms are gone."""
    if done := st.session_state.pop(_DONE, None):
        page.show("part_empty.html", what=done)


def show(page: Page, left: Sequence[AnswerRow], day: str) -> None:
    """Draws what is proposed for the things that are left, and for editors the two forms."""
    targets = [str(row["target"]) for row in left]
    waiting = _waiting(page, targets)
    _proposed(page, waiting)
    if not page.visitor.may_edit:
        page.show("part_empty.html", what=page.text("handover.editors_propose"))
        return
    if waiting:
        _decide(page, waiting)
    _propose(page, left, dt.date.fromisoformat(day) + dt.timedelta(days=1))


def _waiting(page: Page, targets: Sequence[str]) -> list[Proposal]:
    about = [key for key in page.data.waiting() if key.startswith(_OWNS) and key.split("|")[2] in targets]
    return [one for one in proposals(data.graph(), about) if one.row["role"] == "owner"]


def _proposed(page: Page, waiting: Sequence[Proposal]) -> None:
    if not waiting:
        page.show("part_empty.html", what=page.text("handover.none_proposed"))
        return
    lang, none = page.view.lang, page.text("values.none")
    by = proposers(page, (one.key for one in waiting))
    names = page.names(str(one.row[name] or "") for one in waiting for name in ("start", "end", "mandate"))
    rows = tuple(
        (
            Shown(links=(names[str(one.row["end"])],)),
            Shown(links=(names[str(one.row["start"])],)),
            Shown(wording.day(_words(one, "valid_from"), lang) or page.text("values.unknown_start")),
            Shown(wording.day(_words(one, "valid_to"), lang) or none),
            Shown(links=(names[_words(one, "mandate")],)) if one.row.get("mandate") else Shown(none),
            Shown(by.get(one.key) or none),
            Shown(_words(one, "note") or none),
        )
        for one in waiting
    )
    page.show("part.html", title=page.text("handover.proposed"), lead=page.text("handover.proposed_lead"), level=3)
    headings = tuple(Heading(page.text(f"columns.{name}")) for name in _COLUMNS)
    draw(page, Table(page.text("handover.proposed"), headings, rows, len(rows)))


def _decide(page: Page, waiting: Sequence[Proposal]) -> None:
    names = page.names(str(one.row[name]) for one in waiting for name in ("start", "end"))
    by_key = {one.key: one for one in waiting}
    with st.form("handover-decide", border=False, clear_on_submit=True):
        key = st.selectbox(
            page.text("handover.decide_which"),
            list(by_key),
            format_func=lambda one: page.text(
                "handover.pair",
                target=names[str(by_key[one].row["end"])].name,
                actor=names[str(by_key[one].row["start"])].name,
            ),
        )
        reason = st.text_input(page.text("handover.why_decide"), max_chars=500)
        yes, no, _ = st.columns([1, 1, 3])
        accepted = yes.form_submit_button(page.text("handover.accept"), type="primary")
        rejected = no.form_submit_button(page.text("handover.reject"))
    if not key or not (accepted or rejected):
        return
    if accepted and any_is_own(page, [key]):
        page.show("part_empty.html", what=page.text("handover.own_proposal"))
        return
    if rejected and not reason.strip():
        page.show("part_empty.html", what=page.text("handover.reject_why"))
        return
    confidence = "stated" if by_key[key].row.get("document") else "inferred"
    try:
        if accepted:
            accept(data.graph(), [key], page.visitor.name, confidence=confidence, note=reason.strip())
        else:
            reject(data.graph(), [key], page.visitor.name, reason=reason.strip())
    except AnsvarskartaError as error:
        page.refused(error)
        return
    _done(page, "handover.accepted" if accepted else "handover.rejected")


def _propose(page: Page, left: Sequence[AnswerRow], first: dt.date) -> None:
    targets = {str(row["target"]): str(row["target_name"]) for row in left}
    page.show("part.html", title=page.text("handover.propose"), lead=page.text("handover.propose_lead"), level=3)
    beside = st.container()
    # All in one form: nothing redraws the page while somebody writes, and the button carries what stands in the fields.
    with st.form("handover-propose", border=False):
        target = st.selectbox(page.text("columns.target"), list(targets), format_func=targets.__getitem__)
        actor = _choice(page, beside, "Actor", "successor", first=_candidates(left))
        mandate = _choice(page, beside, "Mandate", "by_mandate")
        document = _choice(page, beside, "Document", "by_document")
        start, end = st.columns(2)
        valid_from = start.text_input(page.text("handover.first_day"), value=first.isoformat(), max_chars=10)
        valid_to = end.text_input(page.text("handover.last_day"), max_chars=10)
        reason = st.text_input(page.text("handover.why"), max_chars=500)
        wanted = st.form_submit_button(page.text("handover.propose_button"), type="primary")
    if not wanted:
        return
    if not target or not actor or not reason.strip():
        page.show("part_empty.html", what=page.text("handover.propose_missing"))
        return
    if not is_date(valid_from) or (valid_to and not is_date(valid_to)):
        page.show("part_empty.html", what=page.text("handover.propose_day"))
        return
    one = Proposed(target, actor, valid_from, valid_to or None, mandate or None, document or None, reason.strip())
    try:
        propose(data.graph(), [one], page.visitor.name)
    except AnsvarskartaError as error:
        page.refused(error)
        return
    _done(page, "handover.is_proposed")


def _choice(page: Page, beside: DeltaGenerator, label: str, name: str, *, first: Sequence[str] = ()) -> str:
    title, none = page.text(f"handover.{name}"), page.text("handover.choose")
    return choose(page, (label,), f"handover-{name}", title=title, first=first, none=none, beside=beside)


def _candidates(left: Sequence[AnswerRow]) -> list[str]:
    return [str(one["actor"]) for row in left for one in cast("list[Mapping[str, object]]", row["candidates"])]


def _done(page: Page, key: str) -> None:
    st.session_state[_DONE] = page.text(key)
    st.rerun()


def _words(one: Proposal, name: str) -> str:
    return str(one.row.get(name) or "")
