"""The rows that refer to some nodes, found without reading the tables that they stand in."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set

from ansvarskarta.graph.content import Content, as_record, as_row, identity
from ansvarskarta.graph.model import (
    NODE_TABLE_BY_LABEL,
    NODE_TABLES,
    RELATIONSHIP_TABLES,
    TABLE_BY_NAME,
    TABLES,
    Kind,
    Table,
)
from ansvarskarta.graph.references import ids_in
from ansvarskarta.graph.snapshot import FEW, look_up, read_content, read_links, read_relationships
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row

_ENDS = ("start", "end")


def read_referring(graph: Graph, ids: Collection[str]) -> dict[str, Content]:
    """Every row, accepted or proposed, that refers to one of some nodes, by the table's name; no empty tables.

    Where the nodes are many, all rows of the graph.
    """
    if len(ids) > FEW:
        return {table.name: content for table in TABLES if (content := read_content(graph, table))}
    given: dict[str, object] = {"ids": list(ids)}
    labels = {label for node in look_up(graph, ids).values() for label in NODE_TABLE_BY_LABEL[node.label].labels}
    found: defaultdict[str, Content] = defaultdict(dict)
    _add(found, read_links(graph, ids))
    if condition := _condition("r", RELATIONSHIP_TABLES, labels):
        cypher = f"MATCH (a:Entity)-[r]->(b:Entity) WHERE {condition} RETURN type(r), a.id, b.id, properties(r)"
        _add(found, read_relationships(graph, cypher, given))
    if condition := _condition("n", NODE_TABLES, labels):
        near = [str(id_) for (id_,) in graph.read(f"MATCH (n:Entity) WHERE {condition} RETURN n.id", given)]
        _add(found, _nodes(graph, near))
    for name, row in graph.read("MATCH (p:Proposal) RETURN p.table, p.row"):
        _add(found, {str(name): [json.loads(str(row))]})
    return {name: rows for name, content in found.items() if (rows := _only_referring(name, content, set(ids)))}


def _condition(variable: str, tables: Sequence[Table], labels: Set[str]) -> str:
    """What holds of the rows of these tables that refer to one of ``$ids`` elsewhere than at a relationship's ends."""
    columns = {
        column.name: column.kind
        for table in tables
        for column in table.columns
        if column.name not in _ENDS and not labels.isdisjoint(column.refers_to)
    }
    return " OR ".join(
        f"any(one IN coalesce({variable}.{name}, []) WHERE one IN $ids)"
        if kind is Kind.IDS
        else f"{variable}.{name} IN $ids"
        for name, kind in columns.items()
    )


def _nodes(graph: Graph, ids: Collection[str]) -> dict[str, list[Row]]:
    """The rows of some nodes, by the table's name."""
    found: dict[str, list[Row]] = {}
    for label in {node.label for node in look_up(graph, ids).values()}:
        table = NODE_TABLE_BY_LABEL[label]
        found[table.name] = [as_row(table, record) for record in read_content(graph, table, ids).values()]
    return found


def _only_referring(name: str, content: Content, ids: Set[str]) -> Content:
    table = TABLE_BY_NAME[name]
    return {key: record for key, record in content.items() if not ids_in(table, [record]).isdisjoint(ids)}


def _add(found: defaultdict[str, Content], rows: Mapping[str, Sequence[Row]]) -> None:
    for name, of_table in rows.items():
        table = TABLE_BY_NAME[name]
        found[name] |= {identity(table, row): as_record(table, row) for row in of_table}
