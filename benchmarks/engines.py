"""The engines that are measured, each in a folder that goes away."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from engines import environ, wipe
from neo4j_server import Server, neo4j_server


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder that goes away."""
    path = Path(tempfile.mkdtemp(prefix="ansvarskarta-benchmark-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def embedded() -> Iterator[tuple[Settings, Graph]]:
    """The embedded engine on a new folder, and the settings by which others reach it."""
    with folder() as home:
        settings = Settings(home=home)
        try:
            with open_graph(settings) as graph:
                yield settings, graph
        finally:
            stop_engine(folder_of(home))


@contextmanager
def neo4j(import_folder: Path) -> Iterator[tuple[Server, Graph]]:
    """A Neo4j that may read the import folder, as LOAD CSV needs."""
    with (
        folder() as home,
        neo4j_server(
            home / "server",
            {
                "server.memory.heap.max_size": "2g",
                "server.memory.pagecache.size": "512m",
                "dbms.security.allow_csv_import_from_file_urls": "true",
                "server.directories.import": str(import_folder.absolute()),
            },
            is_brief=False,
        ) as server,
    ):
        settings = Settings(graph=server.address, user=server.user, password=server.password, home=home)
        with open_graph(settings) as graph:
            yield server, graph


__all__ = ["Server", "embedded", "environ", "folder", "neo4j", "wipe"]
