"""Carrying out a plan: its rows, their record and the marks on the graph, in one transaction or a marked series.

A plan is made from what the graph held at one version. Where somebody else has written since, nothing is written and
:class:`Stale` says so, so that the plan can be made anew. What one transaction can't hold is written as a series:
the graph is marked until its end, others may not write meanwhile, and the same files loaded again go on from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from ansvarskarta.graph.changes import Entry, close_entry, open_entry, record
from ansvarskarta.graph.content import accepted
from ansvarskarta.graph.dates import now
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.link import Engine
from ansvarskarta.graph.model import NodeTable
from ansvarskarta.graph.plan import TablePlan
from ansvarskarta.graph.transactions import DataVersion, Graph
from ansvarskarta.graph.upsert import Progress, apply

MOST_ROWS = {Engine.EMBEDDED: 100_000, Engine.NEO4J: 50_000}
"""How many rows one transaction may change: what each engine was measured to hold with a heap of 512 MB."""

_REMOVAL = 5  # a row that goes takes as much of a transaction's memory as so many that come
_HOLDS = (
    "MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v.number, v.token, coalesce(v.loading, ''), coalesce(v.demo, false)"
)
_MARK = "MATCH (v:Ansvarskarta {key: 'graph'}) SET v.loading = $load"
_SETTLE = "MATCH (v:Ansvarskarta {key: 'graph'}) SET v.loading = null, v.demo = $demo, v.loaded_at = $at"


class Stale(Exception):  # never shown: the plan is made anew
    """Somebody wrote after the plan was made."""


def under_way(graph: Graph) -> str | None:
    """The id of the load that is under way, or was cut off and is to be resumed; answers may lack its rows."""
    return graph.state().loading


def commit(
    graph: Graph,
    plans: Sequence[TablePlan],
    entry: Entry,
    based_on: DataVersion,
    *,
    demo: bool | None = None,
    resumes: str | None = None,
    progress: Progress = lambda _: None,
) -> str:
    """Writes the plans and their record; returns the id of the load.

    ``demo`` says whether the graph holds demonstration data afterwards, ``None`` as before. ``resumes`` is the id of
    the series that goes on.

    Raises:
        Stale: somebody wrote after ``based_on``; nothing was changed.
        BadInput: a series of somebody else is under way; nothing was changed.
        DatabaseUnavailable: the database is gone, or refused; nothing was changed, or of a series a part.
    """
    parts = list(_parts(plans, MOST_ROWS[graph.engine]))
    if len(parts) > 1 or resumes:
        return _series(graph, parts, entry, based_on, demo=demo, resumes=resumes, progress=progress)

    def work(tx: neo4j.ManagedTransaction) -> str:
        number, was_demo = _holds(tx, (entry.undoes,), based_on)
        load = open_entry(tx, entry, number, demo=was_demo)
        for part in parts:
            apply(tx, part, progress)
            record(tx, load, part)
        _settle(tx, load, entry, demo=was_demo if demo is None else demo)
        return load

    return graph.write(work)


def _series(
    graph: Graph,
    parts: Sequence[Sequence[TablePlan]],
    entry: Entry,
    based_on: DataVersion,
    *,
    demo: bool | None,
    resumes: str | None,
    progress: Progress,
) -> str:
    def begin(tx: neo4j.ManagedTransaction) -> tuple[str, bool]:
        number, was_demo = _holds(tx, (entry.undoes, resumes or ""), based_on)
        load = resumes or open_entry(tx, entry, number, demo=was_demo)
        tx.run(_MARK, load=load).consume()
        return load, was_demo

    load, was_demo = graph.write(begin)
    for part in parts:
        graph.write(partial(_write_part, part=part, load=load, progress=progress))
    graph.write(lambda tx: _settle(tx, load, entry, demo=was_demo if demo is None else demo))
    return load


def _write_part(tx: neo4j.ManagedTransaction, part: Sequence[TablePlan], load: str, progress: Progress) -> None:
    _holds(tx, (load,))
    apply(tx, part, progress)
    record(tx, load, part)


def _holds(tx: neo4j.ManagedTransaction, own: tuple[str, ...], based_on: DataVersion | None = None) -> tuple[int, bool]:
    """The number of this write and whether the graph holds demonstration data.

    Raises:
        Stale: somebody wrote after ``based_on``.
        BadInput: a series that is not among ``own`` is under way.
    """
    row = tx.run(_HOLDS).single(strict=True)
    number, token, loading, demo = int(row[0]), str(row[1]), str(row[2]), bool(row[3])
    if loading and loading not in own:
        raise BadInput("loading.under_way", load=loading)
    if based_on is not None and (number, token) != (based_on.number + 1, based_on.token):
        raise Stale
    return number, demo


def _settle(tx: neo4j.ManagedTransaction, load: str, entry: Entry, *, demo: bool) -> None:
    close_entry(tx, load, entry, demo=demo)
    tx.run(_SETTLE, demo=demo, at=now()).consume()


def _parts(plans: Sequence[TablePlan], most: int) -> Iterator[list[TablePlan]]:
    """The plans as they are; where they change more rows than ``most``, cut up in an order that can be interrupted."""
    plans = [plan for plan in plans if plan.touched]
    if sum(map(_weight, plans)) <= most:
        yield plans
        return
    nodes = [plan for plan in plans if isinstance(plan.table, NodeTable)]
    links = [plan for plan in plans if not isinstance(plan.table, NodeTable)]
    going = [replace(plan, created=(), changed=()) for plan in links]
    coming = [replace(plan, removed=()) for plan in (*nodes, *links)]
    last = [replace(plan, created=(), changed=()) for plan in nodes]
    part: list[TablePlan] = []
    for piece in (piece for plan in (*going, *coming, *last) for piece in _pieces(plan, most)):
        if part and sum(map(_weight, part)) + _weight(piece) > most:
            yield part
            part = []
        part.append(piece)
    yield part


def _weight(plan: TablePlan) -> int:
    return len(plan.touched) + (_REMOVAL - 1) * len(plan.removed)


def _pieces(plan: TablePlan, most: int) -> Iterator[TablePlan]:
    """A plan in pieces; what is proposed goes with what it stands beside."""
    keys = sorted(plan.touched, key=accepted)
    size = max(2, most // _REMOVAL if plan.removed else most)
    start = 0
    while start < len(keys):
        end = min(start + size, len(keys))
        while end > start + 1 and end < len(keys) and accepted(keys[end]) == accepted(keys[end - 1]):
            end -= 1
        some = set(keys[start:end])
        yield replace(
            plan,
            created=tuple(key for key in plan.created if key in some),
            changed=tuple(key for key in plan.changed if key in some),
            removed=tuple(key for key in plan.removed if key in some),
        )
        start = end
