"""What all Altair charts share: type, no frame, quiet axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import altair as alt

INK = "#1a1f26"


def inline(values: Sequence[Mapping[str, object]]) -> alt.InlineData:
    """Rows that stand in the chart itself: nothing is fetched."""
    return alt.InlineData(values=[dict(value) for value in values])


def quiet(*, label_limit: int, label_angle: int = 0, orient: str = "left") -> alt.Axis:
    """An axis of names, without line and ticks."""
    return alt.Axis.from_dict(
        {
            "labelFontSize": 12,
            "labelColor": INK,
            "ticks": False,
            "domain": False,
            "labelLimit": label_limit,
            "labelAngle": label_angle,
            "orient": orient,
        }
    )


def styled(chart: alt.LayerChart | alt.FacetChart, *, height: int | alt.Step) -> alt.LayerChart:
    """The layers with its height, in the pages' type and without a frame."""
    if not isinstance(chart, alt.LayerChart):
        raise TypeError(chart)
    chart = chart.copy()
    chart.height = height
    chart.config = alt.Config(font="Source Sans", view=alt.ViewConfig(stroke=None))
    return chart
