"""What a write changes in one table: which rows are new, which get other facts, which go."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ansvarskarta.graph.content import Content, Record
from ansvarskarta.graph.model import Table
from ansvarskarta.graph.values import Value


@dataclass(frozen=True, slots=True)
class Difference:
    """One property of a row that gets another value."""

    column: str
    before: Value
    after: Value


@dataclass(frozen=True)
class TablePlan:
    """The change of one table: ``before`` is what it holds, ``after`` what it will hold."""

    table: Table
    before: Content
    after: Content
    created: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    @cached_property
    def touched(self) -> tuple[str, ...]:
        """The identities of all rows that the plan changes, sorted."""
        return tuple(sorted((*self.created, *self.changed, *self.removed)))

    def differences(self, key: str) -> list[Difference]:
        """What changes in one row, property by property, in the order of the table's columns."""
        return differences(self.table, self.before.get(key), self.after.get(key))


def compare(table: Table, before: Content, given: Content, *, replace: bool = False) -> TablePlan:
    """What it takes to have the rows ``given`` in a table that holds ``before``.

    What is absent from ``given`` stays, unless the table is to be replaced.
    """
    changed = tuple(key for key, record in given.items() if key in before and before[key] != record)
    created = tuple(key for key in given if key not in before)
    removed = tuple(key for key in before if key not in given) if replace else ()
    after = given if replace or not before else before | given
    return TablePlan(table, before, after, created, changed, removed, len(given) - len(changed) - len(created))


def differences(table: Table, before: Record | None, after: Record | None) -> list[Difference]:
    """The properties in which two states of a row differ; ``None`` is a row that does not exist."""
    empty: Record = (None,) * len(table.columns)
    return [
        Difference(name, old, new)
        for name, old, new in zip(table.column_names, before or empty, after or empty, strict=True)
        if old != new
    ]
