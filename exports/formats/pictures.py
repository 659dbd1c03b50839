"""Which pictures a graph makes: one a theme, several where there is too much for one, never a hairball."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ansvarskarta.exports.past import within

MOST_NODES = 150
MOST_PICTURES = 40
_COLUMNS = {"Theme": 0, "Bottleneck": 1, "Actor": 2, "Municipality": 2, "Establishment": 3}
_WIDTH, _HEIGHT = 420, 64


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship as pictures show it; ``role`` is empty where the type has none."""

    start: str
    type: str
    end: str
    role: str
    first: str
    last: str

    def holds(self, day: str) -> bool:
        """Whether it holds on the day."""
        return within(self.first, self.last, day)

    @property
    def is_within(self) -> bool:
        """Whether both ends are bottlenecks, which stand in one column."""
        return self.type == "DEPENDS_ON"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: where each node stands, and the edges between them. ``part`` counts those of one theme from 1."""

    theme: str
    part: int
    places: Mapping[str, tuple[int, int]]
    edges: Sequence[Edge]


def pictures(edges: Sequence[Edge], names: Mapping[str, str], labels: Mapping[str, str]) -> tuple[list[Picture], int]:
    """The pictures of all themes by name, and how many more there would be."""
    around: dict[str, list[Edge]] = defaultdict(list)
    of_theme: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        around[edge.start].append(edge)
        around[edge.end].append(edge)
        if edge.type == "HAS_THEME" and labels.get(edge.start) == "Bottleneck":
            of_theme[edge.end].append(edge.start)
    drawn: list[Picture] = []
    for theme in sorted(of_theme, key=lambda id_: (names[id_], id_)):
        parts = _parts(theme, sorted(set(of_theme[theme])), around, labels)
        drawn += [_picture((theme, number), ids, around, names, labels) for number, ids in enumerate(parts, start=1)]
    return drawn[:MOST_PICTURES], max(len(drawn) - MOST_PICTURES, 0)


def _parts(
    theme: str, bottlenecks: Sequence[str], around: Mapping[str, Sequence[Edge]], labels: Mapping[str, str]
) -> list[set[str]]:
    """The nodes of each picture of a theme: bottlenecks with what is around them, as many as there is room for."""
    parts: list[set[str]] = [{theme}]
    for bottleneck in bottlenecks:
        own = [bottleneck, *_neighbours(bottleneck, around[bottleneck], labels)][: MOST_NODES - 1]
        if len(parts[-1] | set(own)) > MOST_NODES:
            parts.append({theme})
        parts[-1].update(own)
    return parts


def _neighbours(bottleneck: str, edges: Iterable[Edge], labels: Mapping[str, str]) -> list[str]:
    """Those responsible and the establishments that are held back; other bottlenecks come with their own theme."""
    found = {other for edge in edges for other in (edge.start, edge.end) if other != bottleneck}
    return sorted(id_ for id_ in found if labels.get(id_) in ("Actor", "Municipality", "Establishment"))


def _picture(
    which: tuple[str, int],
    ids: set[str],
    around: Mapping[str, Sequence[Edge]],
    names: Mapping[str, str],
    labels: Mapping[str, str],
) -> Picture:
    columns: dict[int, list[str]] = defaultdict(list)
    for id_ in sorted(ids, key=lambda id_: (names[id_], id_)):
        columns[_COLUMNS[labels[id_]]].append(id_)
    places: dict[str, tuple[int, int]] = {}
    for column, some in sorted(columns.items()):
        for line, id_ in enumerate(some):
            places[id_] = (column * _WIDTH, round((line - (len(some) - 1) / 2) * _HEIGHT))
    edges = {edge for id_ in ids for edge in around[id_] if edge.start in ids and edge.end in ids}
    order = sorted(edges, key=lambda one: (one.type, names[one.start], names[one.end], one.role, one.first, one.last))
    return Picture(*which, places, order)
