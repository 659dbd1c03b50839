"""Samband: one thing's surroundings on a day, as a picture in layers and as a table with a link in every row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st
from ansvarskarta.graph.model import RELATIONSHIP_TABLES
from ansvarskarta.graph.model.relationships import ROLES
from ansvarskarta.queries import located
from ansvarskarta.queries.nodes import Link, Named
from ansvarskarta.views import wording
from ansvarskarta.views.layers import WIDTH, Group, Layout, Placed, layered
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import THING
from ansvarskarta.views.tables import Heading, Shown, Table, draw

# Colour and shape together, so that neither alone has to be seen.
LOOKS = {
    "Actor": ("#0b5cad", "circle"),
    "Municipality": ("#00676e", "rect"),
    "County": ("#00676e", "rect"),
    "Establishment": ("#6b3fa0", "roundRect"),
    "Theme": ("#7a4b00", "down"),
    "Bottleneck": ("#a4161a", "diamond"),
    "Mandate": ("#3f4a59", "roundRect"),
    "Measure": ("#1d6b3a", "triangle"),
    "Document": ("#5c6570", "rect"),
}
# What ECharts has no name for.
_SYMBOLS = {"down": "path://M0,0 L10,0 L5,9 Z"}
_ORDER = [table.type for table in RELATIONSHIP_TABLES]
_ROLES = [role for role, _, _ in ROLES]
_LABEL_WIDTH = 300


def show(page: Page, thing: Named) -> None:
    """Draws the section."""
    links = [link for link in page.data.links(thing.id) if link.holds(page.view.day)]
    if not links:
        page.say("empty", day=wording.day(page.view.day, page.view.lang))
        return
    layout = layered(thing, groups_of(page, [link for link in links if not link.is_proposed]))
    _picture(page, thing, layout)
    if layout.left_out:
        page.show("left_out.html", shown=len(layout.placed), left_out=layout.left_out)
    page.show("explore_link.html", id=thing.id)
    draw(page, _table(page, links))


def groups_of(page: Page, links: Iterable[Link]) -> list[Group]:
    """The links by what they say, in the model's order, each node once a group."""
    found: dict[tuple[tuple[int, bool, int], str], dict[str, Named]] = {}
    for link in links:
        found.setdefault((place(link), said(page, link)), {})[link.other.id] = link.other
    return [Group(title, order[1], tuple(nodes.values())) for (order, title), nodes in sorted(found.items())]


def place(link: Link) -> tuple[int, bool, int]:
    """Where a link stands among others: by type, direction and role, in the model's order."""
    role = link.text("role")
    return _ORDER.index(link.type), link.outward, _ROLES.index(role) if role in _ROLES else len(_ROLES)


def said(page: Page, link: Link) -> str:
    """What a link says, with its role: ``ansvar ligger hos (ägare)``."""
    lang = page.view.lang
    what = wording.relation(link.type, lang, outward=link.outward)
    role = link.text("role")
    if not role:
        return what
    table = "carries_out" if link.type == "CARRIES_OUT" else "responsible_for"
    return f"{what} ({wording.choice(role, table, 'role', lang)})"


def _picture(page: Page, thing: Named, layout: Layout) -> None:
    labels = list(dict.fromkeys(one.node.label for one in layout.placed if one.node))
    alt = page.text("thing.picture", name=thing.name, number=len(layout.placed) - 1)
    page.show("legend.html", looks=[(label, *LOOKS[label]) for label in labels])
    with st.container(key="ego"):
        event = st.echarts_chart(
            spec(layout), height=layout.height, theme=None, renderer="svg", on_select="rerun", alt=alt,
            key=f"ego-{thing.id}-{page.view.day}-{page.view.lang}",
        )  # fmt: skip
    for group in event.selection.selected:
        for index in group["data_indices"]:
            node = layout.placed[index].node if index < len(layout.placed) else None
            if node is not None and node.id != thing.id:
                page.go(THING, id=node.id)


