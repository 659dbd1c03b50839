"""Places one thing's surroundings in layers: what leads to it on the left, what it leads to on the right.

Labels stand outside the lines, one a row, so that none overlaps another; positions are in pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ansvarskarta.queries.nodes import Named

MOST = 150
"""How many nodes a picture holds; more can't be read."""

WIDTH = 1100
_ROW = 26
_TOP = 24
_SIDE = 330  # from the edge of the picture to a side's symbols: the room of their labels


@dataclass(frozen=True, slots=True)
class Group:
    """The nodes that one relation leads to, or comes from."""

    title: str
    outward: bool
    nodes: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """A node, or the heading of a group, where it stands. ``side`` is -1, 0 or 1: left, the thing itself, right."""

    node: Named | None
    title: str
    x: float
    y: float
    side: int


@dataclass(frozen=True, slots=True)
class Layout:
    """What to draw: the thing itself first. ``left_out`` counts nodes that found no room."""

    placed: tuple[Placed, ...]
    height: int
    left_out: int


def layered(thing: Named, groups: Sequence[Group]) -> Layout:
    """Places the thing between its groups, as many nodes as can be read."""
    room = _shared(MOST - 1, [len(group.nodes) for group in groups])
    kept = [Group(group.title, group.outward, group.nodes[:most]) for group, most in zip(groups, room, strict=True)]
    inward = [group for group in kept if not group.outward and group.nodes]
    # Where nothing leads to it, all stands at the left edge: a narrow window shows that first.
    across, edge = (WIDTH / 2, WIDTH - _SIDE) if inward else (_SIDE / 2, _SIDE)
    left = _side(inward, -1, _SIDE)
    right = _side([group for group in kept if group.outward and group.nodes], 1, edge)
    lowest = max((one.y for one in (*left, *right)), default=_TOP + 4 * _ROW)
    left, right = _centred(left, lowest), _centred(right, lowest)
    middle = Placed(thing, thing.name, across, (_TOP + lowest) / 2, 0)
    every = sum(len(group.nodes) for group in groups)
    return Layout(
        placed=(middle, *left, *right),
        height=int(lowest + _TOP + _ROW),
        left_out=every - sum(len(group.nodes) for group in kept),
    )


def _shared(room: int, sizes: Sequence[int]) -> list[int]:
    """How much of the room each group gets: the same for all, but for what smaller ones leave."""
    shares = [0] * len(sizes)
    for left, place in enumerate(sorted(range(len(sizes)), key=sizes.__getitem__)):
        shares[place] = min(sizes[place], room // (len(sizes) - left))
        room -= shares[place]
    return shares


def _side(groups: Sequence[Group], side: int, edge: float) -> list[Placed]:
    rows = [(node, group.title) for group in groups for node in (None, *group.nodes)]
    return [Placed(node, title, edge, _TOP + row * _ROW, side) for row, (node, title) in enumerate(rows)]


def _centred(placed: Sequence[Placed], lowest: float) -> list[Placed]:
    if not placed:
        return []
    shift = (lowest - max(one.y for one in placed)) / 2
    return [Placed(one.node, one.title, one.x, one.y + shift, one.side) for one in placed]
