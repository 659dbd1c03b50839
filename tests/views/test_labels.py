"""The names on the map: none over another."""

from __future__ import annotations

from ansvarskarta.views.labels import apart


def test_a_name_moves_beside_one_that_stands_there() -> None:
    first, second, far = apart([(0, 0), (10, 2), (500, 0)], ["Kalix 3", "Haparanda 3", "Umeå 2"])
    assert (first, far) == ((0, 0), (500, 0))
    assert second is not None
    assert abs(second[1]) >= 13


def test_a_name_without_room_gets_no_place() -> None:
    crowd = [(0.0, line * 6.5) for line in range(-12, 13)]
    placed = apart([*crowd, (0, 0)], ["Boden 2"] * len(crowd) + ["Luleå 2"])
    assert placed[-1] is None
