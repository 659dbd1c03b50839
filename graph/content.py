"""The content of one table as the loader compares it: its rows by their identity.

A relationship's identity is written ``TYPE|start|end|valid_from|...``, a node's is its id. What is proposed stands
beside what is accepted, so its identity ends with ``|proposed``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ansvarskarta.graph.model import NodeTable, RelationshipTable, Table
from ansvarskarta.graph.values import Row, Value

Record: TypeAlias = tuple[Value, ...]
"""A row's values in the order of its table's columns."""

Content: TypeAlias = dict[str, Record]
"""A table's rows by identity."""

PROPOSED = "|proposed"


def identities(table: Table, columns: Mapping[str, Sequence[Value]]) -> list[str]:
    """The identity of each row of a table that is given column by column; a column that is absent is empty."""
    match table:
        case NodeTable():
            keys = [str(value) for value in columns["id"]]
        case RelationshipTable():
            empty = [""] * len(columns["start"])
            parts = [_escaped(columns[name]) if name in columns else empty for name in table.identity]
            keys = ["|".join(row) for row in zip([table.type] * len(empty), *parts, strict=True)]
        case _:
            raise TypeError(table)
    confidence = columns.get("confidence", ())
    if "proposed" not in confidence:
        return keys
    return [key + PROPOSED if how == "proposed" else key for key, how in zip(keys, confidence, strict=True)]


def identity(table: Table, row: Mapping[str, Value]) -> str:
    """The identity of one row."""
    return identities(table, {name: [row.get(name)] for name in table.column_names})[0]


def accepted(key: str) -> str:
    """The identity that the row has, or would have, once it is accepted."""
    return key.removesuffix(PROPOSED)


def as_row(table: Table, record: Record) -> Row:
    """The record by the names of its columns."""
    return dict(zip(table.column_names, record, strict=True))


def as_record(table: Table, row: Mapping[str, Value]) -> Record:
    """The row in the order of its table's columns; ``""`` and ``[]`` are empty."""
    return tuple(row.get(name) or None if row.get(name) in ("", []) else row.get(name) for name in table.column_names)


def _escaped(values: Sequence[Value]) -> list[str]:
    """Texts for an identity: a stroke within one can't be read as the stroke between two."""
    return ["" if value is None else str(value).replace("|", "\\|") for value in values]
