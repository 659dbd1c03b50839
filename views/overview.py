"""Översikt: which actors own bottlenecks in which themes, as a flow with what nobody owns, and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

import streamlit as st
from ansvarskarta.queries.flows import NOBODY
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import GAPS, THING
from ansvarskarta.views.tables import SHOWN, Heading, Shown, Table, draw

_ACTORS = 14  # in the picture; the others are summed
_OTHERS = "+"
_ROW = 34
Flow: TypeAlias = tuple[tuple[str, str], int]


def show(page: Page) -> None:
    """Draws the page."""
    flows = page.data.flows()
    unowned, of = page.data.counted("no_owner")
    page.show(
        "overview.html",
        open=of or 0,
        unowned=unowned,
        actors=len({actor for actor, _ in flows} - {NOBODY}),
        themes=len({theme for _, theme in flows}),
    )
    if not flows:
        page.say("empty", day=wording.day(page.view.day, page.view.lang))
        return
    owners = _largest(flows)
    listed = sorted(flows.items(), key=lambda one: (one[0][0] != NOBODY, -one[1], one[0]))[:SHOWN]
    themes = {theme for _, theme in flows}
    names = page.names({*owners, *themes, *(actor for (actor, _), _ in listed)} - {NOBODY})
    _picture(page, flows, owners, names)
    _table(page, listed, len(flows), names)


def _largest(flows: Counter[tuple[str, str]]) -> list[str]:
    """The actors that own most, as many as the picture names."""
    owned: Counter[str] = Counter()
    for (actor, _), number in flows.items():
        owned[actor] += number
    return [actor for actor, _ in owned.most_common() if actor != NOBODY][:_ACTORS]


def _picture(page: Page, flows: Counter[tuple[str, str]], shown: list[str], names: dict[str, Named]) -> None:
    merged: Counter[tuple[str, str]] = Counter()
    for (actor, theme), number in flows.items():
        merged[actor if actor in shown or actor == NOBODY else _OTHERS, theme] += number
    left = [one for one in (NOBODY, *shown, _OTHERS) if any(actor == one for actor, _ in merged)]
    right = sorted({theme for _, theme in merged}, key=lambda theme: names[theme].name)
    titles = {NOBODY: page.text("overview.nobody"), _OTHERS: page.text("overview.others")}
    titles |= {id_: named.name for id_, named in names.items()}
    ids = [*left, *right]
    height = max(len(left), len(right)) * _ROW + 40
    with st.container(key="sankey"):
        event = st.echarts_chart(
            _spec(merged, ids, titles), height=height, theme=None, renderer="svg", on_select="rerun",
            key=f"sankey-{page.view.day}-{page.view.lang}", alt=page.text("overview.alt", number=len(left)),
        )  # fmt: skip
    for group in event.selection.selected:
        for index in group["data_indices"] if group.get("data_type") == "node" else ():
            if ids[index] == NOBODY:
                page.go(GAPS, slag="no_owner")
            elif ids[index] != _OTHERS:
                page.go(THING, id=ids[index])


def _spec(flows: Counter[tuple[str, str]], ids: list[str], titles: dict[str, str]) -> dict[str, object]:
    themes = {theme for _, theme in flows}
    nodes = [
        {
            "name": id_,
            "itemStyle": {"color": _colour(id_, themes)},
            "label": {
                "formatter": titles[id_].replace("{", "(").replace("}", ")"),
                "position": "right" if id_ in themes else "left",
                "fontWeight": "bold" if id_ == NOBODY else "normal",
            },
        }
        for id_ in ids
    ]
    links = [
        {
            "source": actor,
            "target": theme,
            "value": number,
            "lineStyle": {"color": _colour(actor, set()), "opacity": 0.45 if actor == NOBODY else 0.22},
        }
        for (actor, theme), number in flows.items()
    ]
    series = {
        "type": "sankey",
        "left": 300,
        "right": 300,
        "top": 10,
        "bottom": 10,
        "nodeGap": 16,  # the least at which names stand apart
        "layoutIterations": 0,
        "selectedMode": "single",
        "emphasis": {"focus": "adjacency"},
        "label": {"fontSize": 13, "color": "#1a1f26", "width": 285, "overflow": "truncate"},
        "data": nodes,
        "links": links,
    }
    return {"animation": False, "series": [series], "textStyle": {"fontFamily": "Source Sans, sans-serif"}}


def _colour(id_: str, themes: set[str]) -> str:
    if id_ == NOBODY:
        return "#a4161a"
    return "#7a4b00" if id_ in themes else "#0b5cad"


def _table(page: Page, flows: Sequence[Flow], every: int, names: dict[str, Named]) -> None:
    rows = []
    for (actor, theme), number in flows:
        who = Shown(page.text("overview.nobody"), tone="none") if actor == NOBODY else Shown(links=(names[actor],))
        rows.append((who, Shown(links=(names[theme],)), Shown(wording.number(number, page.view.lang))))
    headings = (
        Heading(page.text("search.owner")),
        Heading(page.text("columns.theme")),
        Heading(page.text("search.open"), is_number=True),
    )
    page.show("part.html", title=page.text("overview.table"), lead="", level=2)
    draw(page, Table(page.text("overview.table"), headings, tuple(rows), every))
