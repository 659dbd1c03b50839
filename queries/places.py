"""Which words of a search are places, and what lies in and around each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.spelling import words

PLACES = frozenset({"Municipality", "County"})
_KINDS = frozenset({"kommun", "municipality", "lan", "county"})


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality or county; each of its ``names`` is a tuple of folded words."""

    id: str
    county: str | None
    code: str
    names: frozenset[tuple[str, ...]]


def places(rows: Iterable[AnswerRow]) -> list[Place]:
    """The places of the graph, with every name that people may write."""
    return [
        Place(
            id=str(row["id"]),
            county=None if row["county"] is None else str(row["county"]),
            code=str(row["code"]),
            names=frozenset(name for text in _texts(row) for name in spellings(text)),
        )
        for row in rows
    ]


def spellings(text: str) -> set[tuple[str, ...]]:
    """The ways to write a place's name: ``Bodens kommun`` is also ``Bodens`` and ``Boden``."""
    full = tuple(words(text))
    found = {full}
    if full and full[-1] in _KINDS and len(full) > 1:
        found.add(full[:-1])
    if full and full[-1] in _KINDS - {"municipality", "county"} and len(full) > 1 and full[-2].endswith("s"):
        found.add((*full[:-2], full[-2][:-1]))
    return found - {()}


def split(asked: Sequence[str], known: Iterable[Place]) -> tuple[list[list[Place]], list[str]]:
    """The places that the folded words name, and the words that are left.

    The longest name goes first. Several places of one name stand together: any of them is meant.
    """
    by_name: dict[tuple[str, ...], list[Place]] = {}
    for place in known:
        for name in place.names:
            by_name.setdefault(name, []).append(place)
    longest = max(map(len, by_name), default=0)
    named: list[list[Place]] = []
    rest: list[str] = []
    at = 0
    while at < len(asked):
        for length in range(min(longest, len(asked) - at), 0, -1):
            found = by_name.get(tuple(asked[at : at + length])) or (
                by_name.get((asked[at].removesuffix("s"),)) if length == 1 else None
            )
            if found:
                named.append(found)
                at += length
                break
        else:
            rest.append(asked[at])
            at += 1
    return named, [word for word in rest if not (named and word in _KINDS)]


def inside(place: Place, known: Iterable[Place]) -> list[str]:
    """The ids of the place and, of a county, its municipalities."""
    return [place.id, *(other.id for other in known if other.county == place.id)]


def around(place: Place, known: Iterable[Place]) -> list[str]:
    """The ids that say that something is in the place: those inside, and a municipality's county."""
    return [*inside(place, known), *([place.county] if place.county else [])]


def _texts(row: AnswerRow) -> list[str]:
    aliases = row["aliases"] if isinstance(row["aliases"], list) else []
    return [str(text) for text in (row["name"], row["name_en"], *aliases) if text]
