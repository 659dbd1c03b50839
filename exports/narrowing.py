"""Which nodes belong to an export narrowed by theme, municipality, county or establishment.

The bottlenecks that are narrowed to (as the gap questions narrow them, open or not), everything linked to one of them,
and what explains those: who issued, was given and hears of the mandates, who carries out the measures, whom the
establishments affect, who is responsible for the themes. Ids that a kept row names are kept too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ansvarskarta.exports.cells import parts, words
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, TABLE_BY_NAME, Kind, Table
from ansvarskarta.graph.values import Row

Rows = Callable[[Table], Iterable[Row]]

_EXPLAINED_BY_END = ("issued",)
_EXPLAINED_BY_START = ("given_to", "reports_to", "affects")
_EXPLAINED_AT_END = (*_EXPLAINED_BY_END, "carries_out", "operates")


def related(rows: Rows, narrowing: Mapping[str, str]) -> frozenset[str]:
    """Ids of every node that the narrowing keeps.

    Args:
        rows: gives the rows of a table, as often as it is asked.
        narrowing: ``theme``, ``municipality``, ``county`` and ``establishment``, each optional, with an id.
    """
    core = _bottlenecks(rows, narrowing) | set(narrowing.values())
    kept = set(core)
    for row in _relationships(rows):
        if row["start"] in core or row["end"] in core:
            kept.update(_ends(row))
    for _ in range(2):
        kept.update(_explaining(rows, kept))
    kept.update(_named(rows, kept))
    return frozenset(kept)


def _bottlenecks(rows: Rows, narrowing: Mapping[str, str]) -> set[str]:
    found = {words(row["id"]) for row in rows(TABLE_BY_NAME["bottlenecks"])}
    if theme := narrowing.get("theme"):
        found &= {words(row["start"]) for row in rows(TABLE_BY_NAME["has_theme"]) if row["end"] == theme}
    if establishment := narrowing.get("establishment"):
        found &= {words(row["start"]) for row in rows(TABLE_BY_NAME["constrains"]) if row["end"] == establishment}
    places = _places(rows)
    for name in ("municipality", "county"):
        if place := narrowing.get(name):
            found &= {bottleneck for bottleneck, where in places.items() if place in where}
    return found


def _places(rows: Rows) -> dict[str, set[str]]:
    county = {words(row["id"]): words(row["county"]) for row in rows(TABLE_BY_NAME["municipalities"])}
    within: dict[str, set[str]] = defaultdict(set)
    for municipality, its_county in county.items():
        within[its_county].add(municipality)
    places: dict[str, set[str]] = defaultdict(set)
    for row in rows(TABLE_BY_NAME["occurs_in"]):
        place = words(row["end"])
        places[words(row["start"])] |= {place} | within[place] | ({county[place]} if place in county else set())
    return places


def _explaining(rows: Rows, kept: set[str]) -> set[str]:
    found: set[str] = set()
    for row in rows(TABLE_BY_NAME["responsible_for"]):
        if row["end"] in kept and words(row["end"]).startswith("theme:"):
            found.update(_ends(row))
    for name in _EXPLAINED_AT_END:
        found.update(words(row["start"]) for row in rows(TABLE_BY_NAME[name]) if row["end"] in kept)
    for name in _EXPLAINED_BY_START:
        found.update(words(row["end"]) for row in rows(TABLE_BY_NAME[name]) if row["start"] in kept)
    return found


def _named(rows: Rows, kept: set[str]) -> set[str]:
    found: set[str] = set()
    for table in (*RELATIONSHIP_TABLES, *NODE_TABLES):
        columns = [c.name for c in table.columns if c.kind in (Kind.ID, Kind.IDS) and c.name not in ("start", "end")]
        ends = ("id",) if table in NODE_TABLES else ("start", "end")
        for row in rows(table):
            if all(row[end] in kept or row[end] in found for end in ends):
                for column in columns:
                    found.update(parts(row.get(column)))
    # A place that a scope names brings its county, and a document its own.
    municipalities = {words(row["id"]): row for row in rows(TABLE_BY_NAME["municipalities"])}
    for id_ in found & municipalities.keys():
        found.update(parts(municipalities[id_]["county"]), parts(municipalities[id_].get("document")))
    return found


def _relationships(rows: Rows) -> Iterator[Row]:
    for table in RELATIONSHIP_TABLES:
        yield from rows(table)


def _ends(row: Row) -> set[str]:
    return {words(row["start"]), words(row["end"]), *parts(row.get("mandate"))}
