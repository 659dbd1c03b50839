"""Proposed rows as files: the model's tables, which a spreadsheet shows and ``load`` takes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.loaders.cells import harmless
from ansvarskarta.loaders.decisions.proposals import proposals
from ansvarskarta.loaders.decisions.proposed import Proposals
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.standing import Existing, Standing, compare, identity, merged


def write_tables(readings: Reading | Sequence[Reading], folder: Path, existing: Existing | None = None) -> Proposals:
    """Writes the proposed rows as CSV files, one a table; what the graph has already is not written.

    A row that says something else about what the graph has keeps all that the decision does not speak of.
    """
    found = proposals([readings] if isinstance(readings, Reading) else readings, existing)
    write_rows(worth_proposing(found, existing or {}), folder)
    return found


def worth_proposing(found: Proposals, existing: Existing) -> dict[str, list[Row]]:
    """The proposed rows by table, but for what the graph has already; each as it would stand once accepted."""
    return {
        name: [row for proposed in of_table if (row := _whole(name, proposed, existing))]
        for name, of_table in found.rows.items()
    }


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
