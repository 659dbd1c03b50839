"""Days that contradict each other within one row."""

from __future__ import annotations

from ansvarskarta.graph.model import Kind
from ansvarskarta.loaders.checking.typed import Typed
from ansvarskarta.loaders.problems import Level, Problems

# First and last, with what it means where they are the wrong way round.
_PAIRS = (
    ("valid_from", "valid_to", Level.ERROR, "ends_before_it_starts"),
    ("raised", "resolved", Level.WARNING, "resolved_before_raised"),
    ("start", "end", Level.WARNING, "done_before_started"),
    ("announced", "start_of_operation", Level.WARNING, "operates_before_announced"),
)
_DATES = (Kind.DATE, Kind.PARTIAL_DATE)


def check_days(table: Typed, problems: Problems) -> None:
    """Whether what comes last in time does not come before what comes first."""
    kinds = {column.name: column.kind for column in table.stack.table.columns}
    for first, last, level, code in _PAIRS:
        if kinds.get(first) not in _DATES or kinds.get(last) not in _DATES:
            continue
        for row, (one, other) in enumerate(zip(table.columns[first], table.columns[last], strict=True)):
            if isinstance(one, str) and isinstance(other, str) and is_before(other, one):
                problems.add(level, code, table.stack.place(row, last), other, first=one)


def is_before(day: str, other: str) -> bool:
    """Whether a day lies before another for certain, where either may be cut to a month or a year."""
    shared = min(len(day), len(other))
    return day[:shared] < other[:shared]
