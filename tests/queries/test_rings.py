"""Rings and chains of links."""

from __future__ import annotations

from itertools import islice

import networkx
from ansvarskarta.queries.chains import distances, fetched_distances, turned
from ansvarskarta.queries.rings import rings
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = "abcdefg"
LINKS = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]))


def as_links(pairs: set[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for start, end in sorted(pairs, reverse=True):
        found.setdefault(start, []).append(end)
    return found


@settings(deadline=None)
@given(LINKS)
def test_rings_are_all_elementary_cycles_in_order(pairs: set[tuple[str, str]]) -> None:
    expected = []
    for cycle in networkx.simple_cycles(networkx.DiGraph(pairs)):
        at = cycle.index(min(cycle))
        expected.append(cycle[at:] + cycle[:at])
    assert list(islice(rings(as_links(pairs)), 2_000)) == sorted(expected, key=lambda ring: (len(ring), ring))[:2_000]


def test_the_first_rings_of_a_dense_graph_come_at_once() -> None:
    names = [f"b{number:02}" for number in range(40)]
    dense = {name: [other for other in names if other != name] for name in names}
    first = list(islice(rings(dense), 1_000))
    assert first[0] == ["b00", "b01"]
    assert first[779] == ["b38", "b39"]
    assert first[780] == ["b00", "b01", "b02"]


def test_a_long_ring_is_found() -> None:
    names = [f"b{number:04}" for number in range(3_000)]
    ring = dict(zip(names, ([name] for name in [*names[1:], names[0]]), strict=True))
    assert list(rings(ring)) == [names]


def test_distances_are_of_the_shortest_chain() -> None:
    links = {"a": ["b", "c"], "b": ["d"], "c": ["b", "e"], "e": ["a"]}
    assert distances(["a"], links) == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2}
    assert distances(["d"], turned(links)) == {"d": 0, "b": 1, "a": 2, "c": 2, "e": 3}


def test_fetched_distances_stop_at_the_depth() -> None:
    links = {"a": ["b"], "b": ["c"], "c": ["d"], "d": ["a"]}
    fetched: list[list[str]] = []

    def fetch(ids: list[str]) -> dict[str, list[str]]:
        fetched.append(ids)
        return {id_: links[id_] for id_ in ids}

    assert fetched_distances(["a"], fetch, 2) == {"a": 0, "b": 1, "c": 2}
    assert fetched == [["a"], ["b"]]
    assert fetched_distances(["a"], fetch, 9) == {"a": 0, "b": 1, "c": 2, "d": 3}
