"""What is proposed and waits for somebody: accepting it, or rejecting it, which is remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ansvarskarta.graph.changes import Change, Deed, Entry, Load, changes_to, history, load_of
from ansvarskarta.graph.commit import Stale, commit
from ansvarskarta.graph.content import PROPOSED, Content, Record, accepted, as_record, as_row, identity
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import (
    NODE_TABLE_BY_LABEL,
    RELATIONSHIP_TABLE_BY_TYPE,
    TABLE_BY_NAME,
    TABLES,
    NodeTable,
    Table,
)
from ansvarskarta.graph.plan import Difference, compare, differences
from ansvarskarta.graph.references import ids_in
from ansvarskarta.graph.referring import read_referring
from ansvarskarta.graph.snapshot import look_up, proposed_keys, read_content
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row

_ATTEMPTS = 3
_PLACE = ("document", "locator", "confidence")
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


def waiting(graph: Graph) -> list[str]:
    """The identities of all proposed rows that nobody has accepted or rejected, nodes first: what goes fast."""
    return proposed_keys(graph)


def proposals(graph: Graph, keys: Iterable[str] | None = None) -> list[Proposal]:
    """Proposed rows that nobody has accepted or rejected, all or some, table by table, sorted by identity.

    ``keys`` are identities as :func:`waiting` gives them; one that no longer waits is left out.
    """
    chosen = _by_table(graph, waiting(graph) if keys is None else keys)
    found: list[Proposal] = []
    for table in TABLES:
        there = _near(graph, table, chosen[table]) if table in chosen else {}
        found += [_proposal(table, there, key) for key in sorted(chosen.get(table, ())) if key in there]
    return found


def proposed_by(graph: Graph, key: str) -> Load:
    """The write that a proposal came with.

    Raises:
        WrongUse: there is no such proposal.
    """
    for change in history(graph, key):
        if change.key == key and change.after is not None:
            return change.load
    raise WrongUse("loading.no_such_proposal", key=key)


def turned_down(graph: Graph, rows: Mapping[str, Sequence[Row]]) -> set[str]:
    """The identities, as they would be once accepted, of proposed rows that somebody has rejected or corrected.

    Only where the row rested on the same words and said the same: read from other words, it is another proposal.
    """
    wanted = {
        identity(TABLE_BY_NAME[name], row): _said(TABLE_BY_NAME[name], as_record(TABLE_BY_NAME[name], row))
        for name, of_table in rows.items()
        for row in of_table
    }
    return {
        accepted(change.key)
        for change in changes_to(graph, wanted)
        if not change.load.undone_by and _turns_down(change)
        if change.before is not None and _said(change.table, change.before) == wanted[change.key]
    }


def _turns_down(change: Change) -> bool:
    if change.after is None:
        return change.load.deed is Deed.REJECT
    return change.load.deed is Deed.LOAD


def _said(table: Table, record: Record) -> Row:
    """What a row says, and its words; where in the document they stand may change."""
    return {name: value for name, value in as_row(table, record).items() if name not in _PLACE}


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
    refuse: Callable[[Graph, _Contents, _Contents], None],
) -> Load:
    for _ in range(_ATTEMPTS):
        version = graph.version()
        chosen = _chosen(graph, keys)
        before = {table.name: content for table, (_, content) in chosen.items()}
        after = {table.name: decided(table, content, mine) for table, (mine, content) in chosen.items()}
        refuse(graph, before, after)
        plans = [compare(table, before[table.name], after[table.name], replace=True) for table in chosen]
        try:
            return load_of(graph, commit(graph, plans, entry, version))
        except Stale:
            continue
    raise BadInput("loading.others_write")


def _by_table(graph: Graph, keys: Iterable[str]) -> dict[Table, list[str]]:
    """The identities by their tables; one that can be no proposal of a table is left out."""
    wanted = [key for key in keys if key.endswith(PROPOSED)]
    known = look_up(graph, [accepted(key) for key in wanted if "|" not in accepted(key)])
    found: defaultdict[Table, list[str]] = defaultdict(list)
    for key in wanted:
        node, type_ = known.get(accepted(key)), key.partition("|")[0]
        if node is not None:
            found[NODE_TABLE_BY_LABEL[node.label]].append(key)
        elif type_ in RELATIONSHIP_TABLE_BY_TYPE:
            found[RELATIONSHIP_TABLE_BY_TYPE[type_]].append(key)
    return dict(found)


def _chosen(graph: Graph, keys: Sequence[str]) -> dict[Table, tuple[list[str], Content]]:
    """The identities by their tables, each with the rows around them.

    Raises:
        WrongUse: one of them is no proposal.
    """
    found = {table: (mine, _near(graph, table, mine)) for table, mine in _by_table(graph, keys).items()}
    there = {key for mine, content in found.values() for key in mine if key in content}
    for key in keys:
        if key not in there:
            raise WrongUse("loading.no_such_proposal", key=key)
    return found


def _near(graph: Graph, table: Table, keys: Iterable[str]) -> Content:
    """The rows of a table that are, or start from, the nodes that identities name."""
    place = 0 if isinstance(table, NodeTable) else 1
    return read_content(graph, table, {key.split("|")[place] for key in keys})


def _refuse_resting(graph: Graph, before: _Contents, after: _Contents) -> None:
    """Refuses where a row that becomes accepted refers to a node that stays proposed.

    Raises:
        BadInput: one does.
    """
    coming = [
        (TABLE_BY_NAME[name], key, record)
        for name, content in after.items()
        for key, record in content.items()
        if before[name].get(key) != record
    ]
    ids = {id_ for table, _, record in coming for id_ in ids_in(table, [record])}
    accepted_now = {key for _, key, _ in coming}
    waiting = {id_ for id_, node in look_up(graph, ids).items() if node.proposed} - accepted_now
    for table, key, record in coming:
        on = ids_in(table, [record]) & waiting
        if on:
            raise BadInput("loading.rests_on_proposals", key=key, ids=", ".join(sorted(on)))


def _refuse_orphans(graph: Graph, before: _Contents, after: _Contents) -> None:
    """Refuses where a row that stays refers to a node that goes.

    Raises:
        BadInput: one does.
    """
    gone = _nodes(before) - _nodes(after)
    for name, content in read_referring(graph, gone).items() if gone else ():
        going = before.get(name, {}).keys() - after.get(name, {}).keys()
        on = ids_in(TABLE_BY_NAME[name], (record for key, record in content.items() if key not in going)) & gone
        if on:
            raise BadInput("loading.still_referred", number=len(on), ids=", ".join(sorted(on)))


def _nodes(contents: _Contents) -> set[str]:
    return {
        accepted(key)
        for name, content in contents.items()
        if isinstance(TABLE_BY_NAME[name], NodeTable)
        for key in content
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
