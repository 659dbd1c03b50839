"""What is proposed and waits for somebody: accepting it, or rejecting it, which is remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ansvarskarta.graph.changes import Deed, Entry, Load, changes_of, history, load_of, loads
from ansvarskarta.graph.commit import Stale, commit
from ansvarskarta.graph.content import PROPOSED, Content, accepted, as_row
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLES, NodeTable, Table
from ansvarskarta.graph.plan import Difference, TablePlan, compare, differences
from ansvarskarta.graph.references import ids_in
from ansvarskarta.graph.snapshot import read_content
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row

_ATTEMPTS = 3
_Contents = Mapping[str, Content]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed row; ``stands`` is the accepted row of its identity, where there is one.

    ``differences`` are what accepting it would change, against that row or against nothing.
    """

    table: Table
    key: str
    row: Row
    stands: Row | None
    differences: tuple[Difference, ...]


def proposals(graph: Graph) -> list[Proposal]:
    """All proposed rows that nobody has accepted or rejected, table by table, sorted by identity."""
    return [
        _proposal(table, content, key)
        for table in TABLES
        for content in (read_content(graph, table),)
        for key in sorted(content)
        if key.endswith(PROPOSED)
    ]


def proposed_by(graph: Graph, key: str) -> Load:
    """The write that a proposal came with.

    Raises:
        WrongUse: there is no such proposal.
    """
    for change in history(graph, key):
        if change.key == key and change.after is not None:
            return change.load
    raise WrongUse("loading.no_such_proposal", key=key)


def rejected(graph: Graph) -> set[str]:
    """The identities, as they would be once accepted, that somebody has rejected: not to be proposed anew."""
    return {
        accepted(change.key)
        for load in loads(graph)
        if load.deed is Deed.REJECT and not load.undone_by
        for change in changes_of(graph, load)
    }


def accept(graph: Graph, keys: Sequence[str], person: str, *, confidence: str = "stated", note: str = "") -> Load:
    """Puts proposals in the place of what stands, with who and when on record; ``undo`` takes it back.

    ``confidence`` is how well the rows are supported from now on, ``stated`` or ``inferred``.

    Raises:
        WrongUse: one of them is no proposal.
        BadInput: one rests on another that is not accepted with it; nothing was changed.
        DatabaseUnavailable: the database is gone.
    """

    def after(table: Table, content: Content, mine: Sequence[str]) -> Content:
        place = table.column_names.index("confidence")
        accepted_now = {accepted(key): (*content[key][:place], confidence, *content[key][place + 1 :]) for key in mine}
        return {key: record for key, record in content.items() if key not in mine} | accepted_now

    return _decide(graph, keys, Entry(Deed.ACCEPT, person, note=note), after, _refuse_resting)


def reject(graph: Graph, keys: Sequence[str], person: str, *, reason: str) -> Load:
    """Removes proposals and remembers that they were rejected, by whom and why; ``undo`` takes it back.

    Raises:
        WrongUse: one of them is no proposal.
        BadInput: another proposal rests on one of them; nothing was changed.
        DatabaseUnavailable: the database is gone.
    """

    def after(_: Table, content: Content, mine: Sequence[str]) -> Content:
        return {key: record for key, record in content.items() if key not in mine}

    return _decide(graph, keys, Entry(Deed.REJECT, person, note=reason), after, _refuse_orphans)


def _decide(
    graph: Graph,
    keys: Sequence[str],
    entry: Entry,
    decided: Callable[[Table, Content, Sequence[str]], Content],
    refuse: Callable[[_Contents, _Contents], None],
) -> Load:
    for _ in range(_ATTEMPTS):
        version = graph.version()
        before = {table.name: read_content(graph, table) for table in TABLES}
        chosen = _by_table(before, keys)
        after = {
            table.name: decided(table, before[table.name], chosen[table.name])
            if table.name in chosen
            else before[table.name]
            for table in TABLES
        }
        refuse(before, after)
        plans: list[TablePlan] = [
            compare(table, before[table.name], after[table.name], replace=True)
            for table in TABLES
            if table.name in chosen
        ]
        try:
            return load_of(graph, commit(graph, plans, entry, version))
        except Stale:
            continue
    raise BadInput("loading.others_write")


def _by_table(contents: _Contents, keys: Sequence[str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in keys:
        table = next((name for name, content in contents.items() if key.endswith(PROPOSED) and key in content), None)
        if table is None:
            raise WrongUse("loading.no_such_proposal", key=key)
        found[table].append(key)
    return found


def _refuse_resting(before: _Contents, after: _Contents) -> None:
    """Refuses where a row that becomes accepted refers to a node that stays proposed."""
    waiting = _proposed_nodes(after)
    for table in TABLES:
        for key, record in after[table.name].items():
            if key not in before[table.name] or before[table.name][key] != record:
                on = ids_in(table, [record]) & waiting
                if on:
                    raise BadInput("loading.rests_on_proposals", key=key, ids=", ".join(sorted(on)))


def _refuse_orphans(before: _Contents, after: _Contents) -> None:
    """Refuses where a row that stays refers to a node that goes."""
    gone = _nodes(before) - _nodes(after)
    for table in TABLES:
        on = ids_in(table, after[table.name].values()) & gone
        if on:
            raise BadInput("loading.still_referred", number=len(on), ids=", ".join(sorted(on)))


def _nodes(contents: _Contents) -> set[str]:
    return {accepted(key) for table in TABLES if isinstance(table, NodeTable) for key in contents[table.name]}


def _proposed_nodes(contents: _Contents) -> set[str]:
    return {
        accepted(key)
        for table in TABLES
        if isinstance(table, NodeTable)
        for key in contents[table.name]
        if key.endswith(PROPOSED) and accepted(key) not in contents[table.name]
    }


def _proposal(table: Table, content: Content, key: str) -> Proposal:
    record, standing = content[key], content.get(accepted(key))
    return Proposal(
        table,
        key,
        as_row(table, record),
        None if standing is None else as_row(table, standing),
        tuple(d for d in differences(table, standing, record) if d.column != "confidence"),
    )
