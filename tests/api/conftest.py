"""The API on a port of this machine, over the demonstration data."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import uvicorn
from ansvarskarta.api import api_routes
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load
from engines import wipe
from neo4j_server import free_port
from starlette.applications import Starlette


@contextmanager
def served(routes, proxies: str | None = None) -> Iterator[str]:
    port = free_port()
    config = uvicorn.Config(
        Starlette(routes=routes), port=port, log_level="error", lifespan="off", forwarded_allow_ips=proxies
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def serve() -> Callable:
    return served


@pytest.fixture(scope="module")
def loaded(any_graph):
    wipe(any_graph)
    load(any_graph, [demonstration()], person="test")
    return any_graph


@pytest.fixture(scope="module")
def address(loaded) -> Iterator[str]:
    with served(api_routes(lambda: loaded, url="https://karta.example.se", per_minute=1_000_000)) as address:
        yield address
