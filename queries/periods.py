"""When responsibilities held, on any day: the bars of a timeline and the gaps between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.dates import add_days
from ansvarskarta.graph.model.relationships import OWNER
from ansvarskarta.texts import Language

_PERIODS = """
MATCH (a:Entity)-[r:RESPONSIBLE_FOR]->(b:Entity {id: $id})
WHERE coalesce(r.confidence, '') <> 'proposed' AND coalesce(a.confidence, '') <> 'proposed'
OPTIONAL MATCH (m:Entity {id: coalesce(r.mandate, '')})
RETURN a.id, coalesce(CASE WHEN $english THEN a.name_en END, a.name), r.role,
       [r.valid_from, a.valid_from, m.valid_from], [r.valid_to, a.valid_to, m.valid_to],
       m.id, coalesce(CASE WHEN $english THEN m.name_en END, m.name), r.document
"""
_MANDATES = """
MATCH (m:Mandate)
WHERE coalesce(m.confidence, '') <> 'proposed'
OPTIONAL MATCH (m)-[:GIVEN_TO]->(a:Entity)
WITH m, collect(DISTINCT coalesce(CASE WHEN $english THEN a.name_en END, a.name)) AS names,
     collect(DISTINCT a.id) AS ids
WITH collect([m.id, coalesce(CASE WHEN $english THEN m.name_en END, m.name), m.reference, m.kind, m.valid_from,
     m.valid_to, ids, names]) AS rows
RETURN rows
"""


@dataclass(frozen=True, slots=True)
class Period:
    """One responsibility from its start to its end, both inclusive; ``None`` where nothing bounds it."""

    actor: str
    actor_name: str
    role: str
    start: str | None
    end: str | None
    mandate: str | None
    mandate_name: str | None
    document: str | None

    def holds(self, day: str) -> bool:
        """Whether it holds on the day."""
        return (self.start or day) <= day <= (self.end or day)


@dataclass(frozen=True, slots=True)
class MandatePeriod:
    """One mandate from its first day to its last; ``None`` where its source gives none."""

    id: str
    name: str
    reference: str
    kind: str
    start: str | None
    end: str | None
    actors: tuple[str, ...]
    actor_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, both inclusive."""

    start: str
    end: str


def periods(graph: Graph, target: str, lang: Language) -> list[Period]:
    """Every responsibility for a bottleneck or theme that was or will be, in order of time.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    found = []
    for actor, name, role, starts, ends, mandate, mandate_name, document in graph.read(
        _PERIODS, {"id": target, "english": lang is Language.EN}
    ):
        start, end = max(_given(starts), default=None), min(_given(ends), default=None)
        if start is None or end is None or start <= end:  # otherwise its mandate or actor never let it hold
            found.append(
                Period(
                    str(actor), str(name), str(role), start, end, _text(mandate), _text(mandate_name), _text(document)
                )
            )
    return sorted(found, key=lambda one: (one.start or "", one.end or "9999", one.actor))


def mandate_periods(graph: Graph, lang: Language) -> list[MandatePeriod]:
    """Every accepted mandate, in order of time, those without a start first.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    ((rows,),) = graph.read(_MANDATES, {"english": lang is Language.EN})
    found = [
        MandatePeriod(
            id=str(row[0]),
            name=str(row[1]),
            reference=_text(row[2]) or "",
            kind=_text(row[3]) or "",
            start=_text(row[4]),
            end=_text(row[5]),
            actors=tuple(map(str, row[6])),
            actor_names=tuple(map(str, row[7])),
        )
        for row in rows  # type: ignore[attr-defined]  # the statement collects a list
    ]
    return sorted(found, key=lambda one: (one.start or "", one.end or "9999", one.id))


def gaps(of: Sequence[Period], until: str) -> list[Days]:
    """The days without an owner between the first known ownership and ``until``."""
    owned = sorted((one.start or "", one.end or "9999-12-31") for one in of if one.role == OWNER)
    if not owned:
        return []
    found: list[Days] = []
    covered = owned[0][1]
    for start, end in owned[1:]:
        if start > covered and add_days(covered, 1) < start:
            found.append(Days(add_days(covered, 1), add_days(start, -1)))
        covered = max(covered, end)
    if covered < until:
        found.append(Days(add_days(covered, 1), until))
    return found


def _given(values: object) -> Iterable[str]:
    return [str(value) for value in values if value is not None]  # type: ignore[attr-defined]  # a list, by the statement


def _text(value: object) -> str | None:
    return None if value is None else str(value)
