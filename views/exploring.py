"""Utforska: the graph around a thing, step by step. What has been opened stands in the address; Back takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import streamlit as st
from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.queries.nodes import Link, Named
from ansvarskarta.views import wording
from ansvarskarta.views.ego import LOOKS, said
from ansvarskarta.views.filters import filter_of
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import EXPLORE, THING
from ansvarskarta.views.tables import Heading, Shown, Table, draw
from streamlit.components.v2 import component

ID, OPENED, TOWARDS = "id", "med", "mot"
_GOALS = ("Actor", "Bottleneck", "Establishment")
MOST = 250
_BETWEEN, _OF_KIND = ",", "~"
_TEXTS = (
    "find", "open", "expand", "expand_kind", "all", "png", "svg", "help", "picture", "links", "selected", "not_found",
)  # fmt: skip
_MARKUP = (Path(__file__).resolve().parent / "explorer" / "explorer.html").read_text(encoding="utf-8")
_explorer = component("ansvarskarta.explorer", js="explorer.js", css="explorer.css", html=_MARKUP)


def show(page: Page) -> None:
    """Draws the page."""
    id_ = page.view.value(ID)
    node = page.data.node(id_) if id_ else None
    if node is None:
        page.show("heading.html", title=page.text("explore.title"))
        page.say("gone")
        return
    start = Named(node.id, node.label, node.name(page.view.lang))
    goal = filter_of(page, TOWARDS, _GOALS)
    towards = goal.chosen.id if goal.chosen else ""
    steps = [step for step in page.view.value(OPENED).split(_BETWEEN) if step and page.data.node(_opened(step))]
    way = page.data.path(id_, towards) if towards else []
    page.show(
        "explore.html",
        start=start,
        steps=steps,
        undo=_BETWEEN.join(steps[:-1]),
        towards=towards,
        way=[page.names(way)[one] for one in way],
        goal=goal,
    )
    shown, links, left_out = surroundings(page, start, steps, way)
    if left_out:
        numbers = {"shown": len(shown), "left_out": left_out}
        said = {name: wording.number(number, page.view.lang) for name, number in numbers.items()}
        page.show("part_empty.html", what=page.text("explore.left_out", **said))
    _draw(page, start, shown, links, _opened(steps[-1]) if steps else start.id)
    _table(page, shown, links)


def _opened(step: str) -> str:
    """The id of what a step opened."""
    return step.partition(_OF_KIND)[0]


def surroundings(
    page: Page, start: Named, steps: Iterable[str], way: Iterable[str]
) -> tuple[dict[str, Named], list[tuple[str, str, str]], int]:
    """What is shown: nodes by id, and links from, to and what they say, of everything that was opened.

    The third is how many nodes that were opened have no room.
    """
    shown = {start.id: start}
    links: dict[tuple[str, str, str], None] = {}
    left_out: set[str] = set()
    opened = [(start.id, ""), *(step.partition(_OF_KIND)[::2] for step in steps)]
    wanted = list(way)
    for id_ in [one for one, _ in opened] + wanted:
        shown.setdefault(id_, page.names([id_])[id_])
    for id_, kind in [*opened, *((one, "-") for one in wanted)]:
        for link in page.data.links(id_):
            if link.is_proposed or not link.holds(page.view.day):
                continue
            is_asked = kind in ("", link.other.label)
            if link.other.id in shown or (is_asked and len(shown) < MOST):
                shown.setdefault(link.other.id, link.other)
                links[_ends(page, id_, link)] = None
            elif is_asked:
                left_out.add(link.other.id)
    return shown, list(links), len(left_out)


def _ends(page: Page, id_: str, link: Link) -> tuple[str, str, str]:
    what = said(page, link) if link.outward else wording.relation(link.type, page.view.lang, outward=True)
    return (id_, link.other.id, what) if link.outward else (link.other.id, id_, what)


def _draw(page: Page, start: Named, shown: dict[str, Named], links: list[tuple[str, str, str]], selected: str) -> None:
    lang = page.view.lang
    data = {
        "start": start.id,
        "selected": selected,
        "nodes": [
            {"id": one.id, "label": one.name, "kind": one.label, "said": wording.kind(one.label, lang)}
            for one in shown.values()
        ],
        "links": [{"from": one, "to": other, "said": what} for one, other, what in links],
        "looks": {label: {"colour": colour, "shape": shape} for label, (colour, shape) in LOOKS.items()},
        "kinds": {table.label: wording.kind(table.label, lang) for table in NODE_TABLES},
        "texts": {name: page.text(f"explore.{name}") for name in _TEXTS},
    }
    page.show(
        "legend.html", looks=[(label, *LOOKS[label]) for label in dict.fromkeys(one.label for one in shown.values())]
    )
    with st.container(key="explorer-box"):
        result = _explorer(key="explorer", data=data, on_expand_change=lambda: None, on_open_change=lambda: None)
    if result.open:
        page.go(THING, id=str(result.open))
    elif result.expand:
        before = page.view.value(OPENED)
        page.go(EXPLORE, **{**page.view.values, OPENED: _BETWEEN.join(filter(None, (before, str(result.expand))))})


def _table(page: Page, shown: dict[str, Named], links: list[tuple[str, str, str]]) -> None:
    rows = tuple(
        (Shown(links=(shown[one],)), Shown(what), Shown(links=(shown[other],)))
        for one, other, what in sorted(links, key=lambda link: (shown[link[0]].name, link[2], shown[link[1]].name))
        if one in shown and other in shown
    )
    headings = tuple(Heading(page.text(f"columns.{name}")) for name in ("start", "relation", "end"))
    page.show("part.html", title=page.text("explore.table"), lead="", level=2)
    draw(page, Table(page.text("explore.table"), headings, rows[:MOST], len(rows)))
