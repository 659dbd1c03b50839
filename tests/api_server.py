"""The API on a port of this machine, for its tests."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from neo4j_server import free_port
from starlette.applications import Starlette
from starlette.routing import BaseRoute


@contextmanager
def served(routes: Sequence[BaseRoute], proxies: str | None = None) -> Iterator[str]:
    """Serves the routes while it is open and gives their address; ``proxies`` are those that are trusted."""
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
