"""Keeps the bottlenecks that nobody owns, works out where they are, and who owns one of their themes there."""

from __future__ import annotations

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.geography import Geography, leading, leads
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import Responsibility, holding, responsibilities


def answer(asked: Asked) -> Found:
    """One row a bottleneck without an owner."""
    day = str(asked.given["as_of"])
    geography = Geography.of(asked.run("municipalities"))
    of_theme = leading(asked.run("themes"))
    of_bottleneck = responsibilities(asked)
    bottlenecks = asked.run()
    rows: list[AnswerRow] = []
    for row in bottlenecks:
        owned = of_bottleneck.get(str(row["bottleneck"]), [])
        if holding(owned, day):
            continue
        occurs = texts(row.pop("occurs"))
        where: AnswerRow = {
            "municipalities": list(geography.municipalities(occurs)),
            "theme_owners": leads(texts(row["themes"]), of_theme, geography.places(occurs)),
        }
        rows.append({**row, **where, **_last(owned, day)})
    return Found(rows, of=len(bottlenecks))


def _last(owned: list[Responsibility], day: str) -> AnswerRow:
    """Of the ownerships that ended, the one that did so last; of several that of the smallest id."""
    past = [one for one in owned if one.ended_before(day)]
    end = max((one.end for one in past if one.end), default=None)
    return {"last_owner": min((one.actor for one in past if one.end == end), default=None), "ended": end}
