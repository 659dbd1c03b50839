"""Values and rows as they pass between tables, the graph and answers."""

from __future__ import annotations

from typing import TypeAlias

Value: TypeAlias = str | int | float | bool | list[str] | None
"""A cell: a list where the column's kind is one, ``None`` where it is empty."""

Row: TypeAlias = dict[str, Value]
"""A row of a table by its column names; a column that is absent reads as empty."""


def texts(value: object) -> list[str]:
    """The texts that a value lists; what is empty, or no list, lists none."""
    return [str(one) for one in value] if isinstance(value, list) else []
