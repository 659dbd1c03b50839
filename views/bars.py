"""Bars over time: who or what held from when to when, with the day that is asked about as a line.

A bar whose start or end its source does not give runs to the picture's edge and is said to be so in the table beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from ansvarskarta.graph.dates import add_days
from ansvarskarta.views import wording
from ansvarskarta.views.charts import INK, Spec, drawing, field, of, quiet, tip
from ansvarskarta.views.page import Page

COLOURS = {
    "owner": "#1d6b3a",
    "gap": "#a4161a",
    "holds": "#0b5cad",
    "soon": "#9a5b00",
    "over": "#7b8592",
    "coming": "#6b3fa0",
}
_ROW = 30  # pixels
_EDGE = 200  # days of room beside the first and last known date
_YEARS: Spec = {"format": "%Y", "tickCount": "year", "labelFontSize": 13, "grid": True, "gridColor": "#e3e7ec"}
_NAMES = quiet(label_limit=330)
_LEGEND: Spec = {"title": None, "orient": "top", "labelFontSize": 13}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: the row it stands in, its days, and what it is by the keys of :data:`COLOURS`."""

    row: str
    start: str | None
    end: str | None
    kind: str


def chart(page: Page, bars: Sequence[Bar], *, described: str, key: str, years: int = 100) -> None:
    """Draws the bars, one row a name in the order given; what lies further away than so many years is cut."""
    with st.container(key="bars-box"):
        st.vega_lite_chart(_chart(page, bars, years), width="stretch", theme=None, key=key, alt=described)


def span(bars: Sequence[Bar], day: str, years: int) -> tuple[str, str]:
    """The first and the last day that the picture shows: at most so many years before and after the day."""
    known = [one for bar in bars for one in (bar.start, bar.end) if one] + [day]
    first, last = add_days(min(known), -_EDGE), add_days(max(known), _EDGE)
    return max(first, add_days(day, -365 * years)), min(last, add_days(day, 365 * years))


def _chart(page: Page, bars: Sequence[Bar], years: int) -> Spec:
    first, last = span(bars, page.view.day, years)
    rows = list(dict.fromkeys(bar.row for bar in bars))
    titles = {kind: page.text(f"timeline.{kind}") for kind in COLOURS if any(bar.kind == kind for bar in bars)}
    values = [
        {
            "row": bar.row,
            "from": max(bar.start or first, first),
            "to": min(add_days(bar.end, 1), last) if bar.end else last,
            "kind": titles[bar.kind],
            "said": _said(page, bar),
        }
        for bar in bars
    ]
    colours = {"domain": [*titles.values()], "range": [COLOURS[kind] for kind in titles]}
    drawn: Spec = {
        "data": of(values),
        "mark": {"type": "bar", "height": 16, "cornerRadius": 2},
        "encoding": {
            "x": field("from", "temporal", title=None, scale={"domain": [first, last]}, axis=_YEARS),
            "x2": {"field": "to"},
            "y": field("row", "nominal", sort=rows, title=None, axis=_NAMES),
            "color": field("kind", "nominal", scale=colours, legend=_LEGEND),
            "tooltip": [tip("row", page.text("timeline.who")), tip("said", page.text("timeline.when"))],
        },
    }
    return drawing(drawn, _line(page), height={"step": _ROW})


def _line(page: Page) -> Spec:
    """The day that is asked about."""
    return {
        "data": of([{"day": page.view.day, "said": wording.day(page.view.day, page.view.lang)}]),
        "mark": {"type": "rule", "color": INK, "strokeWidth": 2, "strokeDash": [4, 3]},
        "encoding": {"x": field("day", "temporal"), "tooltip": [tip("said", page.text("frame.as_of"))]},
    }


def _said(page: Page, bar: Bar) -> str:
    lang = page.view.lang
    start = wording.day(bar.start, lang) or page.text("values.unknown_start")
    end = wording.day(bar.end, lang) or page.text("values.unknown_end")
    return f"{start} – {end}"
