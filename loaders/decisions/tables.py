"""Proposed rows as files: the model's tables, which a spreadsheet shows and ``load`` takes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from ansvarskarta.graph.content import identity as key
from ansvarskarta.graph.model import TABLE_BY_NAME, NodeTable
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.loaders.cells import harmless
from ansvarskarta.loaders.decisions.proposals import proposals
from ansvarskarta.loaders.decisions.proposed import Proposals
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.standing import ONE_END, Existing, Standing, compare, identity, merged


def write_tables(readings: Reading | Sequence[Reading], folder: Path, existing: Existing | None = None) -> Proposals:
    """Writes the proposed rows as CSV files, one a table; what the graph has already is not written.

    A row that says something else about what the graph has keeps all that the decision does not speak of.
    """
    found = proposals([readings] if isinstance(readings, Reading) else readings, existing)
    write_rows(worth_proposing(found, existing or {}), folder)
    return found


def worth_proposing(found: Proposals, existing: Existing) -> dict[str, list[Row]]:
    """The proposed rows by table, but for what the graph has already; each as it would stand once accepted."""
    return {name: _worth_proposing(name, rows, existing.get(name, ())) for name, rows in found.rows.items()}


def _worth_proposing(name: str, proposed: Sequence[Row], existing: Sequence[Row]) -> list[Row]:
    column = "id" if isinstance(TABLE_BY_NAME[name], NodeTable) else ONE_END.get(name, "start")
    near: dict[Value, list[Row]] = {}
    for row in existing:
        near.setdefault(row[column], []).append(row)
    whole = (_whole(name, row, {name: near.get(row[column], ())}) for row in proposed)
    return [row for row in whole if row]


def but(rows: Mapping[str, Sequence[Row]], gone: Set[str]) -> dict[str, list[Row]]:
    """The rows by table without those of some identities, as they would be once accepted."""
    return {name: [row for row in of_table if key_of(name, row) not in gone] for name, of_table in rows.items()}


def key_of(table: str, row: Row) -> str:
    """The identity that a row has once it is accepted."""
    return key(TABLE_BY_NAME[table], {**row, "confidence": None})


def write_rows(rows: Mapping[str, Sequence[Row]], folder: Path) -> None:
    """Writes rows as CSV files, one a table that has any; texts that a spreadsheet would run are made harmless."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(rows):
        if not rows[name]:
            continue
        columns = TABLE_BY_NAME[name].column_names
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([_cell(row.get(column)) for column in columns] for row in rows[name])


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return harmless(";".join(value)) if isinstance(value, list) else harmless(str(value))


def _whole(table: str, row: Row, existing: Existing) -> Row | None:
    comparison = compare(table, row, existing)
    if comparison.standing is Standing.EXISTS:
        return None
    current = comparison.current
    if current is None or identity(table, current) != identity(table, row):
        return row
    return merged(row, current)
