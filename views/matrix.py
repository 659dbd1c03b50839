"""The matrix of municipalities and themes: a colour and a sign in every cell, and a click that leads to its list."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import streamlit as st
from ansvarskarta.views.cells import SIGNS, Cell
from ansvarskarta.views.charts import inline, quiet, styled
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
        event = st.altair_chart(
            _chart(page, values), width="stretch", theme=None, key=f"matrix-{page.view.day}-{page.view.lang}",
            on_select="rerun", selection_mode=_CLICKED, alt=page.text("coverage.alt", number=len(cells)),
        )  # fmt: skip
    for clicked in event.selection.get(_CLICKED, []):
        page.go(GAPS, slag="no_owner", municipality=clicked["mid"], theme=clicked["tid"])


def _chart(page: Page, values: list[dict[str, str | int]]) -> alt.LayerChart:
    states = [*COLOURS]
    base = alt.Chart(inline(values)).encode(
        x=alt.X("t:N", title=None, axis=quiet(orient="top", label_angle=-35, label_limit=210)),
        y=alt.Y("m:N", title=None, axis=quiet(label_limit=190)),
        tooltip=[
            alt.Tooltip("m:N", title=page.text("columns.municipality")),
            alt.Tooltip("t:N", title=page.text("columns.theme")),
            alt.Tooltip("said:N", title=page.text("coverage.state")),
            alt.Tooltip("open:Q", title=page.text("search.open")),
            alt.Tooltip("unowned:Q", title=page.text("search.unowned")),
        ],
    )
    click = alt.selection_point(name=_CLICKED, fields=["mid", "tid"], on="click", empty=False)
    fill = alt.Color("state:N", scale=alt.Scale(domain=states, range=[*COLOURS.values()]), legend=None)
    ink = alt.Color("state:N", scale=alt.Scale(domain=states, range=[*INKS.values()]), legend=None)
    squares = base.mark_rect(stroke="#ffffff", strokeWidth=1.5, cursor="pointer").encode(color=fill).add_params(click)
    signs = base.mark_text(fontSize=12, cursor="pointer").encode(text="sign:N", color=ink)
    layers: alt.LayerChart = alt.layer(squares, signs).resolve_scale(color="independent")
    return styled(layers, height=alt.Step(_ROW))
