"""Which nodes a graph's rows refer to: what must not go while it is referred to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ansvarskarta.graph.content import Content, Record
from ansvarskarta.graph.model import TABLE_BY_NAME, Kind, NodeTable, Table


def referring(table: Table) -> list[int]:
    """The places of the columns that hold ids of nodes."""
    return [place for place, column in enumerate(table.columns) if column.kind in (Kind.ID, Kind.IDS)]


def ids_in(table: Table, records: Iterable[Record]) -> set[str]:
    """The ids that rows of a table refer to."""
    found: set[str] = set()
    places = referring(table)
    for record in records:
        for place in places:
            value = record[place]
            if isinstance(value, str):
                found.add(value)
            elif isinstance(value, list):
                found.update(value)
    return found


def still_needed(before: Mapping[str, Content], after: Mapping[str, Content]) -> dict[str, Content]:
    """The nodes that are in ``before`` and gone in ``after`` although something refers to them, table by table.

    A node that is kept keeps what it refers to itself; one that only what goes refers to may go.
    """
    going = {key: (name, record) for name, key, record in _going(before, after)}
    wanted: set[str] = set()
    for name, content in after.items():
        wanted |= ids_in(TABLE_BY_NAME[name], content.values())
    needed: dict[str, Content] = {}
    while found := wanted & going.keys():
        wanted = set()
        for key in found:
            name, record = going.pop(key)
            needed.setdefault(name, {})[key] = record
            wanted |= ids_in(TABLE_BY_NAME[name], [record]) - {key}
    return needed


def _going(before: Mapping[str, Content], after: Mapping[str, Content]) -> Iterator[tuple[str, str, Record]]:
    """Nodes of which neither an accepted nor a proposed row is left; by plain id, whichever row there was."""
    for name, content in before.items():
        if isinstance(TABLE_BY_NAME[name], NodeTable):
            left = {str(record[0]) for record in after.get(name, {}).values()}
            yield from ((name, str(record[0]), record) for record in content.values() if str(record[0]) not in left)
