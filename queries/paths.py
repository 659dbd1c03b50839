"""The nearest way between two things: read level by level from both ends, on the day that is asked about."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.graph.connection import Graph

_AROUND = """
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(m:Entity)
WHERE type(r) <> 'IN_COUNTY' AND coalesce(r.confidence, '') <> 'proposed' AND coalesce(m.confidence, '') <> 'proposed'
  AND coalesce(r.valid_from, '') <= $day AND coalesce(r.valid_to, '9999') >= $day
RETURN DISTINCT n.id, m.id
"""
LONGEST = 8
"""How many links a way may have."""

_WIDEST = 20_000  # nodes on one level: a way through more says nothing


def path(graph: Graph, start: str, end: str, day: str) -> list[str]:
    """The ids along a shortest way between two nodes, both included; empty where there is none.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    if start == end:
        return [start]
    sides: tuple[dict[str, str], dict[str, str]] = ({start: ""}, {end: ""})
    edges: tuple[set[str], set[str]] = ({start}, {end})
    for _ in range(LONGEST):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        reached = _next(graph, edges[side], sides[side], day)
        met = sorted(reached & sides[1 - side].keys())
        if met:
            return [*reversed(_back(sides[0], met[0])), *_back(sides[1], met[0])[1:]]
        if not reached or len(reached) > _WIDEST:
            return []
        edges = (reached, edges[1]) if side == 0 else (edges[0], reached)
    return []


def _next(graph: Graph, edge: Iterable[str], seen: dict[str, str], day: str) -> set[str]:
    reached: set[str] = set()
    rows = graph.read(_AROUND, {"ids": sorted(edge), "day": day})
    for came_from, to in sorted((str(one), str(other)) for one, other in rows):
        if to not in seen:
            seen[to] = came_from
            reached.add(to)
    return reached


def _back(seen: dict[str, str], at: str) -> list[str]:
    """The way from a node back to where its side began."""
    found = [at]
    while seen[found[-1]]:
        found.append(seen[found[-1]])
    return found
