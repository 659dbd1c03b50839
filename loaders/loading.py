"""Loading files into the graph: read, check, compare, write. What is not in the files stays."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ansvarskarta.graph.changes import Deed, Entry, File, load_of
from ansvarskarta.graph.commit import Stale, commit, under_way
from ansvarskarta.graph.content import Content
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME, TABLES, Table
from ansvarskarta.graph.plan import TablePlan, compare
from ansvarskarta.graph.snapshot import is_empty, read_content
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.checking.existing import Existing, existing_for, existing_in
from ansvarskarta.loaders.checking.mentioned import origins
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.problems import Level, Place, Problems
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.loaders.replacing import (
    Removal,
    demo_rows,
    large_removals,
    refuse_needed,
    replaced,
    without,
)
from ansvarskarta.loaders.result import LoadResult
from ansvarskarta.loaders.tables import Tables

Progress = Callable[[str, int, int], None]
"""Told the stage (``read``, ``check``, ``write``), how much of it is done and how much there is, 0 if not known."""

Confirm = Callable[[Sequence[Removal]], bool]
"""Asked before more than a fifth of a table goes."""

_ATTEMPTS = 3
_FEW = 2_000  # nodes that are looked up one by one; above that a whole table is read


class TablesRefused(BadInput):
    """The tables have errors, so nothing was loaded; ``problems`` are all that was found in ``tables``."""

    def __init__(self, tables: Tables, problems: Problems) -> None:
        super().__init__("loading.tables_refused", list(problems), errors=problems.count(Level.ERROR))
        self.tables = tables
        self.problems = problems


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is to be loaded, and how."""

    tables: Tables
    replace: bool
    replace_demo: bool


class _Prepared(NamedTuple):
    plans: tuple[TablePlan, ...]
    problems: Problems


def load(
    graph: Graph,
    paths: Sequence[Path],
    *,
    person: str,
    dry_run: bool = False,
    replace: bool = False,
    replace_demo: bool = False,
    confirm: Confirm = lambda _: False,
    progress: Progress = lambda _stage, _done, _total: None,
) -> LoadResult:
    """Loads folders, CSV, XLSX and ZIP files; says what changed, or with ``dry_run`` what would change.

    ``replace``: of the tables given, what the files do not hold goes, but never a node that is still referred to;
    ``confirm`` is asked where that is more than a fifth of a table. ``replace_demo``: the demonstration data goes.
    ``person`` is who it is recorded for. Interrupted, it leaves the graph as it was.

    Raises:
        TablesRefused: the tables have errors; nothing was changed.
        BadInput: no tables, or somebody else is loading; nothing was changed.
        WrongUse: a path can't be read, ``confirm`` said no, or there is no demonstration data to replace.
        DatabaseUnavailable: the database is gone, or refused the write; nothing was changed.
    """
    with _no_collection():
        tables = read_paths(paths, lambda _: progress("read", 0, 0))
        return _load(graph, _Wish(tables, replace, replace_demo), person, confirm, progress, dry_run=dry_run)


def load_demonstration(graph: Graph, *, person: str, progress: Progress = lambda _s, _d, _t: None) -> LoadResult:
    """Loads the demonstration data; the graph then says of itself that it is no register."""
    return load(graph, [demonstration()], person=person, progress=progress)


def _load(graph: Graph, wish: _Wish, person: str, confirm: Confirm, progress: Progress, *, dry_run: bool) -> LoadResult:
    tables = wish.tables
    entry = Entry(
        Deed.DEMONSTRATION if tables.is_demo else Deed.LOAD,
        person,
        tuple(File(file.name, file.sha256) for file in tables.files),
    )
    for _ in range(_ATTEMPTS):
        version = graph.version()
        was_demo = graph.is_demo()
        if wish.replace_demo and not was_demo:
            raise WrongUse("loading.no_demo")
        resumes = _resumes(graph, entry)
        progress("check", 0, 0)
        prepared = _prepare(graph, wish, was_demo=was_demo)
        is_demo = tables.is_demo or (was_demo and not wish.replace_demo)
        if dry_run:
            return LoadResult(tables, *prepared, "", is_dry_run=True, is_demo=is_demo)
        removals = large_removals(prepared.plans) if wish.replace else []
        if removals and not confirm(removals):
            raise WrongUse("loading.not_confirmed", tables=", ".join(_in_words(removal) for removal in removals))
        total = sum(len(plan.touched) for plan in prepared.plans)
        if not total and not resumes and is_demo == was_demo:
            return LoadResult(tables, *prepared, "", is_dry_run=False, is_demo=is_demo)
        try:
            load_id = commit(
                graph,
                prepared.plans,
                entry,
                version,
                demo=is_demo,
                resumes=resumes,
                progress=_counting(progress, total),
            )
        except Stale:
            continue
        return LoadResult(tables, *prepared, load_id, is_dry_run=False, is_demo=is_demo)
    raise BadInput("loading.others_write")


def _prepare(graph: Graph, wish: _Wish, *, was_demo: bool) -> _Prepared:
    """Checks the tables against the graph, and plans what to write.

    Raises:
        TablesRefused: they have errors.
        BadInput: rows that stay refer to demonstration data that is to go.
    """
    whole = wish.replace or wish.replace_demo
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
    return _Prepared(tuple(plan for plan in plans if plan.touched or plan.table.name in given_names), checked.problems)


def _content(graph: Graph, wish: _Wish, table: Table) -> Content:
    """What the graph has of a table, as far as the input can touch it."""
    if wish.replace or wish.replace_demo:
        return read_content(graph, table)
    ids = origins(wish.tables, table)
    return read_content(graph, table, ids if len(ids) <= _FEW else None)


def _resumes(graph: Graph, entry: Entry) -> str | None:
    """The series that these very files go on with.

    Raises:
        BadInput: another series is under way.
    """
    load_id = under_way(graph)
    if load_id is None:
        return None
    if {file.sha256 for file in load_of(graph, load_id).files} != {file.sha256 for file in entry.files}:
        raise BadInput("loading.under_way", load=load_id)
    return load_id


def _in_words(removal: Removal) -> str:
    return f"{removal.table.name} ({removal.removed}/{removal.of})"


def _counting(progress: Progress, total: int) -> Callable[[int], None]:
    done = 0

    def more(rows: int) -> None:
        nonlocal done
        done += rows
        progress("write", min(done, total), total)

    return more


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keeps the collector of cycles away from millions of rows that hold none: a third of the time otherwise."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
