"""The matrix of municipalities and themes: a colour and a sign in every cell, and a click that leads to its list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from ansvarskarta.views.cells import SIGNS, Cell
from ansvarskarta.views.charts import Spec, click, drawing, field, of, quiet, tip
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import GAPS

COLOURS = {"owned": "#d7eadd", "partly": "#fdf0cf", "lead": "#f9d9a8", "nobody": "#a4161a"}
INKS = {"owned": "#14502b", "partly": "#5f3b00", "lead": "#5f3b00", "nobody": "#ffffff"}
_ROW = 24  # pixels
_CLICKED = "cell"


def matrix(page: Page, cells: Sequence[Cell]) -> None:
    """Draws the matrix; a click leads to the gaps of that municipality and theme."""
    values = [
        {
            "m": cell.municipality_name,
            "t": cell.theme_name,
            "mid": cell.municipality,
            "tid": cell.theme,
            "state": cell.state.value,
            "sign": SIGNS[cell.state] + (f" {cell.unowned}" if cell.unowned else ""),
            "said": page.text(f"coverage.{cell.state}"),
            "open": cell.open,
            "unowned": cell.unowned,
        }
        for cell in cells
    ]
    with st.container(key="matrix-box"):
        event = st.vega_lite_chart(
            _chart(page, values), width="stretch", theme=None, key=f"matrix-{page.view.day}-{page.view.lang}",
            on_select="rerun", selection_mode=_CLICKED, alt=page.text("coverage.alt", number=len(cells)),
        )  # fmt: skip
    for clicked in event.selection.get(_CLICKED, []):
        page.go(GAPS, slag="no_owner", municipality=clicked["mid"], theme=clicked["tid"])


def _chart(page: Page, values: list[dict[str, str | int]]) -> Spec:
    def shade(colours: Mapping[str, str]) -> Spec:
        return field("state", "nominal", scale={"domain": [*colours], "range": [*colours.values()]}, legend=None)

    squares: Spec = {
        "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 1.5, "cursor": "pointer"},
        "encoding": {"color": shade(COLOURS)},
        "params": click(_CLICKED, "mid", "tid"),
    }
    signs: Spec = {
        "mark": {"type": "text", "fontSize": 12, "cursor": "pointer"},
        "encoding": {"text": field("sign", "nominal"), "color": shade(INKS)},
    }
    tips = [
        tip("m", page.text("columns.municipality")),
        tip("t", page.text("columns.theme")),
        tip("said", page.text("coverage.state")),
        tip("open", page.text("search.open"), "quantitative"),
        tip("unowned", page.text("search.unowned"), "quantitative"),
    ]
    themes = quiet(orient="top", label_angle=-35, label_limit=210)
    return drawing(
        squares,
        signs,
        data=of(values),
        height={"step": _ROW},
        encoding={
            "x": field("t", "nominal", title=None, axis=themes),
            "y": field("m", "nominal", title=None, axis=quiet(label_limit=190)),
            "tooltip": tips,
        },
        resolve={"scale": {"color": "independent"}},
    )
