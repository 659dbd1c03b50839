"""What of the graph decisions are compared with: the nodes that their names are tied to."""

from __future__ import annotations

from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.snapshot import read_table
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row

NODES = ("actors", "municipalities", "counties", "mandates", "documents", "themes", "bottlenecks")


def read_nodes(graph: Graph) -> dict[str, list[Row]]:
    """The nodes that decisions speak of; the same for all decisions until the graph is written to."""
    return {name: list(read_table(graph, TABLE_BY_NAME[name])) for name in NODES}
