"""Adds up the open bottlenecks theme by theme."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import Links, links
from ansvarskarta.queries.ordering import AnswerRow, texts


def answer(asked: Asked) -> Found:
    """One row a theme with open bottlenecks."""
    themes = asked.run("themes")
    of_theme: dict[str, list[AnswerRow]] = {}
    for row in asked.run():
        for theme in set(texts(row["themes"])):
            of_theme.setdefault(theme, []).append(row)
    waits = links(asked.run("links"))
    rows = [_row(theme, of_theme[str(theme["theme"])], waits) for theme in themes if str(theme["theme"]) in of_theme]
    return Found(rows, of=len(themes))


def _row(theme: AnswerRow, rows: Sequence[AnswerRow], waits: Links) -> AnswerRow:
    unowned = [row for row in rows if not row["owners"]]
    return {
        "theme": theme["theme"],
        "theme_name": theme["theme_name"],
        "open": len(rows),
        "severity": _severity(rows),
        "unowned": len(unowned),
        "unowned_severity": _severity(unowned),
        "shared": sum(len(texts(row["owners"])) > 1 for row in rows),
        "actors": len(_all(rows, "actors") | set(texts(theme["actors"]))),
        "municipalities": len(_all(rows, "municipalities")),
        "establishments": len(_all(rows, "establishments")),
        "crossing": _crossing({str(row["bottleneck"]) for row in rows}, waits),
    }


def _severity(rows: Iterable[AnswerRow]) -> int:
    return sum(int(str(row["severity"])) for row in rows)


def _all(rows: Iterable[AnswerRow], column: str) -> set[str]:
    return {id_ for row in rows for id_ in texts(row[column])}


def _crossing(inside: set[str], waits: Links) -> int:
    """The links of which one end is of the theme and the other is not."""
    return sum((start in inside) != (end in inside) for start, ends in waits.items() for end in ends)
