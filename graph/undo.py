"""Taking a load back: every row that it changed becomes what it was before, if nothing later touched it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ansvarskarta.graph.changes import Change, Deed, Entry, Load, changes_of, load_of, loads
from ansvarskarta.graph.commit import Stale, commit
from ansvarskarta.graph.content import Content, accepted
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME, NodeTable, Table
from ansvarskarta.graph.plan import TablePlan, compare
from ansvarskarta.graph.references import still_needed
from ansvarskarta.graph.referring import read_referring
from ansvarskarta.graph.snapshot import read_near
from ansvarskarta.graph.transactions import Graph

_ATTEMPTS = 3
_NAMED = 5  # how many rows an error names


def undo(graph: Graph, load_id: str, person: str) -> Load:
    """Takes a load back, and records that; taking that back again does the load anew. Returns the new write.

    Raises:
        WrongUse: there is no such load, or it is taken back already.
        BadInput: something later touched its rows or refers to them; nothing was changed.
        DatabaseUnavailable: the database is gone.
    """
    for _ in range(_ATTEMPTS):
        version = graph.version()
        load = load_of(graph, load_id)
        if load.undone_by:
            raise WrongUse("loading.already_undone", id=load_id, by=load.undone_by)
        changes = changes_of(graph, load)
        _refuse_later(graph, load, changes)
        plans = _inverse(graph, changes)
        entry = Entry(Deed.UNDO, person, undoes=load_id)
        demo = load.demo_before if load.demo_before != load.demo_after else None
        try:
            return load_of(graph, commit(graph, plans, entry, version, demo=demo))
        except Stale:
            continue
    raise BadInput("loading.others_write")


def _refuse_later(graph: Graph, load: Load, changes: Sequence[Change]) -> None:
    """Refuses where a later write that still stands touched one of the rows.

    Raises:
        BadInput: one did.
    """
    keys = {(change.table.name, change.key) for change in changes}
    for later in loads(graph):
        if later.number <= load.number or later.undone_by or _takes_back_later(later, load):
            continue
        met = [change.key for change in changes_of(graph, later) if (change.table.name, change.key) in keys]
        if met:
            raise BadInput("loading.touched_later", id=load.id, later=later.id, rows=len(met), key=met[0])


def _takes_back_later(later: Load, load: Load) -> bool:
    """Whether it undid something that came after the load: then neither of the two counts."""
    return later.deed is Deed.UNDO and int(later.undoes.removeprefix("load-")) > load.number


def _inverse(graph: Graph, changes: Sequence[Change]) -> list[TablePlan]:
    """What makes every changed row what it was before.

    Raises:
        BadInput: a node that would go is still referred to.
    """
    touched: defaultdict[str, list[Change]] = defaultdict(list)
    for change in changes:
        touched[change.table.name].append(change)
    before = {name: _near(graph, TABLE_BY_NAME[name], of_table) for name, of_table in touched.items()}
    going = {
        accepted(change.key) for change in changes if change.before is None and isinstance(change.table, NodeTable)
    }
    if going:
        for name, content in read_referring(graph, going).items():
            before[name] = content | before.get(name, {})
    after = {name: _restored(content, touched[name]) for name, content in before.items()}
    if going:
        needed = [key for content in still_needed(before, after).values() for key in content]
        if needed:
            raise BadInput("loading.still_referred", number=len(needed), ids=", ".join(sorted(needed)[:_NAMED]))
    return [compare(TABLE_BY_NAME[name], before[name], after[name], replace=True) for name in before]


def _near(graph: Graph, table: Table, changes: Sequence[Change]) -> Content:
    """The rows of a table that changes touched, and those beside them; the whole table where they are many."""
    place = 0 if isinstance(table, NodeTable) else 1
    ids = {change.key.split("|")[place] for change in changes}
    return read_near(graph, table, ids)


def _restored(content: Content, changes: Sequence[Change]) -> Content:
    restored = dict(content)
    for change in changes:
        if change.before is None:
            restored.pop(change.key, None)
        else:
            restored[change.key] = change.before
    return restored
