"""The days without an owner between ownerships."""

from __future__ import annotations

import pytest
from ansvarskarta.queries.periods import Days, Period, gaps


def owned(start: str | None, end: str | None, role: str = "owner") -> Period:
    return Period("agency:a", "A", role, start, end, None, None, None)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([], []),
        ([owned("2020-01-01", None)], []),
        ([owned(None, "2022-11-30"), owned("2022-12-15", None)], [Days("2022-12-01", "2022-12-14")]),
        ([owned("2020-01-01", "2022-11-30"), owned("2022-12-01", None)], []),
        ([owned("2020-01-01", "2023-12-31"), owned("2021-01-01", "2021-06-30")], [Days("2024-01-01", "2026-01-01")]),
        (
            [owned("2020-01-01", "2020-12-31"), owned("2021-02-01", None, "contributor")],
            [Days("2021-01-01", "2026-01-01")],
        ),
    ],
    ids=["never", "still", "between", "day-by-day", "within", "others-do-not-own"],
)
def test_gaps(periods: list[Period], expected: list[Days]) -> None:
    assert gaps(periods, "2026-01-01") == expected
