"""Keeps the bottlenecks that two different actors own for the same place."""

from __future__ import annotations

from itertools import combinations

from ansvarskarta.queries.asking import Asked, Found, count
from ansvarskarta.queries.geography import Geography, parts
from ansvarskarta.queries.ordering import AnswerRow


def answer(asked: Asked) -> Found:
    """One row a bottleneck with several owners."""
    geography = Geography.of(asked.run("municipalities"))
    rows: list[AnswerRow] = []
    for row in asked.run():
        owning = parts(row.pop("owning"))
        pairs = combinations(owning, 2)
        if any(one[0] != other[0] and geography.scopes_meet(one[1], other[1]) for one, other in pairs):
            rows.append({**row, "owners": [actor for actor, _ in owning]})
    return Found(rows, of=count(asked))
