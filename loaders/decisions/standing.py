"""How a proposed row stands to the graph: new, there already, or against what is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ansvarskarta.graph.model import TABLE_BY_NAME, RelationshipTable
from ansvarskarta.graph.values import Row, Value

Existing = Mapping[str, Sequence[Row]]
# Columns that say where a row comes from rather than what it says.
PROVENANCE = frozenset({"document", "locator", "quote", "confidence", "note"})
# What a person has worded in the graph is not worded anew from a decision.
WORDED = frozenset({"name", "name_en", "aliases", "description", "title", "publisher", "type"})
# A mandate has one who decides it; another in the graph is a contradiction, and so is another who holds it.
ONE_END = {"given_to": "start", "issued": "end"}


class Standing(StrEnum):
    """How a row stands to the graph."""

    NEW = "new"
    EXISTS = "exists"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Difference:
    """A column in which a proposed row differs from what the graph has."""

    column: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Comparison:
    """How a row stands: ``current`` is the graph's row that it is compared with."""

    standing: Standing
    current: Row | None = None
    differences: tuple[Difference, ...] = ()


def identity(table: str, row: Row) -> tuple[str, ...]:
    """What tells a row from the others of its table."""
    declared = TABLE_BY_NAME[table]
    columns = declared.identity if isinstance(declared, RelationshipTable) else ("id",)
    return tuple(str(row.get(column) or "") for column in columns)


def compare(table: str, row: Row, existing: Existing) -> Comparison:
    """How a row stands to the rows that the graph has accepted."""
    rows = [other for other in existing.get(table, ()) if other.get("confidence") != "proposed"]
    same = [other for other in rows if identity(table, other) == identity(table, row)]
    if not same and isinstance(TABLE_BY_NAME[table], RelationshipTable):
        same = [other for other in rows if (other["start"], other["end"]) == (row["start"], row["end"])][:1]
    if same:
        found = differences(row, same[0])
        return Comparison(Standing.CONTRADICTS if found else Standing.EXISTS, same[0], found)
    if table in ONE_END:
        mine = ONE_END[table]
        other_end = "end" if mine == "start" else "start"
        others = [other for other in rows if other[mine] == row[mine]]
        if others:
            against = Difference(other_end, others[0][other_end], row[other_end])
            return Comparison(Standing.CONTRADICTS, others[0], (against,))
    return Comparison(Standing.NEW)


def differences(row: Row, current: Row) -> tuple[Difference, ...]:
    """Where a row says something else than the graph does; where the row says nothing, nothing differs."""
    left_out = PROVENANCE | (WORDED if "id" in row else frozenset())
    return tuple(
        Difference(column, current.get(column), value)
        for column, value in row.items()
        if column not in left_out and value not in (None, [], "") and not _equal(value, current.get(column))
    )


def merged(row: Row, current: Row) -> Row:
    """The graph's row with what the decision says about it: what it does not say stays."""
    changed = {difference.column: difference.after for difference in differences(row, current)}
    source = {column: row[column] for column in PROVENANCE if row.get(column) is not None}
    return {**current, **changed, **source}


def _equal(value: Value, other: Value) -> bool:
    if isinstance(value, list) or isinstance(other, list):
        return sorted(_listed(value)) == sorted(_listed(other))
    return str(value) == str(other)


def _listed(value: Value) -> list[str]:
    return [*value] if isinstance(value, list) else str(value).split(";") if value else []
