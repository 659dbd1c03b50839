"""Loading the tables with py2neo's bulk merge.

python -m benchmarks.alternatives.py2neo_merge FOLDER BOLT_ADDRESS USER PASSWORD
"""

from __future__ import annotations

import sys
from pathlib import Path

from py2neo import Graph
from py2neo.bulk import merge_nodes, merge_relationships

from benchmarks.alternatives.tables import rows, tables

BATCH = 2_000


def load(folder: Path, graph: Graph) -> None:
    """Merges nodes by id, and relationships by their ends, role and first day."""
    nodes, links = tables(folder)
    for table in nodes:
        found = list(rows(folder, table))
        for i in range(0, len(found), BATCH):
            merge_nodes(graph.auto(), found[i : i + BATCH], ("Entity", "id"), labels=set(table.labels))
    for link in links:
        triples = []
        for row in rows(folder, link):
            start, end = row.pop("start"), row.pop("end")
            telling = [str(row.get(name, "")) for name in link.identity[2:]]
            triples.append((start, row | {"key": "|".join([str(start), str(end), *telling])}, end))
        for i in range(0, len(triples), BATCH):
            merge_relationships(
                graph.auto(),
                triples[i : i + BATCH],
                (link.type, "key"),
                start_node_key=("Entity", "id"),
                end_node_key=("Entity", "id"),
            )


if __name__ == "__main__":
    load(Path(sys.argv[1]), Graph(sys.argv[2], auth=(sys.argv[3], sys.argv[4])))