def spec(layout: Layout) -> dict[str, object]:
    """The picture as ECharts draws it; every text in it is plain text."""
    nodes = [_node(index, one) for index, one in enumerate(layout.placed)]
    corners = [_corner("a", 0, 0), _corner("b", WIDTH, layout.height)]
    edges = [
        _edge(index, one.side) for index, one in enumerate(layout.placed) if one.node is not None and one.side != 0
    ]
    series = {
        "type": "graph",
        "layout": "none",
        "left": 0,
        "right": 0,
        "top": 0,
        "bottom": 0,
        "selectedMode": "single",
        "edgeSymbol": ["none", "arrow"],
        "edgeSymbolSize": 7,
        "lineStyle": {"color": "#8b95a3", "width": 1.2, "opacity": 1},
        "emphasis": {"focus": "adjacency"},
        "data": [*nodes, *corners],
        "edges": edges,
    }
    return {"animation": False, "series": [series], "textStyle": {"fontFamily": "Source Sans, sans-serif"}}


def _node(index: int, one: Placed) -> dict[str, object]:
    node, side = one.node, one.side
    name = one.title if node is None else node.name
    position = {-1: "left", 0: "top", 1: "right"}[side]
    label: dict[str, object] = {
        "show": True,
        "formatter": name.replace("{", "(").replace("}", ")"),
        "position": position,
        "color": "#1a1f26" if node else "#4a5563",
        "fontSize": 13,
        "fontWeight": "bold" if node is None or side == 0 else "normal",
        "width": _LABEL_WIDTH,
        "overflow": "truncate" if side else "break",
        "textBorderColor": "#ffffff",
        "textBorderWidth": 4,
        "align": {-1: "right", 0: "center", 1: "left"}[side],
    }
    colour, shape = LOOKS[node.label] if node else ("transparent", "circle")
    return {
        "id": str(index),
        "name": str(index),
        "x": one.x,
        "y": one.y,
        "symbol": _SYMBOLS.get(shape, shape),
        "symbolSize": 0.1 if node is None else (20 if side == 0 else 12),
        "itemStyle": {"color": colour},
        "label": label,
    }


def _corner(name: str, x: float, y: float) -> dict[str, object]:
    """An unseen node that keeps the picture's scale: one unit is one pixel."""
    return {"id": name, "name": name, "x": x, "y": y, "symbolSize": 0, "symbol": "none", "label": {"show": False}}


def _edge(index: int, side: int) -> dict[str, object]:
    return {"source": str(index), "target": "0"} if side < 0 else {"source": "0", "target": str(index)}


def _table(page: Page, links: list[Link]) -> Table:
    lang = page.view.lang
    names = page.names(link.text("document") for link in links)
    rows = [
        (
            Shown(said(page, link)),
            Shown(links=(link.other,)),
            Shown(wording.kind(link.other.label, lang)),
            Shown(wording.day(link.text("valid_from"), lang) or page.text("values.none")),
            Shown(wording.day(link.text("valid_to"), lang) or page.text("values.none")),
            evidence(page, link, names),
        )
        for link in sorted(links, key=lambda one: (place(one), one.other.name))
    ]
    columns = ("relation", "other", "kind", "valid_from", "valid_to", "document")
    headings = tuple(Heading(page.text(f"columns.{name}")) for name in columns)
    return Table(page.text("thing.samband"), headings, tuple(rows), len(rows))


def evidence(page: Page, link: Link, names: Mapping[str, Named]) -> Shown:
    """The source of a link, with where in it; a proposal says that it is one."""
    document = names.get(link.text("document"))
    where = located(link.text("locator"), page.view.lang)
    after = ", ".join(filter(None, (where, page.text("thing.proposal") if link.is_proposed else "")))
    if document is None:
        return Shown(after or page.text("search.no_source"))
    return Shown(links=(document,), after=after)
