"""What holds on a day: relationships valid then, and all nodes but actors that are not; which bottlenecks are open."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.exports.cells import words
from ansvarskarta.graph.model import NodeTable, Table
from ansvarskarta.graph.values import Row


def valid(row: Row, day: str) -> bool:
    """Whether the row's interval of days holds the day; an empty end bounds nothing."""
    return within(words(row.get("valid_from")), words(row.get("valid_to")), day)


def within(first: str, last: str, day: str) -> bool:
    """Whether the day is none before the first and none after the last, where these are not empty."""
    return first <= day and (not last or day <= last)


def is_open(bottleneck: Row, day: str) -> bool:
    """Whether the bottleneck is raised by the day and not resolved on it."""
    resolved = words(bottleneck.get("resolved"))
    lasts = resolved > day if resolved else bottleneck.get("status") != "resolved"
    return words(bottleneck.get("raised")) <= day and lasts


def lapsed_actors(actors: Iterable[Row], day: str) -> frozenset[str]:
    """Ids of the actors that are not valid on the day."""
    accepted: dict[str, bool] = {}
    for row in actors:
        if row.get("confidence") != "proposed" or row["id"] not in accepted:
            accepted[words(row["id"])] = valid(row, day)
    return frozenset(id_ for id_, is_valid in accepted.items() if not is_valid)


def holds(table: Table, row: Row, day: str, lapsed: frozenset[str]) -> bool:
    """Whether a row is part of the graph of the day.

    Mandates stay whatever their days, since reports fall due after a mandate has ended.
    """
    if isinstance(table, NodeTable):
        return row["id"] not in lapsed
    return valid(row, day) and row["start"] not in lapsed and row["end"] not in lapsed
