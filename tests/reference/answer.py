"""What a question's answer is to the reference, and the order of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reference.day import Day

Cell: TypeAlias = object
Parameters: TypeAlias = Mapping[str, object]
SortKey: TypeAlias = tuple[object, ...]

ROLES = ("owner", "contributor", "consulted", "informed")


@dataclass(frozen=True)
class Expected:
    """An answer: rows of cells in the order of the columns; ``of`` where the question counts what it looked at."""

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    of: int | None = None
    truncated: bool = False


Question: TypeAlias = Callable[[Day, Parameters], Expected]
QUESTIONS: dict[str, Question] = {}


def question(function: Question) -> Question:
    """Makes the function the reference for the question that it is named after."""
    QUESTIONS[function.__name__] = function
    return function


def answer(
    columns: str,
    rows: Iterable[tuple[Cell, ...]],
    *,
    said: Callable[[dict[str, Cell]], Sequence[object]] = lambda _: (),
    of: int | None = None,
) -> Expected:
    """An answer with its rows in the order that is ``said``, ties broken by the columns from left to right."""
    names = tuple(columns.split())

    def key(row: tuple[Cell, ...]) -> SortKey:
        cells = dict(zip(names, row, strict=True))
        return (*said(cells), *(cell_key(name, cell) for name, cell in cells.items()))

    return Expected(names, sorted(rows, key=key), of)


def in_order(columns: str, rows: list[tuple[Cell, ...]], *, of: int | None = None, truncated: bool = False) -> Expected:
    """An answer whose rows already stand in their order."""
    return Expected(tuple(columns.split()), rows, of, truncated)


def cell_key(column: str, cell: Cell) -> SortKey:
    """Empty values and lists last; lists element by element; objects field by field; roles in their own order."""
    match cell:
        case None | [] | "":
            return (1,)
        case list():
            return (0, [cell_key("", each) for each in cell])
        case dict():
            return (0, [cell_key(name, each) for name, each in cell.items()])
        case str() if column == "role":
            return (0, ROLES.index(cell))
        case _:
            return (0, cell)


def falling(value: Cell) -> int:
    """For numbers that fall; an empty severity counts as 0."""
    return -value if isinstance(value, int) else 0


def asked(parameters: Parameters, name: str) -> str | None:
    """A parameter that is an id or another text, ``None`` where it is not given."""
    value = parameters.get(name)
    return None if value is None else str(value)


def number(parameters: Parameters, name: str, default: int) -> int:
    """A parameter that is a whole number."""
    value = parameters.get(name, default)
    assert isinstance(value, int)
    return value
