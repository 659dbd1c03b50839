"""The record of every write: each changed row before and after, when, by whom, from which files, with which version.

It lives beside the model's nodes: a ``Load`` for each write, and ``Change`` nodes that hold its rows in chunks, packed,
so that the record of a first load costs a fraction of the load. No question and no count sees them.
"""

from __future__ import annotations

import base64
import json
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version

from ansvarskarta.graph.content import Record, accepted
from ansvarskarta.graph.dates import now
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME, NodeTable, Table
from ansvarskarta.graph.plan import Difference, TablePlan, differences
from ansvarskarta.graph.transactions import Graph

_CHUNK = 2_000


class Deed(StrEnum):
    """What kind of write it was."""

    LOAD = "load"
    DEMONSTRATION = "demonstration"
    UNDO = "undo"
    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class File:
    """A file that a write took its rows from."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be recorded of a write beside its rows; ``undoes`` is the id of a load that is taken back."""

    deed: Deed
    person: str
    files: tuple[File, ...] = ()
    note: str = ""
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """A write that was made. ``at`` is UTC; ``rows`` is how many it changed; ``is_done`` is false where it was cut off.

    ``demo_before`` and ``demo_after`` say whether the graph held demonstration data.
    """

    id: str
    number: int
    at: str
    deed: Deed
    person: str
    version: str
    files: tuple[File, ...]
    note: str
    rows: int
    undoes: str
    undone_by: str
    is_done: bool
    demo_before: bool
    demo_after: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One row that a write changed; ``before`` is ``None`` where it was new, ``after`` where it went."""

    load: Load
    table: Table
    key: str
    before: Record | None
    after: Record | None

    @property
    def differences(self) -> list[Difference]:
        """What changed, property by property."""
        return differences(self.table, self.before, self.after)


_LOADS = """
MATCH (l:Load)
RETURN l.id, l.number, l.at, l.deed, l.person, l.version, l.files, l.note, l.rows, l.undoes, l.undone_by, l.is_done,
       l.demo_before, l.demo_after
ORDER BY l.number DESC
"""


_PARTS = "MATCH (c:Change) RETURN c.load, c.table, c.number, c.first, c.last"
_ROWS_OF_PARTS = """
UNWIND $parts AS part
MATCH (c:Change {load: part[0]}) WHERE c.table = part[1] AND c.number = part[2]
RETURN c.load, c.table, c.rows
"""


def loads(graph: Graph) -> list[Load]:
    """All writes that were made, the latest first."""
    return [_load(row) for row in graph.read(_LOADS)]


def load_of(graph: Graph, id_: str) -> Load:
    """The write of that id.

    Raises:
        WrongUse: there is none.
    """
    for load in loads(graph):
        if load.id == id_:
            return load
    raise WrongUse("loading.no_such_load", id=id_)


def changes_of(graph: Graph, load: Load) -> list[Change]:
    """All rows that a write changed, table by table."""
    found = graph.read("MATCH (c:Change {load: $id}) RETURN c.table, c.rows ORDER BY c.number", {"id": load.id})
    return [change for table, rows in found for change in _unpacked(load, TABLE_BY_NAME[str(table)], str(rows))]


def latest_writes(graph: Graph, keys: Iterable[str]) -> dict[str, Load]:
    """The write that gave each of these rows its content, by the row's identity."""
    found: dict[str, Load] = {}
    for change in changes_to(graph, keys):
        is_later = change.key not in found or change.load.number > found[change.key].number
        if change.after is not None and is_later:
            found[change.key] = change.load
    return found


def changes_to(graph: Graph, keys: Iterable[str]) -> Iterator[Change]:
    """All changes of these rows, by their identity; only the parts of the record that may hold them are read."""
    wanted = sorted(set(keys))
    by_id = {load.id: load for load in loads(graph)}
    parts = {
        (load, table, number)
        for load, table, number, first, last in graph.read(_PARTS)
        if bisect_left(wanted, str(first)) < bisect_right(wanted, str(last))
    }
    known = set(wanted)
    for load, table, rows in graph.read(_ROWS_OF_PARTS, {"parts": [list(part) for part in parts]}):
        for change in _unpacked(by_id[str(load)], TABLE_BY_NAME[str(table)], str(rows)):
            if change.key in known:
                yield change


