"""The picture of one thing's surroundings: no label over another, and no more than can be read."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ansvarskarta.queries.nodes import Named
from ansvarskarta.views.layers import MOST, WIDTH, Group, layered

THING = Named("bottleneck:a", "Bottleneck", "A")


def nodes(number: int, prefix: str) -> tuple[Named, ...]:
    return tuple(Named(f"agency:{prefix}{index}", "Actor", f"{prefix}{index}") for index in range(number))


def test_labels_stand_a_row_each_on_either_side() -> None:
    layout = layered(
        THING, [Group("in", outward=False, nodes=nodes(20, "x")), Group("out", outward=True, nodes=nodes(3, "y"))]
    )
    for side in (-1, 1):
        heights = sorted(one.y for one in layout.placed if one.side == side)
        assert all(below - above >= 26 for above, below in pairwise(heights))
    assert {one.side: one.x for one in layout.placed} == {0: WIDTH / 2, -1: 330, 1: WIDTH - 330}


def test_each_group_has_a_heading_before_its_nodes() -> None:
    layout = layered(THING, [Group("äger", outward=False, nodes=nodes(2, "x"))])
    assert [(one.title, one.node is None) for one in layout.placed[1:]] == [
        ("äger", True),
        ("äger", False),
        ("äger", False),
    ]


def test_what_has_no_room_is_counted() -> None:
    layout = layered(
        THING, [Group("in", outward=False, nodes=nodes(100, "x")), Group("out", outward=True, nodes=nodes(100, "y"))]
    )
    assert sum(one.node is not None for one in layout.placed) == MOST
    assert layout.left_out == 201 - MOST


def test_a_large_group_leaves_room_for_the_others() -> None:
    layout = layered(
        THING, [Group("in", outward=False, nodes=nodes(900, "x")), Group("out", outward=True, nodes=nodes(9, "y"))]
    )
    assert Counter(one.side for one in layout.placed if one.node is not None) == {0: 1, -1: 140, 1: 9}


def test_a_thing_alone_stands_in_the_middle() -> None:
    layout = layered(THING, [])
    assert Counter(one.side for one in layout.placed) == {0: 1}
    assert layout.left_out == 0
