"""The map of municipalities: how many themes nobody answers for, by colour and by number.

Where the boundaries don't know a municipality, all of them stand as tiles in a grid instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import streamlit as st
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import wording
from ansvarskarta.views.boundaries import boundaries, middle
from ansvarskarta.views.charts import INK, inline, styled
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import THING
from ansvarskarta.views.tables import Heading, Shown, Table, draw

_HEIGHT = 620
_TILES = 6  # in a row
_CLICKED = "place"
_SHADES = ["#eef3f8", "#fbe3c0", "#f3b07a", "#e4744f"]
_NAMED = 60  # places whose names have room


@dataclass(frozen=True, slots=True)
class Territory:
    """One municipality: of ``of`` themes that concern it, nobody answers for ``nobody``."""

    id: str
    name: str
    nobody: int
    of: int

    @property
    def code(self) -> str:
        """Its code of four digits, as its id ends."""
        return self.id.rpartition(":")[2]


def territory(page: Page, places: Sequence[Territory]) -> None:
    """Draws the map, and the same as a table."""
    known = boundaries()
    chart = _map(page, places) if all(place.code in known for place in places) else _tiles(page, places)
    with st.container(key="map"):
        event = st.altair_chart(
            chart, width="stretch", theme=None, key=f"map-{page.view.day}-{page.view.lang}", on_select="rerun",
            selection_mode=_CLICKED, alt=page.text("coverage.map_alt", number=len(places)),
        )  # fmt: skip
    for clicked in event.selection.get(_CLICKED, []):
        page.go(THING, id=clicked["id"])
    lang = page.view.lang
    rows = [
        (
            Shown(links=(Named(place.id, "Municipality", place.name),)),
            Shown(wording.number(place.nobody, lang), tone="none" if place.nobody else ""),
            Shown(wording.number(place.of, lang)),
        )
        for place in sorted(places, key=lambda place: (-place.nobody, place.name))
    ]
    headings = (
        Heading(page.text("columns.municipality")),
        Heading(page.text("coverage.themes_nobody"), is_number=True),
        Heading(page.text("coverage.themes"), is_number=True),
    )
    page.show("part.html", title=page.text("coverage.by_municipality"), lead="", level=2)
    draw(page, Table(page.text("coverage.by_municipality"), headings, tuple(rows), len(rows)))


def _facts(place: Territory) -> dict[str, str | int]:
    short = place.name.removesuffix(" kommun").removesuffix(" Municipality")
    return {
        "id": place.id,
        "name": place.name,
        "label": f"{short} {place.nobody}",
        "nobody": place.nobody,
        "of": place.of,
    }


def _looks(page: Page, places: Sequence[Territory]) -> tuple[alt.Color, list[alt.Tooltip], alt.Parameter]:
    most = max(3, *(place.nobody for place in places))
    steps = [0, 1, max(2, round(most / 2)), most]
    colour = alt.Color(
        "nobody:Q",
        scale=alt.Scale(domain=steps, range=_SHADES),
        legend=None,
    )
    tips = [
        alt.Tooltip("name:N", title=page.text("columns.municipality")),
        alt.Tooltip("nobody:Q", title=page.text("coverage.themes_nobody")),
        alt.Tooltip("of:Q", title=page.text("coverage.themes")),
    ]
    return colour, tips, alt.selection_point(name=_CLICKED, fields=["id"], on="click", empty=False)


def _map(page: Page, places: Sequence[Territory]) -> alt.LayerChart:
    colour, tips, click = _looks(page, places)
    known = boundaries()
    shapes: list[dict[str, object]] = [
        {**_facts(place), "type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": known[place.code]}}
        for place in places
    ]
    areas = alt.Chart(inline(shapes)).mark_geoshape(stroke="#5c6570", strokeWidth=0.7, cursor="pointer")
    layers = [areas.encode(color=colour, tooltip=tips).add_params(click)]
    if len(places) <= _NAMED:
        spots = [{**_facts(place), "x": x, "y": y} for place in places for x, y in [middle(known[place.code])]]
        names = alt.Chart(inline(spots)).mark_text(fontSize=11, color=INK, stroke=None)
        layers.append(names.encode(longitude="x:Q", latitude="y:Q", text="label:N", tooltip=tips))
    drawn = alt.layer(*layers).project(type="identity", reflectY=True)
    return styled(drawn, height=_HEIGHT)


def _tiles(page: Page, places: Sequence[Territory]) -> alt.LayerChart:
    colour, tips, click = _looks(page, places)
    values = [
        {**_facts(place), "column": index % _TILES, "line": index // _TILES}
        for index, place in enumerate(sorted(places, key=lambda place: place.code))
    ]
    base = alt.Chart(inline(values)).encode(x=alt.X("column:O", axis=None), y=alt.Y("line:O", axis=None), tooltip=tips)
    tiles = base.mark_rect(stroke="#ffffff", strokeWidth=2, cursor="pointer").encode(color=colour).add_params(click)
    names = base.mark_text(fontSize=12, color=INK).encode(text="label:N")
    return styled(alt.layer(tiles, names), height=alt.Step(48))
