"""What of the graph a decision is compared with: the nodes that names are tied to, and what its mandate has."""

from __future__ import annotations

from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.snapshot import read_links, read_table
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.standing import Existing

NODES = ("actors", "municipalities", "counties", "mandates", "documents", "themes", "bottlenecks")


def read_nodes(graph: Graph) -> dict[str, list[Row]]:
    """The nodes that decisions speak of; the same for all decisions until the graph is written to."""
    return {name: list(read_table(graph, TABLE_BY_NAME[name])) for name in NODES}


def with_links(graph: Graph, nodes: Existing, ids: set[str]) -> Existing:
    """The nodes, and the relationships that some of them have."""
    return {**nodes, **read_links(graph, ids)}
