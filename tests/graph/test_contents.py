"""The numbers of what a graph holds."""

from __future__ import annotations

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.contents import contents
from ansvarskarta.loaders.loading import load_demonstration


def test_numbers_are_those_of_the_tables(graph: Graph) -> None:
    empty = contents(graph)
    assert (empty.nodes, empty.relationships, empty.is_demo) == (0, 0, False)
    loaded = load_demonstration(graph, person="test")
    held = contents(graph)
    assert held.nodes + held.relationships == loaded.total().created
    assert held.is_demo
    assert held.loaded_at is not None
    assert held.version == str(graph.version())
