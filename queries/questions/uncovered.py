"""Picks the municipalities and themes where nobody owns anything."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.covering import cover
from ansvarskarta.queries.ordering import AnswerRow


def answer(asked: Asked) -> Found:
    """One row a pair of municipality and theme without any owner."""
    found = cover(asked)
    rows: list[AnswerRow] = [
        {
            "municipality": municipality,
            "municipality_name": found.municipalities[municipality]["municipality_name"],
            "theme": theme,
            "theme_name": found.themes[theme]["theme_name"],
            "open_bottlenecks": pair.open,
            "establishments": found.municipalities[municipality]["establishments"],
        }
        for (municipality, theme), pair in found.pairs.items()
        if not pair.owned and not pair.theme_owners
    ]
    return Found(rows, of=len(found.pairs))
