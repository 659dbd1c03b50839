"""Reading the graph's content back as the model's tables.

Rows come collected in lists of a thousand, which both engines send several times faster than one by one.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ansvarskarta.graph.content import PROPOSED, Content, Record, as_record, as_row, identities
from ansvarskarta.graph.model import (
    NODE_TABLE_BY_LABEL,
    NODE_TABLES,
    RELATIONSHIP_TABLE_BY_TYPE,
    RELATIONSHIP_TABLES,
    TABLES,
    NodeTable,
    RelationshipTable,
    Table,
)
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row, Value, texts

_IN_LISTS = """
WITH collect([{columns}]) AS rows
UNWIND range(0, (size(rows) - 1) / 1000) AS i
RETURN rows[i * 1000 .. (i + 1) * 1000]
"""


# One pass over all types takes a fifth of one pass for each.
_PROPOSED_NODES = "MATCH (n:Entity) WHERE n.confidence = 'proposed' RETURN collect(n.id)"
_PROPOSED_BESIDE = "MATCH (p:Proposal) RETURN collect(p.id)"
_PROPOSED_RELATIONSHIPS = "MATCH (a:Entity)-[r]->(b) WHERE r.confidence = 'proposed' RETURN collect(r.key)"
_LINKS = """
UNWIND $ids AS id
MATCH (a:Entity {id: id})-[r]->(b:Entity)
RETURN type(r), a.id, b.id, properties(r)
UNION
UNWIND $ids AS id
MATCH (b:Entity {id: id})<-[r]-(a:Entity)
RETURN type(r), a.id, b.id, properties(r)
"""
_LOOK_UP = "UNWIND $ids AS id MATCH (n:Entity {id: id})" + _IN_LISTS.format(
    columns="n.id, labels(n), n.valid_from, n.valid_to, n.confidence"
)
_ASKED = 20_000
FEW = 2_000
"""How many nodes are looked up one by one; above that, reading all takes less time."""
# A Municipality is an Actor as well: its own label is the one that no other table adds.
_NARROW_FIRST = sorted(NODE_TABLE_BY_LABEL, key=lambda label: -len(NODE_TABLE_BY_LABEL[label].also))


def read_content(graph: Graph, table: Table, ids: Collection[str] | None = None) -> Content:
    """A table's rows by identity, accepted and proposed; with ``ids`` only those nodes, or what starts from them."""
    if ids is None:
        rows = _rows(graph, _reading(table, _all_of(table)))
    else:
        rows = _rows(graph, _reading(table, _some_of(table)), {"ids": list(ids)})
    records: list[Record] = [tuple(row) for row in rows]
    if isinstance(table, NodeTable):
        records += [record for record in _beside(graph, table) if ids is None or record[0] in ids]
    return _by_identity(table, records)


def read_near(graph: Graph, table: Table, ids: Collection[str]) -> Content:
    """At least the rows of these nodes, or that begin at them; the whole table where they are many."""
    return read_content(graph, table, ids if len(ids) <= FEW else None)


def proposed_keys(graph: Graph) -> list[str]:
    """The identities of all rows that nobody has accepted, of nodes first, each sorted: one pass over the graph."""
    lists = graph.read(_PROPOSED_NODES) + graph.read(_PROPOSED_BESIDE)
    nodes = sorted(f"{id_}{PROPOSED}" for (ids,) in lists for id_ in texts(ids))
    return nodes + sorted(key for (keys,) in graph.read(_PROPOSED_RELATIONSHIPS) for key in texts(keys))


def read_table(graph: Graph, table: Table) -> Iterator[Row]:
    """A table's rows, accepted and proposed, sorted by identity; ``None`` where a value is empty."""
    content = read_content(graph, table)
    return (as_row(table, content[key]) for key in sorted(content))


def read_columns(graph: Graph, table: NodeTable, names: Sequence[str]) -> list[Row]:
    """Some columns of a table's nodes, sorted by id; what is proposed for a node that exists is left out."""
    columns = ", ".join(f"n.`{name}`" for name in names)
    rows = _rows(graph, _all_of(table) + _IN_LISTS.format(columns=columns))
    return sorted((dict(zip(names, row, strict=True)) for row in rows), key=lambda row: str(row["id"]))


