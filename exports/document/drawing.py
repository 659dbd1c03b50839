"""Simple vector drawings: rectangles, lines and labels, in points from the upper left corner."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum

# Widths of Helvetica and Arial in thousandths of the size; those not named are as wide as a digit.
_WIDTHS = (
    dict.fromkeys("ijl'|", 222)
    | dict.fromkeys(" .,:;!/ft[]I\\", 278)
    | dict.fromkeys('r()-"', 333)
    | dict.fromkeys("ckJsvxyz", 500)
    | dict.fromkeys("FTZ", 611)
    | dict.fromkeys("&ABEKPSVXY", 667)
    | dict.fromkeys("wCDHNRU", 722)
    | dict.fromkeys("GOQ", 778)
    | dict.fromkeys("mM", 833)
    | {"W": 944, "%": 889, "—": 1000, "…": 1000}
)


class Anchor(Enum):
    """Which part of a label stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A filled rectangle; colours are ``rrggbb``."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, ``weight`` points thick."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    weight: float = 0.75


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text whose baseline is at ``y``."""

    x: float
    y: float
    text: str
    size: float = 9
    anchor: Anchor = Anchor.START
    colour: str = "1a1a1a"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of a width and height in points."""

    width: float
    height: float
    shapes: tuple[Rectangle | Line | Label, ...]


def advances(text: str, size: float) -> list[float]:
    """How far each character moves the pen, in points."""
    bases = (unicodedata.normalize("NFD", character)[0] for character in text)
    return [_WIDTHS.get(base, 556) * size / 1000 for base in bases]


def fitted(text: str, size: float, room: float) -> str:
    """The text, cut with an ellipsis where it would be wider than ``room`` points."""
    if sum(advances(text, size)) <= room:
        return text
    kept = text
    while kept and sum(advances(kept + "…", size)) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
