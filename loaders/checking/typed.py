"""From cells to values, column by column: each different cell of a column is read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ansvarskarta.graph.model import Column
from ansvarskarta.graph.values import Value
from ansvarskarta.loaders.checking.cells import Fault, read_cell
from ansvarskarta.loaders.problems import Level, Problems
from ansvarskarta.loaders.tables import Stack


@dataclass(frozen=True, slots=True)
class Typed:
    """A table's values: every column of the table, all of one length; what could not be read is ``None``."""

    stack: Stack
    columns: dict[str, Sequence[Value]]


def typed(stack: Stack, problems: Problems) -> Typed:
    """The values of all cells; what has not the form that its column asks for becomes a problem."""
    count = len(stack)
    columns: dict[str, Sequence[Value]] = {}
    for column in stack.table.columns:
        cells = stack.columns.get(column.name)
        if cells is None:
            columns[column.name] = [None] * count
            if column.required and count:
                problems.add(Level.ERROR, "column_missing", stack.place(0, column.name), table=stack.table.name)
        else:
            columns[column.name] = _values(stack, column, cells, problems)
    return Typed(stack, columns)


def _values(stack: Stack, column: Column, cells: list[str], problems: Problems) -> list[Value]:
    meaning: dict[str, Value] = {}
    faults: dict[str, Fault] = {}
    for cell in set(cells):
        try:
            meaning[cell] = read_cell(column, cell)
        except Fault as fault:
            faults[cell] = fault
            meaning[cell] = None
        if column.required and meaning[cell] is None and cell not in faults:
            faults[cell] = Fault("required")
    if faults:
        report(stack, column.name, cells, faults, problems)
    return [meaning[cell] for cell in cells]


def report(stack: Stack, column: str, cells: Sequence[Value], faults: dict[str, Fault], problems: Problems) -> None:
    """Makes a problem of each row that holds a faulty cell; past the list's end they are only counted."""
    for row, cell in enumerate(cells):
        fault = faults.get(cell) if isinstance(cell, str) else None
        if fault is None:
            continue
        if problems.is_full(Level.ERROR):
            problems.add_unlisted(Level.ERROR, fault.code, 1)
        else:
            problems.add(Level.ERROR, fault.code, stack.place(row, column), str(cell) or None, **fault.values)
