"""Places the names on a picture so that none stands over another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Spot: TypeAlias = tuple[float, float]

_LETTER, _LINE = 6.2, 13.0  # pixels of a name in the size of 11
_SHIFTS = (0, 1, -1, 2, -2, 3, -3)  # lines down or up


def apart(spots: Sequence[Spot], names: Sequence[str]) -> list[Spot | None]:
    """Where the middle of each name stands, in pixels: at its spot, or some lines beside it where another stands.

    A name that finds no room gets no place.
    """
    placed: list[tuple[Spot, float]] = []
    found: list[Spot | None] = []
    for (x, y), name in zip(spots, names, strict=True):
        half = len(name) * _LETTER / 2
        free = (
            (x, y + shift * _LINE / 2)
            for shift in _SHIFTS
            if all(
                abs(x - other[0]) >= half + width or abs(y + shift * _LINE / 2 - other[1]) >= _LINE
                for other, width in placed
            )
        )
        spot = next(free, None)
        found.append(spot)
        if spot is not None:
            placed.append((spot, half))
    return found
