"""The map's boundaries."""

from __future__ import annotations

from ansvarskarta.views.boundaries import boundaries, middle


def test_every_municipality_of_sweden_has_one() -> None:
    known = boundaries()
    assert len(known) == 290
    assert {"2580", "2582", "0180"} <= known.keys()


def test_a_label_stands_within_the_country() -> None:
    east, north = middle(boundaries()["2582"])
    lulea, boden = middle(boundaries()["2580"]), (east, north)
    assert boden[0] < lulea[0]
    assert 0.3 < east < 0.42
    assert north > middle(boundaries()["0180"])[1]
