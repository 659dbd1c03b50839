"""For notebooks that already use py2neo: the graph, or an answer, as a ``Subgraph``, and one back through the checks.

py2neo (2021.2.4) is at its end of life and optional: ``pip install ansvarskarta[py2neo]``. Nothing else rests on it.
Its own ``create`` and ``merge`` know but one relationship of a type between two nodes, while a responsibility may be
held twice, in other roles or on other days: what is to be stored goes through :func:`load_subgraph`.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ansvarskarta.exports.cells import csv_cell, words
from ansvarskarta.exports.content import Content
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.model import (
    NODE_TABLE_BY_LABEL,
    NODE_TABLES,
    RELATIONSHIP_TABLE_BY_TYPE,
    RELATIONSHIP_TABLES,
    TABLE_BY_NAME,
    TABLES,
    NodeTable,
    Table,
)
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.loading import load
from ansvarskarta.loaders.result import LoadResult
from ansvarskarta.queries import Answer

if TYPE_CHECKING:
    from py2neo.data import Node, Subgraph  # type: ignore[import-untyped]  # it has none


def subgraph(content: Content, ids: Iterable[str] | None = None) -> Subgraph:
    """The nodes and relationships of a content as py2neo's own, not bound to any database.

    Args:
        content: what :func:`~ansvarskarta.exports.stored.stored_content` gives, of a day or whole, narrowed or not.
        ids: the nodes to keep, with the relationships between them; all where none are named.
    """
    from py2neo.data import Relationship, Subgraph  # noqa: PLC0415 - optional

    kept = None if ids is None else set(ids)
    nodes: dict[str, Node] = {}
    for table in NODE_TABLES:
        for row in content.rows(table):
            id_ = words(row["id"])
            # A proposed change of a node comes after the node, and is left out.
            if id_ not in nodes and (kept is None or id_ in kept):
                nodes[id_] = _node(table, row)
    relationships = [
        Relationship(nodes[words(row["start"])], table.type, nodes[words(row["end"])], **_filled(table, row))
        for table in RELATIONSHIP_TABLES
        for row in content.rows(table)
        if row["start"] in nodes and row["end"] in nodes
    ]
    return Subgraph(nodes.values(), relationships)


def answer_subgraph(content: Content, answer: Answer) -> Subgraph:
    """The nodes that an answer names, with the relationships between them."""
    named = {part for row in answer.rows for value in row.values() for part in _texts(value)}
    return subgraph(content, named)


def load_subgraph(graph: Graph, given: Subgraph, *, person: str, dry_run: bool = False) -> LoadResult:
    """Loads a ``Subgraph`` through the same checks as tables, as one change on record.

    Raises:
        BadInput: a label, type or property is none of the model's, or what it says fails a check; nothing was changed.
        DatabaseUnavailable: the database can't be reached.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in TABLES}
    for node in given.nodes:
        labels = [label for label in NODE_TABLE_BY_LABEL if label in node.labels]
        # A Municipality is an Actor as well: its own label is the one that no other adds.
        own = [label for label in labels if not any(label in NODE_TABLE_BY_LABEL[other].also for other in labels)]
        if len(own) != 1:
            raise BadInput("export.unknown_label", labels=", ".join(sorted(node.labels)) or "–")
        table = NODE_TABLE_BY_LABEL[own[0]]
        rows[table.name].append(_row(table, dict(node)))
    for relationship in given.relationships:
        type_ = type(relationship).__name__
        if type_ not in RELATIONSHIP_TABLE_BY_TYPE:
            raise BadInput("export.unknown_label", labels=type_)
        ends = {"start": relationship.start_node["id"], "end": relationship.end_node["id"]}
        table_of = RELATIONSHIP_TABLE_BY_TYPE[type_]
        rows[table_of.name].append({**_row(table_of, dict(relationship)), **ends})
    with tempfile.TemporaryDirectory() as folder:
        paths = [_write(TABLE_BY_NAME[name], some, Path(folder)) for name, some in rows.items() if some]
        return load(graph, paths, person=person, dry_run=dry_run)


def _node(table: NodeTable, row: Row) -> Node:
    from py2neo.data import Node  # noqa: PLC0415 - optional

    node = Node(*table.labels, **{name: row[name] for name in table.column_names if row.get(name) not in (None, [])})
    node.__primarylabel__, node.__primarykey__ = "Entity", "id"
    return node


def _filled(table: Table, row: Row) -> Row:
    own = {name: row[name] for name in table.column_names[2:] if row.get(name) not in (None, [])}
    return {"key": identity(table, row), **own}


def _row(table: Table, properties: Row) -> Row:
    """The properties as a row of the table; ``key`` is computed anew.

    Raises:
        BadInput: the table has no such column.
    """
    unknown = sorted(set(properties) - set(table.column_names) - {"key"})
    if unknown:
        raise BadInput("export.unknown_property", table=table.name, names=", ".join(unknown))
    return {name: value for name, value in properties.items() if name != "key"}


def _write(table: Table, rows: list[Row], folder: Path) -> Path:
    path = folder / f"{table.name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(table.column_names)
        for row in rows:
            writer.writerow([csv_cell(column, row.get(column.name)) for column in table.columns])
    return path


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []
