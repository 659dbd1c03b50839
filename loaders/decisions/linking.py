"""Names that were read are tied to the graph's actors; what can't be told apart is a question, never a guess."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.gazetteer import Entry, counties, entries, municipalities
from ansvarskarta.loaders.decisions.standing import Existing
from rapidfuzz import fuzz, process

# Of 100: how alike two names must be, and how much more than the next.
LEAST_ALIKE = 92.0
MARGIN = 4.0


class How(StrEnum):
    """How a name was tied."""

    NAME = "name"
    ALIAS = "alias"
    ORG_NUMBER = "organisation number"
    ALIKE = "alike"
    NEW = "new"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Link:
    """What a name stands for: an id of the graph, an id for a new node, or ids for a person to choose from."""

    name: str
    how: How
    id: str | None
    candidates: tuple[str, ...] = ()


class Linker:
    """Ties names to the nodes of some tables; every name has one link."""

    def __init__(self, existing: Existing, tables: Iterable[str] = ("actors", "municipalities")) -> None:
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_alias: dict[str, set[str]] = defaultdict(set)
        self._by_number: dict[str, set[str]] = defaultdict(set)
        self._ids: set[str] = set()
        for table in tables:
            for row in existing.get(table, ()):
                self._add(row)

    def _add(self, row: Row) -> None:
        id_ = str(row["id"])
        self._ids.add(id_)
        self._by_name[_plain(row.get("name"))].add(id_)
        aliases = row.get("aliases")
        for alias in [*(aliases if isinstance(aliases, list) else []), row.get("name_en")]:
            if alias:
                self._by_alias[_plain(alias)].add(id_)
        if row.get("org_number"):
            self._by_number[_digits(row["org_number"])].add(id_)

    def link(self, name: str, *, org_number: str | None = None, new_id: str) -> Link:
        """Ties one name; ``new_id`` is the id it gets where the graph has nobody like it."""
        known = _known(name)
        names = {_plain(name), *(_plain(other) for other in (known.name, *known.aliases))} if known else {_plain(name)}
        if org_number and (ids := self._by_number.get(_digits(org_number))):
            return _decided(name, How.ORG_NUMBER, ids)
        for how, index in ((How.NAME, self._by_name), (How.ALIAS, self._by_alias)):
            own = index.get(_plain(name))
            if own:
                return _decided(name, how, own)
            found = {id_ for other in names for id_ in index.get(other, ())}
            if found:
                return _decided(name, How.ALIAS, found)
        if new_id in self._ids:
            return Link(name, How.QUESTION, None, (new_id,)) if known is None else Link(name, How.ALIAS, new_id)
        return Link(name, How.NEW, new_id) if known else self._alike(name, new_id)

    def _alike(self, name: str, new_id: str) -> Link:
        """The one name that is much alike; where two are about as much, a question. Only for names no table knows."""
        names = [*self._by_name, *self._by_alias]
        found = process.extract(_plain(name), names, scorer=fuzz.ratio, score_cutoff=LEAST_ALIKE - MARGIN, limit=10)
        best = max((score for _, score, _ in found), default=0.0)
        near = [other for other, score, _ in found if score > best - MARGIN]
        ids = {id_ for other in near for id_ in self._by_name.get(other, set()) | self._by_alias.get(other, set())}
        if best < LEAST_ALIKE or not ids:
            return Link(name, How.NEW, new_id)
        return _decided(name, How.ALIKE, ids)


def _decided(name: str, how: How, ids: Iterable[str]) -> Link:
    found = tuple(sorted(ids))
    return Link(name, how, found[0]) if len(found) == 1 else Link(name, How.QUESTION, None, found)


def _plain(value: object) -> str:
    return " ".join(str(value or "").casefold().replace("-", " ").split())


def _digits(value: object) -> str:
    return "".join(sign for sign in str(value) if sign.isdigit())


def known_entry(name: str) -> Entry | None:
    """The gazetteer's entry of a name in its one form."""
    return _known(name)


def _known(name: str) -> Entry | None:
    return _ENTRIES.get(name)


_ENTRIES: dict[str, Entry] = {
    entry.name: entry
    for entry in (
        *entries(),
        *(place.entry for place in municipalities()),
        *(county.region for county in counties()),
        *(county.board for county in counties()),
    )
}
