"""The proposals that wait, each with the words it rests on and what it would change; accepting and rejecting them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from ansvarskarta.graph.content import accepted
from ansvarskarta.graph.model import Column, Kind, NodeTable, RelationshipTable
from ansvarskarta.graph.proposals import Proposal, accept, reject
from ansvarskarta.graph.values import Value
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import data, wording
from ansvarskarta.views.against import against
from ansvarskarta.views.page import Page
from ansvarskarta.views.proposers import any_is_own, proposers
from ansvarskarta.views.storing import attempt, tell

_ADDRESS = re.compile(r"https?:|www(?=\.)|@", re.IGNORECASE)
_EVERY, _REASON = "review-every", "review-reason"
_HOW_TO_FILL = re.compile(r",? (?:med )?semikolon mellan|,? ?;")
_LEFT_OUT = ("id", "start", "end", "document", "locator", "quote", "confidence", "sha256")


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside a proposal: the number of its mark in the open text, 0 if none, and who proposed it.

    The first of a number is where its mark leads. ``against`` says what the graph has against it, if anything.
    """

    number: int
    person: str
    is_first: bool
    against: str


def show(page: Page, shown: Sequence[Proposal], waiting: int, numbers: Mapping[str, int]) -> None:
    """Draws proposals with a tick box each, and the two buttons; ``waiting`` is how many there are in all."""
    if not shown:
        return
    names = page.names(_ids(shown))
    beside = _beside(page, shown, numbers)
    with st.form("review", border=False):
        chosen = [one for one, near in zip(shown, beside, strict=True) if _one(page, one, names, near)]
        if waiting > len(shown):
            page.show(
                "part_empty.html",
                what=page.text("frame.truncated", shown=len(shown), all=wording.number(waiting, page.view.lang)),
            )
        every = st.checkbox(page.text("review.every", number=len(shown)), key=_EVERY)
        reason = st.text_input(page.text("review.reason"), max_chars=500, key=_REASON)
        yes, no = st.columns(2)
        is_accepted = yes.form_submit_button(page.text("handover.accept"), type="primary")
        is_rejected = no.form_submit_button(page.text("handover.reject"))
    wanted = list(shown) if every else chosen
    if is_accepted or is_rejected:
        _decide(page, wanted, reason.strip(), is_accepted=is_accepted)


def _beside(page: Page, shown: Sequence[Proposal], numbers: Mapping[str, int]) -> list[_Beside]:
    by = proposers(page, (one.key for one in shown))
    found = [numbers.get(accepted(one.key), 0) for one in shown]
    return [
        _Beside(
            number,
            by.get(one.key, ""),
            is_first=number > 0 and number not in found[:place],
            against=against(page, one.table, one.row),
        )
        for place, (one, number) in enumerate(zip(shown, found, strict=True))
    ]


def _decide(page: Page, wanted: Sequence[Proposal], reason: str, *, is_accepted: bool) -> None:
    if not wanted:
        page.show("part_empty.html", what=page.text("review.none_chosen"))
        return
    if not is_accepted and not reason:
        page.show("part_empty.html", what=page.text("handover.reject_why"))
        return
    if is_accepted and any_is_own(page, [one.key for one in wanted]):
        page.show("part_empty.html", what=page.text("handover.own_proposal"))
        return
    keys, person = [one.key for one in wanted], page.visitor.name
    # Who, or which version of the reader, the rows came from is remembered with who accepted them.
    note = "; ".join(filter(None, (reason, *sorted(set(proposers(page, keys).values()) - {person}))))
    decided = attempt(
        page,
        lambda: (
            accept(data.graph(), keys, person, note=note)
            if is_accepted
            else reject(data.graph(), keys, person, reason=reason)
        ),
    )
    if decided is not None:
        done = "review.accepted" if is_accepted else "review.rejected"
        tell(
            page.text(done, number=wording.number(len(keys), page.view.lang)),
            decided.id,
            empty={_REASON: "", _EVERY: False},
        )


def _one(page: Page, one: Proposal, names: Mapping[str, Named], beside: _Beside) -> bool:
    ticked = st.checkbox(without_markdown(title_of(page, one, names)), key=f"review-{one.key}")
    differences = [
        (
            heading_of(one.table.column(difference.column), page),
            _plain(page, one, difference.column, difference.before, names),
            _plain(page, one, difference.column, difference.after, names),
        )
        for difference in one.differences
        if difference.column not in _LEFT_OUT
    ]
    page.show(
        "review_one.html",
        one=one,
        beside=beside,
        differences=differences,
        stands=one.stands is not None,
    )
    return ticked


def heading_of(column: Column, page: Page) -> str:
    """What a column is, without what its description adds on how to fill it in."""
    return _HOW_TO_FILL.split(column.description.in_(page.view.lang))[0].rstrip(".")


def title_of(page: Page, one: Proposal, names: Mapping[str, Named]) -> str:
    """What is proposed, in a few words."""
    lang = page.view.lang
    said = str(one.row.get("name") or one.row.get("title") or one.row.get("id"))
    if isinstance(one.table, NodeTable):
        said = f"{wording.kind(one.table.label, lang)}: {said}"
    elif isinstance(one.table, RelationshipTable):
        start, end = names[str(one.row["start"])].name, names[str(one.row["end"])].name
        said = f"{start} – {wording.relation(one.table.type, lang, outward=True)} – {end}"
    return said


def without_markdown(words: str) -> str:
    """Words with every sign of Markdown escaped, for what Streamlit reads as such: the label of a field.

    An address becomes a link even where its signs are escaped; a joiner that is not seen keeps it apart.
    """
    apart = _ADDRESS.sub("\\g<0>\u2060", words)
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>~$:&" else sign for sign in apart)


def _ids(found: Sequence[Proposal]) -> set[str]:
    named = {str(one.row[name]) for one in found for name in ("start", "end") if one.row.get(name)}
    changed = {
        id_
        for one in found
        for difference in one.differences
        for value in (difference.before, difference.after)
        if one.table.column(difference.column).kind in (Kind.ID, Kind.IDS) and value
        for id_ in (value if isinstance(value, list) else [str(value)])
    }
    return named | changed


def _plain(page: Page, one: Proposal, name: str, value: Value, names: Mapping[str, Named]) -> str:
    lang, column = page.view.lang, one.table.column(name)
    if value is None or value in ("", []):
        return page.text("values.none")
    if isinstance(value, list):
        return ", ".join(
            wording.day(each, lang) if column.kind is Kind.DATES else names[each].name if each in names else each
            for each in value
        )
    match column.kind:
        case Kind.DATE | Kind.PARTIAL_DATE:
            return wording.day(str(value), lang)
        case Kind.ID:
            return names[str(value)].name if str(value) in names else str(value)
        case Kind.CHOICE:
            return wording.choice(str(value), one.table.name, name, lang)
    return wording.number(value, lang) if isinstance(value, float) else str(value)
