"""Ranks what the search found, and keeps as many hits as were asked for."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.searching import Search


def answer(asked: Asked) -> Found:
    """The best hits, by score."""
    hits = Search(asked).find(str(asked.values["text"]))
    limit = int(str(asked.values["limit"]))
    rows: list[AnswerRow] = [
        {"id": hit.id, "label": hit.label, "name": hit.name, "score": hit.score} for hit in hits[:limit]
    ]
    return Found(rows, truncated=len(hits) > limit)
