"""Adds up the open bottlenecks theme by theme."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import Links, links
from ansvarskarta.queries.geography import Geography
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import Holder, having, holders


@dataclass(frozen=True, slots=True)
class _Counted:
    """An open bottleneck with what is counted of it."""

    id: str
    severity: int
    owners: Collection[str]
    actors: Collection[str]
    municipalities: Collection[str]
    establishments: Collection[str]


def answer(asked: Asked) -> Found:
    """One row a theme with open bottlenecks."""
    geography = Geography.of(asked.run("municipalities"))
    of_bottleneck = holders(asked)
    constrained = links(asked.run("constrained"))
    of_theme: dict[str, list[_Counted]] = {}
    for row in asked.run():
        counted = _counted(row, of_bottleneck, constrained, geography)
        for theme in set(texts(row["themes"])):
            of_theme.setdefault(theme, []).append(counted)
    waits = links(asked.run("links"))
    themes = asked.run("themes")
    rows = [_row(theme, of_theme[str(theme["theme"])], waits) for theme in themes if str(theme["theme"]) in of_theme]
    return Found(rows, of=len(themes))


def _counted(
    row: AnswerRow, of_bottleneck: Mapping[str, list[Holder]], constrained: Links, geography: Geography
) -> _Counted:
    id_ = str(row["bottleneck"])
    held = of_bottleneck.get(id_, [])
    return _Counted(
        id_,
        int(str(row["severity"])),
        {actor for actor, _ in having(held)},
        {one.actor for one in held},
        geography.municipalities(texts(row["occurs"])),
        set(constrained.get(id_, ())),
    )


def _row(theme: AnswerRow, counted: Sequence[_Counted], waits: Links) -> AnswerRow:
    unowned = [one for one in counted if not one.owners]
    return {
        "theme": theme["theme"],
        "theme_name": theme["theme_name"],
        "open": len(counted),
        "severity": _severity(counted),
        "unowned": len(unowned),
        "unowned_severity": _severity(unowned),
        "shared": sum(len(one.owners) > 1 for one in counted),
        "actors": len({*texts(theme["actors"]), *(actor for one in counted for actor in one.actors)}),
        "municipalities": len({id_ for one in counted for id_ in one.municipalities}),
        "establishments": len({id_ for one in counted for id_ in one.establishments}),
        "crossing": _crossing({one.id for one in counted}, waits),
    }


def _severity(counted: Iterable[_Counted]) -> int:
    return sum(one.severity for one in counted)


def _crossing(inside: set[str], waits: Links) -> int:
    """The links of which one end is of the theme and the other is not."""
    return sum((start in inside) != (end in inside) for start, ends in waits.items() for end in ends)
