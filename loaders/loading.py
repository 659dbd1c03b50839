"""Loading files into the graph: read, check, compare, write. What is not in the files stays."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ansvarskarta.graph.changes import Deed, Entry, File, load_of
from ansvarskarta.graph.commit import Stale, commit, under_way
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.planning import Prepared, TablesRefused, Wish, prepare
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.loaders.replacing import Removal, large_removals
from ansvarskarta.loaders.result import LoadResult

Progress = Callable[[str, int, int], None]
"""Told the stage (``read``, ``check``, ``write``), how much of it is done and how much there is, 0 if not known."""

Confirm = Callable[[Sequence[Removal]], bool]
"""Asked before more than a fifth of a table goes."""

_ATTEMPTS = 3


def load(
    graph: Graph,
    paths: Sequence[Path],
    *,
    person: str,
    note: str = "",
    dry_run: bool = False,
    replace: bool = False,
    replace_demo: bool = False,
    confirm: Confirm = lambda _: False,
    progress: Progress = lambda _stage, _done, _total: None,
) -> LoadResult:
    """Loads folders, CSV, XLSX and ZIP files; says what changed, or with ``dry_run`` what would change.

    ``replace``: of the tables given, what the files do not hold goes, but never a node that is still referred to;
    ``confirm`` is asked where that is more than a fifth of a table. ``replace_demo``: the demonstration data goes.
    ``person`` is who it is recorded for, ``note`` what is remembered of it. Interrupted, it leaves the graph as it was.

    Raises:
        TablesRefused: the tables have errors; nothing was changed.
        BadInput: no tables, or somebody else is loading; nothing was changed.
        WrongUse: a path can't be read, ``confirm`` said no, or there is no demonstration data to replace.
        DatabaseUnavailable: the database is gone, or refused the write; nothing was changed.
    """
    with _no_collection():
        tables = read_paths(paths, lambda _: progress("read", 0, 0))
        return _load(graph, Wish(tables, replace, replace_demo), _Manner(person, note, dry_run, confirm, progress))


def load_demonstration(graph: Graph, *, person: str, progress: Progress = lambda _s, _d, _t: None) -> LoadResult:
    """Loads the demonstration data; the graph then says of itself that it is no register."""
    return load(graph, [demonstration()], person=person, progress=progress)


@dataclass(frozen=True, slots=True)
class _Manner:
    """For whom, and how, a load goes about it."""

    person: str
    note: str
    dry_run: bool
    confirm: Confirm
    progress: Progress


def _load(graph: Graph, wish: Wish, manner: _Manner) -> LoadResult:
    for _ in range(_ATTEMPTS):
        try:
            return _attempt(graph, wish, manner)
        except Stale:
            continue
    raise BadInput("loading.others_write")


def _attempt(graph: Graph, wish: Wish, manner: _Manner) -> LoadResult:
    """Plans and writes once.

    Raises:
        Stale: somebody wrote in between.
    """
    tables = wish.tables
    version, was_demo = graph.version(), graph.is_demo()
    if wish.replace_demo and not was_demo:
        raise WrongUse("loading.no_demo")
    deed = Deed.DEMONSTRATION if tables.is_demo else Deed.LOAD
    files = tuple(File(file.name, file.sha256) for file in tables.files)
    entry = Entry(deed, manner.person, files, manner.note)
    resumes = _resumes(graph, entry)
    manner.progress("check", 0, 0)
    prepared = prepare(graph, wish, was_demo=was_demo)
    is_demo = tables.is_demo or (was_demo and not wish.replace_demo)
    load_id = ""
    if not manner.dry_run and (prepared.rows or resumes or is_demo != was_demo):
        _ask(prepared, wish, manner.confirm)
        told = _counting(manner.progress, prepared.rows)
        load_id = commit(graph, prepared.plans, entry, version, demo=is_demo, resumes=resumes, progress=told)
    return LoadResult(tables, prepared.plans, prepared.problems, load_id, is_dry_run=manner.dry_run, is_demo=is_demo)


def _ask(prepared: Prepared, wish: Wish, confirm: Confirm) -> None:
    """Asks where more than a fifth of a table would go.

    Raises:
        WrongUse: the answer is no.
    """
    removals = large_removals(prepared.plans) if wish.replace else []
    if removals and not confirm(removals):
        raise WrongUse("loading.not_confirmed", tables=", ".join(_in_words(removal) for removal in removals))


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


__all__ = ["Confirm", "LoadResult", "Progress", "Removal", "TablesRefused", "load", "load_demonstration"]
