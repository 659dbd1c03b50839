"""Following chains of links: how far away everything is by the shortest way, in time that grows with the links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.ordering import AnswerRow

Links: TypeAlias = Mapping[str, Iterable[str]]


def links(rows: Iterable[AnswerRow]) -> dict[str, list[str]]:
    """The links of a statement that returns ``waiting`` and the list ``on``."""
    return {str(row["waiting"]): texts(row["on"]) for row in rows}


def turned(forward: Links) -> dict[str, list[str]]:
    """The same links, followed the other way."""
    backward: dict[str, list[str]] = {}
    for start, ends in forward.items():
        for end in ends:
            backward.setdefault(end, []).append(start)
    return backward


def distances(starts: Iterable[str], forward: Links) -> dict[str, int]:
    """How many links away everything is from the nearest of the starts, which are themselves 0 away."""
    found = dict.fromkeys(starts, 0)
    edge = list(found)
    while edge:
        edge = [end for start in edge for end in forward.get(start, ()) if _new(found, end, found[start] + 1)]
    return found


def fetched_distances(
    starts: Iterable[str], fetch: Callable[[list[str]], dict[str, list[str]]], depth: int
) -> dict[str, int]:
    """The same, where ``fetch`` gets the links that lie next to some ids; nothing further than ``depth`` is found."""
    found = dict.fromkeys(starts, 0)
    known: dict[str, list[str]] = {}
    edge = list(found)
    for distance in range(1, depth + 1):
        if missing := [id_ for id_ in edge if id_ not in known]:
            known |= fetch(missing)
        edge = [end for start in edge for end in known.get(start, ()) if _new(found, end, distance)]
        if not edge:
            break
    return found


def _new(found: dict[str, int], id_: str, distance: int) -> bool:
    if id_ in found:
        return False
    found[id_] = distance
    return True
