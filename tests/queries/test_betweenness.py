"""Betweenness by hand, and as networkx has it."""

from __future__ import annotations

import random

import networkx
import pytest
from ansvarskarta.queries.betweenness import betweenness


def test_who_lies_between() -> None:
    assert betweenness({"a": ["b"], "b": ["c"], "c": []}) == {"a": 0.0, "b": 0.5, "c": 0.0}
    two_ways = betweenness({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []})
    assert two_ways == pytest.approx({"a": 0, "b": 1 / 12, "c": 1 / 12, "d": 0})
    assert betweenness({}) == {}
    assert betweenness({"a": ["b"], "b": ["a"]}) == {"a": 0.0, "b": 0.0}


@pytest.mark.parametrize("seed", range(5))
def test_it_is_what_networkx_says(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - graphs, not secrets
    nodes = [str(number) for number in range(40)]
    links = {node: chance.sample([other for other in nodes if other != node], chance.randrange(4)) for node in nodes}
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from((start, end) for start, ends in links.items() for end in ends)
    assert betweenness(links) == pytest.approx(networkx.betweenness_centrality(graph))
