"""Gathers the mandates that follow each other, and counts the days between them."""

from __future__ import annotations

import datetime as dt
import sys

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import fetched_distances, links
from ansvarskarta.queries.ordering import AnswerRow, Cell


def answer(asked: Asked) -> Found:
    """One row a mandate."""
    first = [str(row["mandate"]) for row in asked.run("first")]
    ids = list(fetched_distances(first, lambda ids: links(asked.run("linked", ids=ids)), sys.maxsize))
    return Found([_with_gap(row) for row in asked.run(ids=ids)])


def _with_gap(row: AnswerRow) -> AnswerRow:
    gap = _gap(texts(row.pop("ends")), row["valid_from"])
    return {**row, "gap_days": gap}


def _gap(ends: list[str], start: Cell) -> int | None:
    """Whole days between the latest end and the start; ``None`` where a date that it takes is missing."""
    if start is None or not ends or "" in ends:
        return None
    between = dt.date.fromisoformat(str(start)) - dt.date.fromisoformat(max(ends))
    return max(between.days - 1, 0)
