"""Says of each municipality and theme how much of it somebody has a part in."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.covering import cover
from ansvarskarta.queries.ordering import AnswerRow


def answer(asked: Asked) -> Found:
    """One row a pair of municipality and theme."""
    found = cover(asked)
    rows: list[AnswerRow] = [
        {
            "municipality": municipality,
            "municipality_name": found.municipalities[municipality]["municipality_name"],
            "theme": theme,
            "theme_name": found.themes[theme]["theme_name"],
            "open": pair.open,
            "owned": pair.owned,
            "contributed": pair.contributed,
            "unowned": pair.unowned,
            "owners": list(pair.owners),
            "theme_owners": list(pair.theme_owners),
        }
        for (municipality, theme), pair in found.pairs.items()
    ]
    return Found(rows, of=len(rows))
