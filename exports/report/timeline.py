"""The figure of mandates over time: a bar each, with the day that the report is about as a line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ansvarskarta.exports.document.drawing import Anchor, Drawing, Label, Line, Rectangle, fitted

_WIDTH, _NAMES, _TOP, _ROW = 720.0, 250.0, 24.0, 14.0
_BEFORE, _AFTER = 2 * 365, 3 * 365


@dataclass(frozen=True, slots=True)
class Bar:
    """What lasts from a day to a day; an empty first day is unknown."""

    name: str
    first: str
    last: str


def timeline(bars: Sequence[Bar], day: str) -> Drawing:
    """The figure, from two years before the day to three years after; what goes on beyond is cut at the edge."""
    middle = dt.date.fromisoformat(day).toordinal()
    begin, end = max(middle - _BEFORE, 1), min(middle + _AFTER, dt.date.max.toordinal())

    def x(ordinal: int) -> float:
        share = (min(max(ordinal, begin), end) - begin) / (end - begin)
        return _NAMES + share * (_WIDTH - _NAMES - 60)

    height = _TOP + len(bars) * _ROW + 14
    shapes: list[Rectangle | Line | Label] = []
    for year in range(dt.date.fromordinal(begin).year + 1, dt.date.fromordinal(end).year + 1):
        at = x(dt.date(year, 1, 1).toordinal())
        shapes += [Line(at, _TOP - 6, at, height - 12, "c3c9d2"), Label(at, _TOP - 10, str(year), 8, Anchor.MIDDLE)]
    for number, bar in enumerate(bars):
        y = _TOP + number * _ROW
        first = x(dt.date.fromisoformat(bar.first).toordinal()) if bar.first else _NAMES
        last = x(dt.date.fromisoformat(bar.last).toordinal())
        shapes += [
            Label(0, y + 9.5, fitted(bar.name, 8, _NAMES - 8), 8),
            Rectangle(first, y + 2, max(last - first, 1.5), _ROW - 4, "1f3a5f"),
            Label(last + 3, y + 9.5, bar.last, 7.5),
        ]
    today = x(middle)
    shapes += [
        Line(today, _TOP - 4, today, height - 10, "b3261e", 1.5),
        Label(today, height - 2, day, 8, Anchor.MIDDLE, "b3261e"),
    ]
    return Drawing(_WIDTH, height, tuple(shapes))
