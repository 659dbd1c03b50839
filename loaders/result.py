"""What a load did, or would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ansvarskarta.graph.model import Table
from ansvarskarta.graph.plan import Difference, TablePlan
from ansvarskarta.loaders.problems import Problems
from ansvarskarta.loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows of a table are new, get other facts, go, or are as they were."""

    created: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that is new, gets other facts or goes: ``what`` is ``created``, ``changed`` or ``removed``."""

    table: Table
    key: str
    what: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What a load did, or with a dry run would do. ``load_id`` is empty where nothing was written.

    ``problems`` are warnings and notices; what has errors is not loaded.
    """

    tables: Tables
    plans: tuple[TablePlan, ...]
    problems: Problems
    load_id: str
    is_dry_run: bool
    is_demo: bool

    @property
    def changes_nothing(self) -> bool:
        """Whether the graph holds all of it already."""
        return not any(plan.touched for plan in self.plans)

    def counts(self) -> dict[str, Counts]:
        """The numbers of each table that the input has, by table name in the model's order."""
        return {
            plan.table.name: Counts(len(plan.created), len(plan.changed), len(plan.removed), plan.unchanged)
            for plan in self.plans
        }

    def total(self) -> Counts:
        """The numbers over all tables."""
        counts = self.counts().values()
        return Counts(
            sum(count.created for count in counts),
            sum(count.changed for count in counts),
            sum(count.removed for count in counts),
            sum(count.unchanged for count in counts),
        )

    def changes(self) -> Iterator[RowChange]:
        """Every row that changes, table by table: changed rows first, then new ones, then those that go."""
        for plan in self.plans:
            for what, keys in (("changed", plan.changed), ("created", plan.created), ("removed", plan.removed)):
                for key in sorted(keys):
                    yield RowChange(plan.table, key, what, tuple(plan.differences(key)))
