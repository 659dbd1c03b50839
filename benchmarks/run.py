"""All benchmarks in one run: ``make benchmark``, or ``python -m benchmarks.run --sizes demo --only loading``.

Writes Markdown tables to standard output, with ratios; docs/performance.md holds those of a whole run.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from ansvarskarta.graph.connection import Graph
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load

from benchmarks import asking, exporting, loading, pages, starting
from benchmarks.engines import embedded, folder, neo4j, wipe

SIZES = ("demo", "10000", "100000")
PARTS = ("loading", "asking", "exporting", "pages", "starting")
GENERATOR = Path(__file__).parent / "generate.py"
MILLISECOND = 0.001


def tables(size: str, where: Path) -> Path:
    """The folder of tables of that size."""
    if size == "demo":
        return demonstration()
    target = where / f"{size} nodes"
    subprocess.run([sys.executable, str(GENERATOR), str(target), size], check=True, stderr=subprocess.DEVNULL)
    return target


def measured(size: str, parts: list[str], count: int, where: Path) -> Iterator[str]:
    """The tables of one size."""
    source = tables(size, where)
    with embedded() as (settings, ours):
        if "loading" in parts or "asking" in parts:
            yield from _on_both(source, parts, count, ours)
        if "exporting" in parts or "pages" in parts:
            _fill(ours, source)
        if "exporting" in parts:
            yield exporting.measure(source, count, settings, ours)
        if "pages" in parts:
            yield from pages.measure(source.name, count, settings, ours)


def _on_both(source: Path, parts: list[str], count: int, ours: Graph) -> Iterator[str]:
    """The tables of what is measured on Neo4j too."""
    with neo4j(source) as (server, graph):
        if "loading" in parts:
            yield loading.measure(source, count, ours, server, graph).table(loading.GOALS)
        if "asking" in parts:
            graphs = {"embedded": ours, "Neo4j": graph}
            for target in graphs.values():
                _fill(target, source)
            yield asking.measure_gaps(source, count, graphs).table(asking.gap_goals(graphs))
            yield asking.measure_single(source, count, graphs).table(unit=MILLISECOND, unit_name="ms")


def _fill(graph: Graph, source: Path) -> None:
    wipe(graph)
    load(graph, [source], person="benchmark")


def main() -> None:
    """Runs what the options choose."""
    parser = argparse.ArgumentParser(description="Measure loading, answers, start, exports and pages.")
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=SIZES, help="the graphs, by nodes")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="what is measured")
    parser.add_argument("--rounds", type=int, default=3, help="how often, for medians")
    options = parser.parse_args()
    print(f"{platform.python_implementation()} {platform.python_version()} on {platform.machine()}\n", flush=True)
    with folder() as where:
        for size in options.sizes:
            for table in measured(size, options.only, options.rounds, where):
                print(table, flush=True)
    if "starting" in options.only:
        print(starting.measure(demonstration(), options.rounds).table(starting.GOALS), flush=True)


if __name__ == "__main__":
    main()