def history(graph: Graph, id_: str) -> list[Change]:
    """What happened to a node and its relationships, or to one relationship (by its ``key``), the latest first.

    Raises:
        WrongUse: the record knows nothing of that id.
    """
    by_id = {load.id: load for load in loads(graph)}
    cypher = """
    MATCH (c:Change) WHERE NOT c.table IN $nodes OR (c.first <= $last AND $id <= c.last)
    RETURN c.load, c.table, c.rows
    """
    nodes = [name for name, table in TABLE_BY_NAME.items() if isinstance(table, NodeTable)]
    found = [
        change
        for load, table, rows in graph.read(cypher, {"nodes": nodes, "id": id_, "last": id_ + "|~"})
        for change in _unpacked(by_id[str(load)], TABLE_BY_NAME[str(table)], str(rows))
        if _concerns(change, id_)
    ]
    if not found:
        raise WrongUse("loading.no_history", id=id_)
    return sorted(found, key=lambda change: (-change.load.number, change.table.name, change.key))


def _concerns(change: Change, id_: str) -> bool:
    if accepted(change.key) == accepted(id_):
        return True
    return not isinstance(change.table, NodeTable) and id_ in (change.after or change.before or ())[:2]


def open_entry(tx: neo4j.ManagedTransaction, entry: Entry, number: int, *, demo: bool) -> str:
    """Begins the record of a write, as not yet done; returns its id, which ``undo`` takes."""
    id_ = f"load-{number}"
    properties = {
        "id": id_,
        "number": number,
        "at": now(),
        "deed": entry.deed.value,
        "person": entry.person,
        "version": version("ansvarskarta"),
        "files": json.dumps([[file.name, file.sha256] for file in entry.files], ensure_ascii=False),
        "note": entry.note,
        "undoes": entry.undoes,
        "undone_by": "",
        "rows": 0,
        "is_done": False,
        "demo_before": demo,
        "demo_after": demo,
    }
    tx.run("CREATE (l:Load) SET l = $properties", properties=properties).consume()
    return id_


def record(tx: neo4j.ManagedTransaction, load: str, plans: Sequence[TablePlan]) -> None:
    """Adds the rows of a write, or of a part of one, to its record."""
    rows = 0
    for plan in plans:
        touched = plan.touched
        rows += len(touched)
        for start in range(0, len(touched), _CHUNK):
            keys = touched[start : start + _CHUNK]
            chunk = {
                "load": load,
                "table": plan.table.name,
                "number": start,
                "first": keys[0],
                "last": keys[-1],
                "rows": _packed(plan, keys),
            }
            tx.run("CREATE (c:Change) SET c = $chunk", chunk=chunk).consume()
    tx.run("MATCH (l:Load {id: $id}) SET l.rows = l.rows + $rows", id=load, rows=rows).consume()


def close_entry(tx: neo4j.ManagedTransaction, load: str, entry: Entry, *, demo: bool) -> None:
    """Ends the record of a write: all of it is there."""
    tx.run("MATCH (l:Load {id: $id}) SET l.is_done = true, l.demo_after = $demo", id=load, demo=demo).consume()
    if entry.undoes:
        # Taking back what took something back makes the first hold again.
        tx.run("MATCH (l:Load {undone_by: $id}) SET l.undone_by = ''", id=entry.undoes).consume()
        tx.run("MATCH (l:Load {id: $id}) SET l.undone_by = $by", id=entry.undoes, by=load).consume()


def _packed(plan: TablePlan, keys: Sequence[str]) -> str:
    rows = [[key, plan.before.get(key), plan.after.get(key)] for key in keys]
    document = json.dumps({"columns": plan.table.column_names, "rows": rows}, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(document.encode(), level=1)).decode("ascii")


def _unpacked(load: Load, table: Table, packed: str) -> Iterator[Change]:
    document = json.loads(zlib.decompress(base64.b64decode(packed)))
    names: list[str] = document["columns"]
    places = [names.index(name) if name in names else None for name in table.column_names]

    def record_of(values: list[object] | None) -> Record | None:
        if values is None:
            return None
        return tuple(None if place is None else values[place] for place in places)  # type: ignore[misc]  # JSON

    for key, before, after in document["rows"]:
        yield Change(load, table, key, record_of(before), record_of(after))


def _load(row: Sequence[object]) -> Load:
    id_, number, at, deed, person, made_with, files, note, rows, undoes, undone_by, is_done, before, after = row
    return Load(
        id=str(id_),
        number=int(str(number)),
        at=str(at),
        deed=Deed(str(deed)),
        person=str(person),
        version=str(made_with),
        files=tuple(File(name, sha256) for name, sha256 in json.loads(str(files))),
        note=str(note),
        rows=int(str(rows)),
        undoes=str(undoes),
        undone_by=str(undone_by),
        is_done=bool(is_done),
        demo_before=bool(before),
        demo_after=bool(after),
    )
