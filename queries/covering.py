"""Municipality by municipality and theme by theme: what is open there, and who has a part in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked
from ansvarskarta.queries.geography import Geography, Part, leading
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import having, holders


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
    """Works the pairs out from a question's statements: bottlenecks, responsibilities, municipalities, themes."""
    of_bottleneck = holders(asked)
    rows = asked.run("municipalities")
    geography = Geography.of(rows)
    municipalities = {str(row["municipality"]): row for row in rows if row["is_asked"]}
    themes = {str(row["theme"]): row for row in asked.run("themes")}
    actor = asked.values.get("actor")
    pairs: dict[tuple[str, str], Pair] = defaultdict(Pair)
    for row in asked.run():
        own = themes.keys() & texts(row["themes"])
        held = of_bottleneck.get(str(row["bottleneck"]), ())
        owners_in = _covering(geography, having(held))
        contributors_in = _covering(geography, having(held, "contributor"))
        for municipality in geography.municipalities(texts(row["occurs"])) & municipalities.keys():
            owners = owners_in(municipality)
            contributors = contributors_in(municipality)
            is_owned = bool(owners) if actor is None else actor in owners
            is_contributed = bool(contributors) if actor is None else actor in contributors
            for theme in own:
                pair = pairs[municipality, theme]
                pair.open += 1
                pair.owned += is_owned
                pair.contributed += is_contributed
                pair.unowned += not owners
                pair.owners |= owners
    _lead(pairs, themes.values(), geography)
    return Covering(pairs, municipalities, themes)


def _covering(geography: Geography, parts: list[Part]) -> Callable[[str], set[str]]:
    """The actors whose scope covers a municipality; those without a scope are looked for once."""
    everywhere = {actor for actor, scope in parts if not scope}
    limited = [part for part in parts if part[1]]
    if not limited:
        return lambda _: everywhere
    return lambda municipality: everywhere | geography.covering(limited, municipality)


def _lead(pairs: dict[tuple[str, str], Pair], themes: Iterable[AnswerRow], geography: Geography) -> None:
    of_theme = leading(themes)
    for (municipality, theme), pair in pairs.items():
        pair.theme_owners = geography.covering(of_theme[theme], municipality)