def read_all(graph: Graph) -> dict[str, list[Row]]:
    """The whole content of the graph: each table's rows by the table's name, empty tables too."""
    return {table.name: list(read_table(graph, table)) for table in TABLES}


def read_links(graph: Graph, ids: Iterable[str]) -> dict[str, list[Row]]:
    """All relationships of some nodes, accepted and proposed, as rows by the table's name."""
    return read_relationships(graph, _LINKS, {"ids": list(ids)})


def read_relationships(graph: Graph, cypher: str, parameters: dict[str, object]) -> dict[str, list[Row]]:
    """What a statement returns as type, both ends' ids and properties: rows by the name of each table."""
    found: dict[str, list[Row]] = {table.name: [] for table in RELATIONSHIP_TABLES}
    for type_, start, end, properties in graph.read(cypher, parameters):
        table = RELATIONSHIP_TABLE_BY_TYPE.get(str(type_))
        if table is not None and isinstance(properties, dict):
            row: Row = {name: properties.get(name) for name in table.column_names}
            found[table.name].append({**row, "start": str(start), "end": str(end)})
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a node: its own label, the days on which it holds, whether it is only proposed."""

    label: str
    valid_from: str | None
    valid_to: str | None
    proposed: bool


def is_empty(graph: Graph) -> bool:
    """Whether the graph holds no node of the model."""
    return not graph.read("MATCH (n:Entity) RETURN n.id LIMIT 1")


def look_up(graph: Graph, ids: Iterable[str]) -> dict[str, Known]:
    """What is known of each of the nodes that exist, by id."""
    found: dict[str, Known] = {}
    iterator = iter(ids)
    while some := list(islice(iterator, _ASKED)):
        for row in _rows(graph, _LOOK_UP, {"ids": some}):
            id_, labels, first, last, confidence = row
            label = next(name for name in _NARROW_FIRST if isinstance(labels, list) and name in labels)
            found[str(id_)] = Known(label, _text(first), _text(last), confidence == "proposed")
    return found


def _by_identity(table: Table, records: list[Record]) -> Content:
    if not records:
        return {}
    columns = dict(zip(table.column_names, zip(*records, strict=True), strict=True))
    return dict(zip(identities(table, columns), records, strict=True))


def _rows(graph: Graph, cypher: str, parameters: dict[str, object] | None = None) -> Iterator[list[Value]]:
    for (rows,) in graph.read(cypher, parameters):
        yield from rows  # type: ignore[misc]  # each record is one list of rows: _IN_LISTS


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def _own(table: NodeTable) -> str:
    """Which nodes of the table's label are the table's own: an Actor that is a Municipality is not in ``actors``."""
    others = [other.label for other in NODE_TABLES if table.label in other.also]
    return " AND ".join(["n.id IS NOT NULL", *(f"NOT n:{label}" for label in others)])


def _all_of(table: Table) -> str:
    match table:
        case NodeTable():
            return f"MATCH (n:{table.label}) WHERE {_own(table)}"
        case RelationshipTable():
            return f"MATCH (a:Entity)-[r:{table.type}]->(b:Entity)"
        case _:
            raise TypeError(table)


def _some_of(table: Table) -> str:
    match table:
        case NodeTable():
            return f"UNWIND $ids AS id MATCH (n:Entity {{id: id}}) WHERE n:{table.label} AND {_own(table)}"
        case RelationshipTable():
            return f"UNWIND $ids AS id MATCH (a:Entity {{id: id}})-[r:{table.type}]->(b:Entity)"
        case _:
            raise TypeError(table)


def _reading(table: Table, match: str) -> str:
    if isinstance(table, NodeTable):
        columns = [f"n.`{name}`" for name in table.column_names]
    else:
        own = [f"r.`{name}`" for name in table.column_names if name not in ("start", "end")]
        columns = ["a.id", "b.id", *own]
    return match + _IN_LISTS.format(columns=", ".join(columns))


def _beside(graph: Graph, table: NodeTable) -> list[Record]:
    """The proposals that stand beside accepted nodes of the table."""
    found = graph.read("MATCH (p:Proposal {table: $table}) RETURN p.row", {"table": table.name})
    return [as_record(table, json.loads(str(row))) for (row,) in found]
