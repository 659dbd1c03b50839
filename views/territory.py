"""The map of municipalities: how many themes nobody answers for, by colour and by number.

Where the boundaries don't know a municipality, all of them stand as tiles in a grid instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import wording
from ansvarskarta.views.boundaries import boundaries, middle, short_names
from ansvarskarta.views.charts import INK, Spec, click, drawing, field, of, tip
from ansvarskarta.views.labels import apart
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import THING
from ansvarskarta.views.tables import Heading, Shown, Table, draw

_HEIGHT = 900  # room for the names at the coast
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
        event = st.vega_lite_chart(
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
    short = short_names().get(place.code, place.name)
    return {
        "id": place.id,
        "name": place.name,
        "label": f"{short} {place.nobody}",
        "nobody": place.nobody,
        "of": place.of,
    }


def _shade(places: Sequence[Territory]) -> Spec:
    most = max(3, *(place.nobody for place in places))
    steps = [0, 1, max(2, round(most / 2)), most]
    return field("nobody", "quantitative", scale={"domain": steps, "range": _SHADES}, legend=None)


def _tips(page: Page) -> list[Spec]:
    return [
        tip("name", page.text("columns.municipality")),
        tip("nobody", page.text("coverage.themes_nobody"), "quantitative"),
        tip("of", page.text("coverage.themes"), "quantitative"),
    ]


def _map(page: Page, places: Sequence[Territory]) -> Spec:
    known = boundaries()
    shapes: list[Spec] = [
        {**_facts(place), "type": "Feature", "geometry": {"type": "MultiPolygon", "coordinates": known[place.code]}}
        for place in places
    ]
    areas: Spec = {
        "data": of(shapes),
        "mark": {"type": "geoshape", "stroke": "#5c6570", "strokeWidth": 0.7, "cursor": "pointer"},
        "encoding": {"color": _shade(places), "tooltip": _tips(page)},
        "params": click(_CLICKED, "id"),
    }
    drawn = [areas, _names(page, places)] if len(places) <= _NAMED else [areas]
    return drawing(*drawn, height=_HEIGHT, projection={"type": "identity", "reflectY": True})


def _names(page: Page, places: Sequence[Territory]) -> Spec:
    """The name of each place that finds room, so that none stands over another."""
    known = boundaries()
    at = [middle(known[place.code]) for place in places]
    labels = [str(_facts(place)["label"]) for place in places]
    rows = [y for place in places for polygon in known[place.code] for _, y in polygon[0]]
    unit = (max(rows) - min(rows)) / _HEIGHT
    spots = [
        {**_facts(place), "x": spot[0] * unit, "y": spot[1] * unit}
        for place, spot in zip(places, apart([(x / unit, y / unit) for x, y in at], labels), strict=True)
        if spot is not None
    ]
    return {
        "data": of(spots),
        "mark": {"type": "text", "fontSize": 11, "color": INK},
        "encoding": {
            "longitude": field("x", "quantitative"),
            "latitude": field("y", "quantitative"),
            "text": field("label", "nominal"),
            "tooltip": _tips(page),
        },
    }


def _tiles(page: Page, places: Sequence[Territory]) -> Spec:
    values = [
        {**_facts(place), "column": index % _TILES, "line": index // _TILES}
        for index, place in enumerate(sorted(places, key=lambda place: place.code))
    ]
    tiles: Spec = {
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 2, "cursor": "pointer"},
        "encoding": {"color": _shade(places)},
        "params": click(_CLICKED, "id"),
    }
    names: Spec = {
        "mark": {"type": "text", "fontSize": 12, "color": INK},
        "encoding": {"text": field("label", "nominal")},
    }
    place = {"x": field("column", "ordinal", axis=None), "y": field("line", "ordinal", axis=None)}
    return drawing(tiles, names, data=of(values), height={"step": 48}, encoding={**place, "tooltip": _tips(page)})
