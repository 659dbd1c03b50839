"""A client in a process of its own, to be killed: opens the graph that the environment names, and writes.

``client.py PREFIX COUNT`` creates so many themes, one write each, and prints each id when its write was acknowledged;
COUNT 0 holds the graph open until it is killed.
"""

from __future__ import annotations

import signal
import sys
from functools import partial

from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.settings import Settings


def create(tx: neo4j.ManagedTransaction, id_: str) -> None:
    """One theme, on its own or (where it is there already) as a mistake that the constraint refuses."""
    tx.run("CREATE (:Entity:Theme {id: $id, name: $id})", id=id_).consume()


def main() -> None:
    """Opens, writes, says so."""
    prefix, count = sys.argv[1], int(sys.argv[2])
    with open_graph(Settings.from_environment()) as graph:
        print("open", flush=True)
        if not count:
            signal.pause()
        for number in range(count):
            id_ = f"theme:{prefix}-{number}"
            graph.write(partial(create, id_=id_))
            print(id_, flush=True)


if __name__ == "__main__":
    main()
