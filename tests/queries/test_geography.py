"""Places and scopes worked out from counties."""

from __future__ import annotations

import pytest
from ansvarskarta.queries.geography import Geography, meeting

GEOGRAPHY = Geography.of(
    [
        {"municipality": "m:a", "county": "c:1"},
        {"municipality": "m:b", "county": "c:1"},
        {"municipality": "m:z", "county": "c:2"},
    ]
)


def test_a_municipality_brings_its_county_but_not_its_neighbours() -> None:
    assert GEOGRAPHY.municipalities(["m:a"]) == {"m:a"}
    assert GEOGRAPHY.places(["m:a"]) == {"m:a", "c:1"}


def test_a_county_brings_all_its_municipalities() -> None:
    assert GEOGRAPHY.municipalities(["c:1"]) == {"m:a", "m:b"}
    assert GEOGRAPHY.places(["c:1", "m:z"]) == {"c:1", "m:a", "m:b", "m:z", "c:2"}


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (None, ["m:a"], True),
        ([], ["c:2"], True),
        (["m:a"], ["m:a", "m:z"], True),
        (["c:1"], ["m:b"], True),
        (["m:b"], ["c:1"], True),
        (["c:1"], ["c:1"], True),
        (["m:a"], ["m:b"], False),
        (["c:1"], ["c:2", "m:z"], False),
    ],
)
def test_scopes_meet_where_they_share_a_place(one: list[str] | None, other: list[str], meet: bool) -> None:  # noqa: FBT001  # a table's cell
    assert GEOGRAPHY.scopes_meet(one, other) is meet
    assert GEOGRAPHY.scopes_meet(other, one) is meet


def test_a_scope_covers_what_it_names_and_what_lies_in_its_counties() -> None:
    parts = [("everywhere", None), ("county", ["c:1"]), ("one", ["m:a"]), ("other", ["m:z"])]
    assert GEOGRAPHY.covering(parts, "m:a") == {"everywhere", "county", "one"}
    assert GEOGRAPHY.covering(parts, "m:b") == {"everywhere", "county"}


def test_a_scope_meets_places_that_it_names() -> None:
    parts = [("everywhere", None), ("county", ["c:1"]), ("one", ["m:b"])]
    assert meeting(parts, {"m:a", "c:1"}) == {"everywhere", "county"}
