"""Answers: six gap questions together beside a networkx script, and single things that must not grow with the graph."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from ansvarskarta.graph.connection import Graph
from ansvarskarta.queries import ask

from benchmarks.report import Goal, Timings, rounds

DAY = "2026-11-24"
GAPS = ("no_owner", "coverage", "ownership_ends", "blocked_establishments", "uncovered", "several_owners")
SCRIPT = "networkx script from CSV"
THINGS_ASKED = 10


def measure_gaps(tables: Path, count: int, graphs: Mapping[str, Graph]) -> Timings:
    """All six with all their columns, warm, and the script; the rows are compared, so that both mean the same."""
    timings = Timings(f"Six gap questions, {tables.name}")
    script = [sys.executable, "-m", "benchmarks.alternatives.networkx_script", str(tables), DAY]
    expected: dict[str, list[dict[str, object]]] = {}

    def by_script() -> None:
        with timings.timed(SCRIPT):
            done = subprocess.run(script, check=True, capture_output=True, text=True)
        expected.update(json.loads(done.stdout))

    def by_us(name: str, graph: Graph) -> None:
        found = {}
        with timings.timed(name):
            for question in GAPS:
                with timings.timed(f"{question}, {name}"):
                    found[question] = ask(graph, question, as_of=DAY).rows
        for question, rows in found.items():
            if sorted(map(_text, rows)) != sorted(map(_text, expected[question])):
                timings.notes.append(f"**{question} differs between {name} and the script.**")

    by_script()
    for name, graph in graphs.items():
        by_us(name, graph)
    timings.seconds.clear()
    rounds(count, by_script, *(lambda n=name, g=graph: by_us(n, g) for name, graph in graphs.items()))
    timings.notes = sorted(set(timings.notes))
    return timings


def gap_goals(graphs: Mapping[str, Graph]) -> list[Goal]:
    """On each engine at most half of what the script takes."""
    return [Goal(name, SCRIPT, 0.5) for name in graphs]


def measure_single(tables: Path, count: int, graphs: Mapping[str, Graph]) -> Timings:
    """One thing at a time, in the median over several things and rounds."""
    timings = Timings(f"One thing, {tables.name}")
    for name, graph in graphs.items():
        asked = list(_single(graph))
        for _ in range(count + 1):
            for question, parameter, thing in asked:
                with timings.timed(f"{question}, {name}"):
                    ask(graph, question, {parameter: thing}, as_of=DAY)
    return timings


def _single(graph: Graph) -> Iterator[tuple[str, str, str]]:
    bottlenecks = graph.read("MATCH (b:Bottleneck) RETURN b.id ORDER BY b.id LIMIT 2000")
    for i in range(0, len(bottlenecks), max(1, len(bottlenecks) // THINGS_ASKED)):
        for question in ("who_owns", "depends_on", "escalation"):
            yield question, "bottleneck", str(bottlenecks[i][0])
    few = """
    MATCH (a:Actor)-[r:RESPONSIBLE_FOR]->(b:Bottleneck)
    WITH a, count(r) AS rows WHERE rows >= 5 AND rows <= 40 AND NOT EXISTS { MATCH (a)-[:RESPONSIBLE_FOR]->(:Theme) }
    RETURN a.id ORDER BY a.id LIMIT $things
    """
    for (actor,) in graph.read(few, {"things": THINGS_ASKED}):
        yield "owned_by", "actor", str(actor)


def _text(row: Mapping[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True)
