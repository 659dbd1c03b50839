"""Municipality by municipality and theme by theme: what is open there, and who has a part in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ansvarskarta.queries.asking import Asked
from ansvarskarta.queries.geography import Geography, Part, parts
from ansvarskarta.queries.ordering import AnswerRow, texts


@dataclass(slots=True)
class Pair:
    """A municipality and a theme that concerns it; the counts are of open bottlenecks."""

    open: int = 0
    owned: int = 0
    contributed: int = 0
    unowned: int = 0
    owners: set[str] = field(default_factory=set)
    theme_owners: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Covering:
    """The pairs of a question that were asked for, with the rows of their municipalities and themes."""

    pairs: dict[tuple[str, str], Pair]
    municipalities: dict[str, AnswerRow]
    themes: dict[str, AnswerRow]


def cover(asked: Asked) -> Covering:
    """Works the pairs out from a question's statements ``rows``, ``municipalities`` and ``themes``."""
    rows = asked.run("municipalities")
    geography = Geography.of(rows)
    municipalities = {str(row["municipality"]): row for row in rows if row["is_asked"]}
    themes = {str(row["theme"]): row for row in asked.run("themes")}
    actor = asked.values.get("actor")
    pairs: dict[tuple[str, str], Pair] = {}
    for row in asked.run():
        own = [theme for theme in texts(row["themes"]) if theme in themes]
        owning, contributing = parts(row["owning"]), parts(row["contributing"])
        for municipality in geography.municipalities(texts(row["occurs"])) & municipalities.keys():
            owners = geography.covering(owning, municipality)
            contributors = geography.covering(contributing, municipality)
            for theme in own:
                pair = pairs.setdefault((municipality, theme), Pair())
                pair.open += 1
                pair.owned += bool(owners) if actor is None else actor in owners
                pair.contributed += bool(contributors) if actor is None else actor in contributors
                pair.unowned += not owners
                pair.owners |= owners
    _lead(pairs, themes.values(), geography)
    return Covering(pairs, municipalities, themes)


def _lead(pairs: dict[tuple[str, str], Pair], themes: Iterable[AnswerRow], geography: Geography) -> None:
    leading: dict[str, list[Part]] = {str(row["theme"]): parts(row["leading"]) for row in themes}
    for (municipality, theme), pair in pairs.items():
        pair.theme_owners = geography.covering(leading[theme], municipality)
