"""The order of rows, as the contract says: the question's own steps, then the columns from left to right.

Empty values and empty lists come last whichever way a step goes; text goes by code point, roles in their own order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from ansvarskarta.graph.model.relationships import ROLES
from ansvarskarta.graph.values import texts
from ansvarskarta.queries.question import AnswerColumn, ColumnKind, Direction, Question

Candidate: TypeAlias = dict[str, "str | int | list[str]"]
Cell: TypeAlias = "str | int | float | bool | list[str] | list[Candidate] | None"
AnswerRow: TypeAlias = dict[str, Cell]
"""A row of an answer: cells by the names of the columns."""

_ROLE_ORDER = {role: place for place, (role, _, _) in enumerate(ROLES)}
_Key: TypeAlias = tuple[int, object]
_EMPTY: _Key = (1, 0)


def sort_rows(question: Question, rows: list[AnswerRow]) -> None:
    """Sorts the rows in place, and the lists within them whose order carries no meaning."""
    listed = [column.name for column in question.columns if column.kind is ColumnKind.IDS]
    for row in rows:
        for name in listed:
            row[name] = sorted(set(texts(row[name])))
    by_name = {column.name: column for column in question.columns}
    steps = [_step(order.how, by_name[order.column], rows) for order in question.order]
    steps += [_key(column) for column in question.columns]
    rows.sort(key=lambda row: [step(row) for step in steps])


def _step(how: Direction, column: AnswerColumn, rows: Sequence[AnswerRow]) -> Callable[[AnswerRow], _Key]:
    name = column.name
    match how:
        case Direction.RISING:
            return _key(column)
        case Direction.FALLING:
            return lambda row: _EMPTY if row[name] is None else (0, -_number(row[name]))
        case Direction.MOST:
            return lambda row: (0, -len(texts(row[name])))
        case Direction.FEWEST:
            return lambda row: (0, len(texts(row[name])))
        case Direction.EMPTY_FIRST:
            return lambda row: (0, str(row[name] or ""))
        case Direction.GIVEN:
            places = {str(value): place for place, value in enumerate(dict.fromkeys(str(row[name]) for row in rows))}
            return lambda row: (0, places[str(row[name])])


def _key(column: AnswerColumn) -> Callable[[AnswerRow], _Key]:
    name = column.name
    if column.kind is ColumnKind.ROLE:
        return lambda row: _EMPTY if row[name] is None else (0, _ROLE_ORDER[str(row[name])])
    if column.kind is ColumnKind.OBJECTS:
        return lambda row: (0, [tuple(one.values()) for one in _objects(row[name])]) if row[name] else _EMPTY
    return lambda row: _EMPTY if row[name] is None or row[name] == [] else (0, row[name])


def _number(cell: Cell) -> float:
    if not isinstance(cell, int | float):
        raise TypeError(f"not a number: {cell!r}")
    return cell


def _objects(cell: Cell) -> Sequence[Candidate]:
    return [one for one in cell if isinstance(one, dict)] if isinstance(cell, list) else []
