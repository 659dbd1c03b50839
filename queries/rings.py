"""Elementary cycles of a directed graph, one after the other: the shortest first, equally long ones by their names.

Johnson's algorithm, as networkx has it, gives them in no order, so that all would have to be found, and there can be
more than anybody can wait for. Here the most promising path is always the next to grow: its length so far and the
least number of links that lead back to its start. A cycle is found from its smallest name alone, so each comes once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import heapify, heappop, heappush

from ansvarskarta.queries.chains import Links, distances, turned


def rings(links: Links) -> Iterator[list[str]]:
    """Every elementary cycle of the links once, starting at its smallest name."""
    # Only this question pays for loading it.
    import networkx  # noqa: PLC0415

    graph = networkx.DiGraph([(start, end) for start, ends in links.items() for end in ends])
    knots = [knot for knot in networkx.strongly_connected_components(graph) if len(knot) > 1]
    backs: dict[str, dict[str, int]] = {}
    paths: list[tuple[int, list[str]]] = []
    for knot in knots:
        for start in knot:
            within = _within(links, {name for name in knot if name >= start})
            backs[start] = distances([start], turned(within))
            shortest = [backs[start][end] + 1 for end in within[start] if end in backs[start]]
            if shortest:
                paths.append((min(shortest), [start]))
    heapify(paths)
    while paths:
        length, path = heappop(paths)
        start = path[0]
        if len(path) > length:
            yield path[:-1]
            continue
        back = backs[start]
        for end in sorted(set(links.get(path[-1], ()))):
            if end == start:
                heappush(paths, (len(path), [*path, start]))
            elif end in back and end not in path:
                heappush(paths, (len(path) + back[end], [*path, end]))


def _within(links: Links, names: Collection[str]) -> dict[str, list[str]]:
    return {name: [end for end in links.get(name, ()) if end in names] for name in names}
