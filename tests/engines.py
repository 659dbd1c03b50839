"""The engines that tests run on: opened once a session, emptied before each test."""

from __future__ import annotations

import os
import time
from pathlib import Path

import psutil
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.settings import Settings

ENGINES = ("embedded", "neo4j")
BATCH = 2_000
AT_REST_SECONDS = 60.0


def wipe(graph: Graph) -> None:
    """Empties a graph of everything but its schema."""

    def some(tx: neo4j.ManagedTransaction) -> int:
        delete = f"MATCH (n) WHERE NOT n:Ansvarskarta WITH n LIMIT {BATCH} DETACH DELETE n RETURN count(*)"
        record = tx.run(delete).single(strict=True)
        tx.run("MATCH (v:Ansvarskarta) SET v.demo = false, v.loaded_at = null, v.loading = null").consume()
        return int(record[0])

    while graph.write(some) == BATCH:
        pass


def environ(settings: Settings) -> dict[str, str]:
    """The environment in which a process of its own opens the graph of these settings."""
    names = {
        "ANSVARSKARTA_GRAPH": settings.graph,
        "ANSVARSKARTA_HOME": str(settings.home),
        "ANSVARSKARTA_USER": settings.user,
        "ANSVARSKARTA_PASSWORD": settings.password,
    }
    own = {name: value for name, value in os.environ.items() if not name.startswith("ANSVARSKARTA_")}
    return own | {name: value for name, value in names.items() if value is not None}


def processes_of(folder: Path) -> list[psutil.Process]:
    """The processes that have a path below the folder on their command line."""
    marks = (f"{folder}{os.sep}", f"{folder}")
    return [
        process
        for process in psutil.process_iter(["cmdline", "pid"])
        if process.info["pid"] != os.getpid()
        and any(part.endswith(marks[1]) or marks[0] in part for part in process.info["cmdline"] or ())
    ]


def left_behind(folder: Path) -> list[str]:
    """The command lines of processes that a session leaves behind. They are given a while to end, then killed."""
    end = time.monotonic() + AT_REST_SECONDS
    while left := processes_of(folder):
        if time.monotonic() > end:
            lines = [" ".join(process.info["cmdline"]) for process in left]
            for process in left:
                process.kill()
            psutil.wait_procs(left, timeout=10)
            return lines
        time.sleep(0.1)
    return []
