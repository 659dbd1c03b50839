"""Keeps the bottlenecks that two different actors own for the same place."""

from __future__ import annotations

from itertools import combinations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.geography import Geography
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import holders


def answer(asked: Asked) -> Found:
    """One row a bottleneck with several owners."""
    geography = Geography.of(asked.run("municipalities"))
    of_bottleneck = holders(asked)
    bottlenecks = asked.run()
    rows: list[AnswerRow] = []
    for row in bottlenecks:
        owning = of_bottleneck.get(str(row["bottleneck"]), ())
        pairs = combinations(owning, 2)
        if any(one.actor != other.actor and geography.scopes_meet(one.scope, other.scope) for one, other in pairs):
            rows.append({**row, "owners": [one.actor for one in owning]})
    return Found(rows, of=len(bottlenecks))
