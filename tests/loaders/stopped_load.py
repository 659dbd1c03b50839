"""``ansvarskarta load`` in a process of its own that stops at a given point, to be killed there.

``stopped_load.py POINT NUMBER MOST FOLDER``: stops when the load tells the stage POINT (``read``, ``check``, ``write``)
with so many rows done, or (``committed``) when so many of its transactions are, or (``done``) before it says so.
MOST is how many rows one transaction may change. There it prints ``here``, and goes on when it is sent a line.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial

from ansvarskarta.graph import commit
from ansvarskarta.graph.link import Engine
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.loaders import loading
from ansvarskarta.terminal.run import run

Write = Callable[..., object]


class Stopping:
    """Stops once, at its point."""

    def __init__(self, point: str, number: int) -> None:
        self.point = point
        self.number = number
        self.commits = 0

    def reached(self, point: str, number: int) -> None:
        """Stops where that is the point."""
        if point == self.point and number >= self.number:
            self.point = ""
            print("here", flush=True)
            sys.stdin.readline()

    def load(self, original: Callable[..., object], *arguments: object, **options: object) -> object:
        """Loads, and stops."""
        progress = options.pop("progress")

        def told(stage: str, done: int, total: int) -> None:
            progress(stage, done, total)  # type: ignore[operator]  # the terminal's own
            self.reached(stage, done)

        result = original(*arguments, progress=told, **options)
        self.reached("done", 0)
        return result

    def write(self, original: Write, graph: Graph, *arguments: object, **options: object) -> object:
        """Writes, and stops."""
        result = original(graph, *arguments, **options)
        self.commits += 1
        self.reached("committed", self.commits)
        return result


def main() -> int:
    """Sets the stop, then is the terminal."""
    point, number, most, folder = sys.argv[1:]
    stopping = Stopping(point, int(number))
    commit.MOST_ROWS = dict.fromkeys(Engine, int(most))
    loading.load = partial(stopping.load, loading.load)  # type: ignore[assignment]  # its seam for this test
    original = Graph.write
    Graph.write = lambda *a, **o: stopping.write(original, *a, **o)  # type: ignore[assignment,method-assign]  # its other seam
    return run(["load", folder])


if __name__ == "__main__":
    sys.exit(main())
