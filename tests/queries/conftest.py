"""The demonstration data, loaded once on each engine for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.loaders.loading import load_demonstration
from engines import wipe


@pytest.fixture(scope="module")
def demonstrated(any_graph: Graph) -> Iterator[Graph]:
    """The demonstration data on one engine."""
    wipe(any_graph)
    load_demonstration(any_graph, person="tests")
    yield any_graph
    wipe(any_graph)
