"""The API over the demonstration data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansvarskarta.api import api_routes
from ansvarskarta.graph.connection import Graph
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load
from api_server import served
from engines import wipe


@pytest.fixture(scope="module")
def loaded(any_graph: Graph) -> Graph:
    wipe(any_graph)
    load(any_graph, [demonstration()], person="test")
    return any_graph


@pytest.fixture(scope="module")
def address(loaded: Graph) -> Iterator[str]:
    with served(api_routes(lambda: loaded, url="https://karta.example.se", per_minute=1_000_000)) as address:
        yield address
