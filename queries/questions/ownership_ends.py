"""Finds the ownerships that end soon, and who owns on the day after."""

from __future__ import annotations

from ansvarskarta.graph.dates import add_days
from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import holding, responsibilities


def answer(asked: Asked) -> Found:
    """One row a direct ownership that ends in time; counted among all that hold."""
    day, until = str(asked.given["as_of"]), str(asked.given["until"])
    of_bottleneck = responsibilities(asked)
    rows: list[AnswerRow] = []
    of = 0
    for row in asked.run():
        owned = of_bottleneck.get(str(row["bottleneck"]), [])
        held = holding(owned, day)
        of += len(held)
        for one in held:
            if one.end is not None and one.end <= until:
                after = [other.actor for other in holding(owned, add_days(one.end, 1))]
                ending = {"actor": one.actor, "actor_name": one.actor_name, "ends": one.end, "mandate": one.mandate}
                rows.append({**row, **ending, "successor": after})
    return Found(rows, of=of)
