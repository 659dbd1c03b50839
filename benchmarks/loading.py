"""Loading tables: ours on both engines, beside what else a user has."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from ansvarskarta.graph.connection import Graph
from ansvarskarta.loaders.loading import load

from benchmarks.engines import Server, wipe
from benchmarks.report import Goal, Timings, rounds

OURS_EMBEDDED, OURS_NEO4J = "ours, embedded", "ours, Neo4j"
CHECK_EMBEDDED, CHECK_NEO4J = "of that reading and checking, embedded", "of that reading and checking, Neo4j"
WRITE_EMBEDDED, WRITE_NEO4J = "ours after checking, embedded", "ours after checking, Neo4j"
PY2NEO, LOAD_CSV = "py2neo bulk merge", "LOAD CSV with MERGE"
GOALS = (
    Goal(WRITE_NEO4J, PY2NEO, 1.0),
    Goal(WRITE_NEO4J, LOAD_CSV, 1.15),
    Goal(WRITE_EMBEDDED, WRITE_NEO4J, 1.9),
    Goal(CHECK_NEO4J, OURS_NEO4J, 1 / 3),
    Goal(CHECK_EMBEDDED, OURS_EMBEDDED, 1 / 3),
)


def measure(tables: Path, count: int, embedded: Graph, server: Server, graph: Graph) -> Timings:
    """Loads the folder with each, so many rounds, into an empty database each time."""
    timings = Timings(f"Loading {tables.name}")

    def ours(target: Graph, whole: str, check: str, write: str) -> None:
        wipe(target)
        marks = {"begin": time.perf_counter()}

        def progress(stage: str, _done: int, _total: int) -> None:
            marks.setdefault(stage, time.perf_counter())

        load(target, [tables], person="benchmark", progress=progress)
        end = time.perf_counter()
        timings.add(whole, end - marks["begin"])
        timings.add(check, marks["write"] - marks["begin"])
        timings.add(write, end - marks["write"])

    def other(name: str, module: str) -> None:
        wipe(graph)
        command = [sys.executable, "-m", module, str(tables), server.address, server.user, server.password]
        with timings.timed(name):
            subprocess.run(command, check=True)

    rounds(
        count,
        lambda: ours(embedded, OURS_EMBEDDED, CHECK_EMBEDDED, WRITE_EMBEDDED),
        lambda: ours(graph, OURS_NEO4J, CHECK_NEO4J, WRITE_NEO4J),
        lambda: other(PY2NEO, "benchmarks.alternatives.py2neo_merge"),
        lambda: other(LOAD_CSV, "benchmarks.alternatives.load_csv"),
    )
    return timings
