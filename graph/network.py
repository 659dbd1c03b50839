"""The graph of a day in memory, for algorithms that a database has not."""

from __future__ import annotations

import networkx as nx
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES
from ansvarskarta.graph.snapshot import read_table
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row


def network(graph: Graph, as_of: str) -> nx.MultiDiGraph[str]:
    """What holds on a day (``YYYY-MM-DD``), as questions mean it: nothing proposed, no actor outside its days.

    A node is its id, with ``label`` and its columns as attributes. An edge has its identity as key, with ``type`` and
    its columns; a responsibility is there where it, its actor and the mandate that it names all hold.
    """
    days: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    lapsed: set[str] = set()
    for table in NODE_TABLES:
        for row in read_table(graph, table):
            if row["confidence"] == "proposed":
                continue
            if not holds(row, as_of):
                lapsed.add(str(row["id"]))
                if table.label == "Actor":
                    continue
            days.add_node(str(row["id"]), label=table.label, **row)
    for link in RELATIONSHIP_TABLES:
        for row in read_table(graph, link):
            start, end = str(row["start"]), str(row["end"])
            mandate = row.get("mandate")
            if row["confidence"] == "proposed" or not holds(row, as_of) or start not in days or end not in days:
                continue
            if mandate is not None and (mandate in lapsed or mandate not in days):
                continue
            days.add_edge(start, end, key=identity(link, row), type=link.type, **row)
    return days


def holds(row: Row, day: str) -> bool:
    """Whether a row is valid on a day by its own dates; an empty one sets no bound."""
    first, last = row.get("valid_from"), row.get("valid_to")
    return (first is None or str(first) <= day) and (last is None or str(last) >= day)
