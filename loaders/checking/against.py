"""What rows do to the graph that they go into, and what they rest on there."""

from __future__ import annotations

from collections.abc import Mapping

from ansvarskarta.graph.content import PROPOSED, Content
from ansvarskarta.graph.model import NodeTable
from ansvarskarta.graph.references import ids_in
from ansvarskarta.loaders.checking.existing import Existing
from ansvarskarta.loaders.checking.typed import Typed
from ansvarskarta.loaders.problems import Level, Problems


def check_cleared(
    tables: Mapping[str, Typed], contents: Mapping[str, Content], existing: Existing, problems: Problems
) -> None:
    """A column that a table lacks reads as empty: warns where that empties what the graph has."""
    for name, table in tables.items():
        there = existing.contents.get(name, {})
        shared = [there[key] for key in contents[name].keys() & there.keys()]
        for place, column in enumerate(table.stack.table.column_names if shared else ()):
            if column in table.stack.columns:
                continue
            number = sum(record[place] is not None for record in shared)
            if number:
                where = table.stack.place(0, column)
                problems.add(Level.WARNING, "clears_column", where, number=number)


def check_proposals(
    tables: Mapping[str, Typed], contents: Mapping[str, Content], existing: Existing, problems: Problems
) -> None:
    """Warns of accepted rows that refer to nodes which are only proposed: they count in no answer."""
    waiting = set(existing.proposed)
    settled: set[str] = set()
    for name, table in tables.items():
        if isinstance(table.stack.table, NodeTable):
            for key in contents[name]:
                (waiting if key.endswith(PROPOSED) else settled).add(key.removesuffix(PROPOSED))
    settled |= existing.labels.keys() - existing.proposed
    waiting -= settled
    for table in tables.values() if waiting else ():
        _check_rests(table, waiting, problems)


def _check_rests(table: Typed, waiting: set[str], problems: Problems) -> None:
    columns = table.columns
    model = table.stack.table
    records = zip(*(columns[name] for name in model.column_names), strict=True)
    for row, (record, confidence) in enumerate(zip(records, columns["confidence"], strict=True)):
        if confidence != "proposed":
            for id_ in sorted(ids_in(model, [record]) & waiting):
                problems.add(Level.WARNING, "rests_on_proposal", table.stack.place(row), id_)
