"""Follows the chains of open bottlenecks from each establishment."""

from __future__ import annotations

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked, Found, count
from ansvarskarta.queries.chains import distances, links
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import holders


def answer(asked: Asked) -> Found:
    """One row an establishment that openly waits for a bottleneck."""
    open_links = links(asked.run("links"))
    owned = set(holders(asked))
    rows: list[AnswerRow] = []
    for row in asked.run():
        away = distances(texts(row.pop("constrained_by")), open_links)
        lacking = away.keys() - owned
        deepest = min(lacking, key=lambda id_: (-away[id_], id_), default=None)
        rows.append({**row, "bottlenecks": len(away), "unowned": len(lacking), "deepest_unowned": deepest})
    return Found(rows, of=count(asked))
