"""Choosing one node of the graph among many: the likeliest first, and all within reach by a few letters."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page
from rapidfuzz import fuzz, process
from streamlit.delta_generator import DeltaGenerator

_MOST = 1_000  # a longer list takes long to send; above that a field narrows it


def choose(
    page: Page,
    labels: Sequence[str],
    key: str,
    *,
    title: str = "",
    chosen: str = "",
    near: str = "",
    first: Sequence[str] = (),
    none: str = "",
    beside: DeltaGenerator | None = None,
) -> str:
    """Draws the choice among the accepted nodes of some labels and returns the id, empty where none is chosen.

    ``chosen`` is the id to begin with, ``near`` the words that the likeliest are like, ``first`` are ids that stand
    before all others, ``none`` is what no choice is called: without it, there always is one. ``beside`` is where the
    field that narrows a long list is drawn: for a choice within a form a place outside it, as it has to work at once.
    """
    title = title or " / ".join(wording.kind(label, page.view.lang) for label in labels)
    known = {one.id: one for label in labels for one in page.data.listed(label)}
    if chosen:
        known |= page.names([chosen])
    if len(known) > _MOST:
        asked = page.text("review.search_in", number=wording.number(len(known), page.view.lang))
        if beside is not None:
            asked = f"{title}: {asked[0].lower()}{asked[1:]}"
        near = (beside or st).text_input(asked, key=f"{key}-search") or near
    before = [id_ for id_ in (chosen, *first) if id_ in known]
    ids = [""] if none or not chosen else []
    ids += dict.fromkeys([*before, *_likeliest(list(known.values()), near)])
    return st.selectbox(
        title[0].upper() + title[1:],
        ids,
        index=ids.index(chosen) if chosen else 0,
        format_func=lambda id_: known[id_].name if id_ else none or page.text("handover.choose"),
        key=key,
    )


def _likeliest(known: Sequence[Named], near: str) -> list[str]:
    """The ids of the nodes most alike some words, then the others by name, as many as can be sent."""
    if not near:
        return [one.id for one in sorted(known, key=lambda one: one.name)[:_MOST]]
    names = [one.name.casefold() for one in known]
    found = process.extract(near.casefold(), names, scorer=fuzz.token_set_ratio, limit=_MOST)
    return [known[place].id for _, _, place in found]
