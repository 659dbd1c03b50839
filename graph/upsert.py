"""Writing the difference between what a table holds and what it shall hold, within one transaction.

The plan says which rows are new, so that they are created with no search for a row that is not there; every
statement works on batches of rows that are sent as lists.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from ansvarskarta.graph.content import PROPOSED, Content, Record, accepted, as_row
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.model import NodeTable, RelationshipTable, Table
from ansvarskarta.graph.plan import TablePlan
from ansvarskarta.graph.values import Value

BATCH = 2_000
# From the end that has few of them: the government issues most mandates, and a search from it would read them all.
_FROM_THE_END = frozenset({"ISSUED", "CARRIES_OUT", "OPERATES"})

_ENDS = ("start", "end")

Progress = Callable[[int], None]
"""Told how many rows more were written."""


def apply(tx: neo4j.ManagedTransaction, plans: Sequence[TablePlan], progress: Progress = lambda _: None) -> None:
    """Writes all plans: what goes of the relationships, then nodes, then relationships, then what goes of the nodes."""
    nodes = [(plan.table, plan) for plan in plans if isinstance(plan.table, NodeTable)]
    links = [(plan.table, plan) for plan in plans if isinstance(plan.table, RelationshipTable)]
    for link, plan in links:
        gone = ([*plan.before[key][:2], key] for key in plan.removed)
        _send(tx, f"{_find_link(link)} DELETE r", gone, progress)
    for node, plan in nodes:
        _write_nodes(tx, node, plan, progress)
    for node, plan in nodes:
        if "county" in node.column_names:
            _join_counties(tx, plan)
    for link, plan in links:
        _write_links(tx, link, plan, progress)
    for _, plan in nodes:
        left = ([key] for key in _node_ids(plan.removed) if _entity(plan.after, key) is None)
        _send(tx, _REMOVE_NODES, left, progress)


_REMOVE_NODES = """
UNWIND $rows AS row MATCH (n:Entity {id: row[0]})
OPTIONAL MATCH (n)-[c:IN_COUNTY]-()
DELETE c, n
"""
_REMOVE_PROPOSALS = "UNWIND $rows AS row MATCH (p:Proposal {table: row[0], id: row[1]}) DELETE p"
_CREATE_PROPOSALS = "UNWIND $rows AS row CREATE (:Proposal {table: row[0], id: row[1], row: row[2]})"
_LEAVE_COUNTY = "UNWIND $rows AS row MATCH (:Entity {id: row[0]})-[c:IN_COUNTY]->(:Entity) DELETE c"
_JOIN_COUNTY = """
UNWIND $rows AS row MATCH (m:Entity {id: row[0]}), (c:Entity {id: row[1]})
CREATE (m)-[:IN_COUNTY]->(c)
"""


def _write_nodes(tx: neo4j.ManagedTransaction, table: NodeTable, plan: TablePlan, progress: Progress) -> None:
    fresh: Content = {}
    other: Content = {}
    for key in _node_ids(plan.touched):
        before, after = _entity(plan.before, key), _entity(plan.after, key)
        if after is not None and after != before:
            (fresh if before is None else other)[key] = after
    names = _used(table.column_names, fresh.values())
    _send(tx, _create_nodes(table, names), _picked(table, names, fresh.values()), progress)
    _send(tx, _set_nodes(table), other.values(), progress)
    _write_proposals(tx, table, plan)


def _write_proposals(tx: neo4j.ManagedTransaction, table: NodeTable, plan: TablePlan) -> None:
    """Keeps the proposed rows of nodes that have an accepted one: what beside a relationship is a second one."""
    gone: list[list[Value]] = []
    new: list[list[Value]] = []
    for key in _node_ids(plan.touched):
        before, after = _beside(plan.before, key), _beside(plan.after, key)
        if before == after:
            continue
        if before is not None:
            gone.append([table.name, key])
        if after is not None:
            new.append([table.name, key, json.dumps(as_row(table, after), ensure_ascii=False)])
    _send(tx, _REMOVE_PROPOSALS, gone)
    _send(tx, _CREATE_PROPOSALS, new)


def _join_counties(tx: neo4j.ManagedTransaction, plan: TablePlan) -> None:
    """Keeps the relationship between a municipality and its county in step with the column that says which."""
    moved = [record for key in _node_ids(plan.touched) if (record := _entity(plan.after, key)) is not None]
    _send(tx, _LEAVE_COUNTY, _picked(plan.table, ["id"], moved))
    _send(tx, _JOIN_COUNTY, _picked(plan.table, ["id", "county"], moved))


def _write_links(tx: neo4j.ManagedTransaction, table: RelationshipTable, plan: TablePlan, progress: Progress) -> None:
    fresh = {key: plan.after[key] for key in plan.created}
    names = [name for name in _used(table.column_names, fresh.values()) if name not in _ENDS]
    rows = _picked(table, [*_ENDS, *names], fresh.values())
    keyed = ([start, end, key, *rest] for key, (start, end, *rest) in zip(fresh, rows, strict=True))
    _send(tx, _create_links(table, names), keyed, progress)
    own = [name for name in table.column_names if name not in _ENDS]
    rows = _picked(table, [*_ENDS, *own], (plan.after[key] for key in plan.changed))
    keyed = ([start, end, key, *rest] for key, (start, end, *rest) in zip(plan.changed, rows, strict=True))
    _send(tx, _set_links(table, own), keyed, progress)


def _create_nodes(table: NodeTable, names: Sequence[str]) -> str:
    return f"UNWIND $rows AS row CREATE (:{':'.join(table.labels)} {_map(names)})"


def _set_nodes(table: NodeTable) -> str:
    return f"UNWIND $rows AS row MATCH (n:Entity {{id: row[0]}}) SET {_assignments('n', table.column_names)}"


def _create_links(table: RelationshipTable, names: Sequence[str]) -> str:
    match = "UNWIND $rows AS row MATCH (a:Entity {id: row[0]}), (b:Entity {id: row[1]}) "
    return f"{match} CREATE (a)-[:{table.type} {_map(['key', *names], first=2)}]->(b)"


def _set_links(table: RelationshipTable, names: Sequence[str]) -> str:
    return f"{_find_link(table)} SET {_assignments('r', names, first=3)}"


def _find_link(table: RelationshipTable) -> str:
    if table.type in _FROM_THE_END:
        pattern = f"(:Entity {{id: row[1]}})<-[r:{table.type} {{key: row[2]}}]-(:Entity {{id: row[0]}})"
    else:
        pattern = f"(:Entity {{id: row[0]}})-[r:{table.type} {{key: row[2]}}]->(:Entity {{id: row[1]}})"
    return f"UNWIND $rows AS row MATCH {pattern}"


def _map(names: Sequence[str], *, first: int = 0) -> str:
    return "{" + ", ".join(f"`{name}`: row[{i}]" for i, name in enumerate(names, first)) + "}"


def _assignments(variable: str, names: Sequence[str], *, first: int = 0) -> str:
    return ", ".join(f"{variable}.`{name}` = row[{i}]" for i, name in enumerate(names, first))


def _used(names: Sequence[str], records: Iterable[Record]) -> list[str]:
    """The columns in which any record has a value: most are empty in most loads, and need not be sent."""
    columns = zip(*records, strict=True)
    return [name for name, values in zip(names, columns, strict=False) if any(value is not None for value in values)]


def _picked(table: Table, names: Sequence[str], records: Iterable[Record]) -> Iterator[list[Value]]:
    places = [table.column_names.index(name) for name in names]
    return ([record[place] for place in places] for record in records)


def _node_ids(keys: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(map(accepted, keys))


def _entity(content: Content, key: str) -> Record | None:
    """The row that the node itself holds: the accepted one, or where there is none the proposed one."""
    return content.get(key) or content.get(key + PROPOSED)


def _beside(content: Content, key: str) -> Record | None:
    """The proposed row that stands beside an accepted one."""
    return content.get(key + PROPOSED) if key in content else None


def _send(
    tx: neo4j.ManagedTransaction, cypher: str, rows: Iterable[Sequence[Value]], progress: Progress = lambda _: None
) -> None:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        tx.run(cypher, rows=batch).consume()
        progress(len(batch))
