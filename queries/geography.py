"""Where bottlenecks are, and what a scope covers, worked out from each municipality's county.

The engines would follow the links between counties and municipalities for every bottleneck anew; here they are known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from ansvarskarta.queries.ordering import AnswerRow, Cell

Part: TypeAlias = tuple[str, "list[str] | None"]
"""Somebody's part in a bottleneck or theme: the actor and the scope that it is limited to."""


@dataclass(frozen=True, slots=True)
class Geography:
    """The county of each municipality, and the municipalities of each county."""

    county_of: Mapping[str, str]
    within: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, rows: Iterable[AnswerRow]) -> Geography:
        """From rows with ``municipality`` and ``county``."""
        county_of = {str(row["municipality"]): str(row["county"]) for row in rows}
        counties = set(county_of.values())
        return cls(county_of, {one: frozenset(m for m, c in county_of.items() if c == one) for one in counties})

    def municipalities(self, occurs: Iterable[str]) -> set[str]:
        """The municipalities where a bottleneck is, from the municipalities and counties that it occurs in."""
        found: set[str] = set()
        for id_ in occurs:
            if id_ in self.county_of:
                found.add(id_)
            else:
                found |= self.within.get(id_, frozenset())
        return found

    def places(self, occurs: Iterable[str]) -> set[str]:
        """All its places: also the counties of its municipalities, and the municipalities of its counties."""
        occurs = list(occurs)
        return {
            *occurs,
            *self.municipalities(occurs),
            *(self.county_of[id_] for id_ in occurs if id_ in self.county_of),
        }

    def covering(self, parts: Iterable[Part], municipality: str) -> set[str]:
        """The actors whose scope covers the municipality."""
        county = self.county_of[municipality]
        return {actor for actor, scope in parts if not scope or municipality in scope or county in scope}

    def scopes_meet(self, one: Collection[str] | None, other: Collection[str] | None) -> bool:
        """Whether either is empty or, each county taken with all its municipalities, they share an id."""
        if not one or not other:
            return True
        return not self._wide(one).isdisjoint(other) or not self._wide(other).isdisjoint(one)

    def _wide(self, scope: Collection[str]) -> set[str]:
        return {*scope, *(self.county_of[id_] for id_ in scope if id_ in self.county_of)}


def meeting(parts: Iterable[Part], places: set[str]) -> set[str]:
    """The actors whose scope meets the places."""
    return {actor for actor, scope in parts if not scope or not places.isdisjoint(scope)}


def leads(themes: Iterable[str], of_theme: Mapping[str, Iterable[Part]], places: set[str]) -> list[str]:
    """The actors who own one of the themes there: leads to an owner, not owners."""
    return list({actor for theme in themes for actor in meeting(of_theme[theme], places)})


def leading(rows: Iterable[AnswerRow]) -> dict[str, list[Part]]:
    """By theme who owns it, from rows with ``theme`` and ``leading``."""
    return {str(row["theme"]): parts(row["leading"]) for row in rows}


def parts(cell: Cell) -> list[Part]:
    """The parts that a statement gives as lists of two."""
    return cast("list[Part]", cell)
