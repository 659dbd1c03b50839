"""What all charts share, as Vega-Lite says it: rows of their own, type, no frame, quiet axes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

INK = "#1a1f26"
Spec: TypeAlias = dict[str, object]
"""A part of a chart in the words of Vega-Lite."""


def drawing(*layers: Spec, height: int | Spec, **shared: object) -> Spec:
    """The layers, one upon the other, in the pages' type and without a frame, with what they share.

    The marks themselves are not read aloud, as the names of their fields would be: the text of the picture and the
    table beside it say it in words.
    """
    return {
        "layer": [*layers],
        "height": height,
        "config": {"mark": {"aria": False}, "font": "Source Sans", "view": {"stroke": None}},
        **shared,
    }


def of(rows: Sequence[Mapping[str, object]]) -> Spec:
    """Rows that stand in the chart itself: nothing is fetched."""
    return {"values": [*rows]}


def field(name: str, kind: str, **more: object) -> Spec:
    """What of a row is shown, as a ``nominal``, ``ordinal``, ``quantitative`` or ``temporal`` value."""
    return {"field": name, "type": kind, **more}


def tip(name: str, title: str, kind: str = "nominal") -> Spec:
    """A line of what is said when one points at a mark."""
    return field(name, kind, title=title)


def quiet(*, label_limit: int, label_angle: int = 0, orient: str = "left") -> Spec:
    """An axis of names, without line and ticks."""
    return {
        "labelFontSize": 12,
        "labelColor": INK,
        "ticks": False,
        "domain": False,
        "labelLimit": label_limit,
        "labelAngle": label_angle,
        "orient": orient,
    }


def click(name: str, *fields: str) -> list[Spec]:
    """Lets a click choose a mark; the page hears of these fields of it."""
    return [{"name": name, "select": {"type": "point", "fields": [*fields], "on": "click"}}]
