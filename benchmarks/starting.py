"""From nothing running to the first answer, on a folder that holds the demonstration data."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load
from ansvarskarta.queries import ask

from benchmarks.engines import folder, neo4j
from benchmarks.report import Goal, Timings, rounds

FIRST, EMBEDDED, NEO4J = "embedded, first start", "embedded, later starts", "Neo4j"
GOALS = (Goal(EMBEDDED, NEO4J, 0.2),)


def measure(tables: Path, count: int) -> Timings:
    """Starts each, asks who owns one bottleneck, and ends it."""
    timings = Timings("Start to first answer")
    with folder() as home:
        settings = Settings(home=home)

        def start_embedded(name: str = EMBEDDED) -> None:
            with timings.timed(name), open_graph(settings) as graph:
                graph.read("MATCH (n:Bottleneck) RETURN count(n)")
            stop_engine(folder_of(home))

        def start_neo4j() -> None:
            with timings.timed(NEO4J), neo4j(tables) as (_, graph):
                graph.read("MATCH (n:Bottleneck) RETURN count(n)")

        start_embedded(FIRST)
        with open_graph(settings) as graph:
            load(graph, [tables], person="benchmark")
            ask(graph, "no_owner")
        stop_engine(folder_of(home))
        rounds(count, start_embedded, start_neo4j)
    timings.notes.append("Neo4j starts on an empty folder and sets its password, which later starts do not.")
    return timings
