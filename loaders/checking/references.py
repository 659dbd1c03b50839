"""Whether ids lead somewhere: to a node of the input or of the graph, and of a label that may stand there."""

from __future__ import annotations

from collections.abc import Mapping

from ansvarskarta.graph.model import NODE_TABLE_BY_LABEL, Column, Kind, NodeTable, RelationshipTable, is_a
from ansvarskarta.loaders.checking.cells import Fault
from ansvarskarta.loaders.checking.typed import Typed, report
from ansvarskarta.loaders.problems import Level, Problems


def check_references(table: Typed, labels: Mapping[str, str], problems: Problems) -> None:
    """Every id in every column that refers to nodes, and that no relationship leads from a node to itself."""
    for column in table.stack.table.columns:
        if column.kind is Kind.ID:
            values = table.columns[column.name]
            faults = _faults(column, {value for value in values if isinstance(value, str)}, labels)
            if faults:
                report(table.stack, column.name, values, faults, problems)
        elif column.kind is Kind.IDS:
            _check_lists(table, column, labels, problems)
    if isinstance(table.stack.table, RelationshipTable):
        _check_loops(table, problems)


def _faults(column: Column, ids: set[str], labels: Mapping[str, str]) -> dict[str, Fault]:
    allowed = {label for label in set(labels.values()) if any(is_a(label, wanted) for wanted in column.refers_to)}
    faults: dict[str, Fault] = {}
    for id_ in ids:
        label = labels.get(id_)
        if label is None:
            faults[id_] = Fault("dangling")
        elif label not in allowed:
            faults[id_] = Fault("wrong_label", table=_table(label), wanted=", ".join(map(_table, column.refers_to)))
    return faults


def _check_lists(table: Typed, column: Column, labels: Mapping[str, str], problems: Problems) -> None:
    values = table.columns[column.name]
    ids = {id_ for value in values if isinstance(value, list) for id_ in value}
    faults = _faults(column, ids, labels)
    for row, value in enumerate(values if faults else ()):
        for id_ in value if isinstance(value, list) else ():
            if id_ in faults:
                place = table.stack.place(row, column.name)
                problems.add(Level.ERROR, faults[id_].code, place, id_, **faults[id_].values)


def _check_loops(table: Typed, problems: Problems) -> None:
    starts, ends = table.columns["start"], table.columns["end"]
    for row, (start, end) in enumerate(zip(starts, ends, strict=True)):
        if start == end and start is not None:
            problems.add(Level.ERROR, "leads_to_itself", table.stack.place(row, "end"), str(end))


def check_ids(table: Typed, labels: dict[str, str], existing: Mapping[str, str], problems: Problems) -> None:
    """Whether the table's own ids begin as its label wants; adds them to ``labels``, which tells two of one id."""
    model = table.stack.table
    assert isinstance(model, NodeTable)  # noqa: S101  # only node tables have ids
    ids = table.columns["id"]
    faults: dict[str, Fault] = {}
    for value in set(ids):
        if not isinstance(value, str):
            continue
        other = labels.get(value) or existing.get(value)
        if value.partition(":")[0] not in model.prefixes:
            faults[value] = Fault("wrong_prefix", prefixes=", ".join(f"{prefix}:" for prefix in model.prefixes))
        elif other not in (None, model.label):
            faults[value] = Fault("id_taken", table=_table(str(other)))
        labels.setdefault(value, model.label)
    if faults:
        report(table.stack, "id", ids, faults, problems)


def _table(label: str) -> str:
    """The name of the table that holds the nodes of a label: what people see in front of them."""
    return NODE_TABLE_BY_LABEL[label].name
