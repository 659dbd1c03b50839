"""From an input to the changes that it makes: the graph is read, the input checked against it, both compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ansvarskarta.graph.content import Content
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.model import TABLE_BY_NAME, TABLES, Table
from ansvarskarta.graph.plan import TablePlan, compare
from ansvarskarta.graph.snapshot import is_empty, read_content, read_near
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.checking.existing import Existing, existing_for, existing_in
from ansvarskarta.loaders.checking.mentioned import origins
from ansvarskarta.loaders.problems import Level, Place, Problems
from ansvarskarta.loaders.replacing import demo_rows, refuse_needed, replaced, without
from ansvarskarta.loaders.tables import Tables


class TablesRefused(BadInput):
    """The tables have errors, so nothing was loaded; ``problems`` are all that was found in ``tables``."""

    def __init__(self, tables: Tables, problems: Problems) -> None:
        super().__init__("loading.tables_refused", list(problems), errors=problems.count(Level.ERROR))
        self.tables = tables
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be loaded, and how."""

    tables: Tables
    replace: bool
    replace_demo: bool

    @property
    def concerns_all(self) -> bool:
        """Whether rows may go: then what refers to them counts, in whichever table."""
        return self.replace or self.replace_demo


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is to be written, with the warnings and notices that were found on the way."""

    plans: tuple[TablePlan, ...]
    problems: Problems

    @property
    def rows(self) -> int:
        """How many rows change."""
        return sum(len(plan.touched) for plan in self.plans)


def prepare(graph: Graph, wish: Wish, *, was_demo: bool) -> Prepared:
    """Checks the tables against the graph, and plans what to write.

    Raises:
        TablesRefused: they have errors.
        BadInput: rows that stay refer to demonstration data that is to go.
    """
    whole = wish.concerns_all
    given_names = {source.table.name for source in wish.tables.sources}
    names = [table.name for table in TABLES if whole or table.name in given_names]
    if is_empty(graph):
        before: dict[str, Content] = {name: {} for name in names}
        existing = Existing()
    else:
        before = {name: _content(graph, wish, TABLE_BY_NAME[name]) for name in names}
        existing = existing_in(before) if whole else existing_for(graph, wish.tables, before)
    base: Mapping[str, Content] = before
    if wish.replace_demo:
        base = without(before, demo_rows(graph))
        existing = existing_in(base)
    checked = check(wish.tables, existing)
    if checked.problems.has_errors:
        raise TablesRefused(wish.tables, checked.problems)
    if was_demo and not wish.tables.is_demo and not wish.replace_demo:
        checked.problems.add(Level.NOTICE, "demo_stays", Place(wish.tables.files[0].name))
    given = checked.contents
    if wish.replace:
        after = replaced(base, given, checked.problems)
    else:
        after = {name: base[name] | given.get(name, {}) for name in names}
    if wish.replace_demo:
        refuse_needed(before, after)
    plans = tuple(
        compare(TABLE_BY_NAME[name], before[name], after[name] if whole else given.get(name, {}), replace=whole)
        for name in names
    )
    return Prepared(tuple(plan for plan in plans if plan.touched or plan.table.name in given_names), checked.problems)


def _content(graph: Graph, wish: Wish, table: Table) -> Content:
    """What the graph has of a table, as far as the input can touch it."""
    if wish.concerns_all:
        return read_content(graph, table)
    return read_near(graph, table, origins(wish.tables, table))
