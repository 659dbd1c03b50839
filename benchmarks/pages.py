"""The pages: from a click to the answer in a real browser, and many visitors who click at once.

``python -m benchmarks.pages HOME`` measures the graph that a data folder holds already, and changes nothing in it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.settings import Settings
from pages_site import ADDRESSES, Visitor, launched, serving, visiting
from playwright.sync_api import sync_playwright

from benchmarks.report import Timings
from benchmarks.sessions import clicking

GOAL, DEMO_GOAL = 2.0, 1.0
"""Seconds that a page may take from the click, once it has been seen."""
AT_ONCE = 25
AT_ONCE_GOAL = 2.0
_BETWEEN = "/om?del=tillganglighet&hit=1"  # asks nothing, and is nobody else's address: where each click starts
_ID = re.compile(r"\b(agency|bottleneck|municipality|county|theme|mandate|establishment|measure|document):[\w-]+")


def measure(name: str, count: int, settings: Settings, graph: Graph) -> Iterator[str]:
    """The tables of one graph: each page by itself, then all visitors together."""
    addresses = {page: fitting(address, graph) for page, address in ADDRESSES.items()}
    with serving(settings.home) as site:
        yield _table(_clicked(name, site, addresses, count), DEMO_GOAL if graph.is_demo() else GOAL)
        yield _table(clicking(name, site, [*addresses.values()], AT_ONCE, count), AT_ONCE_GOAL)


def fitting(address: str, graph: Graph) -> str:
    """The address with each id that the graph does not have replaced by its busiest thing of the kind."""

    def instead(found: re.Match[str]) -> str:
        if graph.read("MATCH (n:Entity {id: $id}) RETURN n.id", {"id": found.group()}):
            return found.group()
        busiest = """
        MATCH (n:Entity) WHERE n.id STARTS WITH $kind OPTIONAL MATCH (n)-[r]-()
        RETURN n.id AS id, count(r) AS links ORDER BY links DESC, id LIMIT 1
        """
        return str(graph.read(busiest, {"kind": f"{found.group(1)}:"})[0][0])

    return _ID.sub(instead, address)


def _clicked(name: str, site: str, addresses: Mapping[str, str], count: int) -> Timings:
    timings = Timings(f"From a click to the page, {name}")
    with sync_playwright() as playwright:
        browser = launched(playwright)
        with visiting(browser, site) as person:
            person.go(_BETWEEN)
            first = {page: _click(person, address) for page, address in addresses.items()}
            for _ in range(count):
                for page, address in addresses.items():
                    timings.add(page, _click(person, address))
        browser.close()
    slowest = sorted(first.items(), key=lambda pair: -pair[1])[:5]
    said = ", ".join(f"{page} {seconds:.1f} s" for page, seconds in slowest)
    timings.notes.append(f"At the first visit, before anything is remembered, the slowest are {said}.")
    return timings


def _click(person: Visitor, address: str) -> float:
    """Seconds from a click on a link to the address until its page is drawn."""
    seconds = person.follow(address)
    person.follow(_BETWEEN)
    return seconds


def _table(timings: Timings, goal: float) -> str:
    """The timings, and what takes longer than it may."""
    missed = [what for what in timings.seconds if timings.median(what) > goal]
    verdict = f"**Missed by {', '.join(missed)}.**" if missed else "Met by all."
    timings.notes.append(f"Aimed for: a median of at most {goal:.0f} s. {verdict}")
    return timings.table()


def main() -> None:
    """Measures the graph in one data folder."""
    parser = argparse.ArgumentParser(description="Measure the pages over the graph of a data folder.")
    parser.add_argument("home", type=Path)
    parser.add_argument("--rounds", type=int, default=3, help="how often, for medians")
    options = parser.parse_args()
    settings = Settings(home=options.home)
    with open_graph(settings) as graph:
        ((nodes,),) = graph.read("MATCH (n:Entity) RETURN count(n)")
        for table in measure(f"{nodes} nodes", options.rounds, settings, graph):
            print(table, flush=True)


if __name__ == "__main__":
    main()
