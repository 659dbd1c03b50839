"""From rows to columns: what the header names is kept, what it does not name is reported."""

from __future__ import annotations

from collections.abc import Sequence

from ansvarskarta.graph.model import Table
from ansvarskarta.loaders.problems import Level, Place, Problems
from ansvarskarta.loaders.reading.headers import columns_of
from ansvarskarta.loaders.tables import Source


def arranged(table: Table, place: Place, rows: list[list[str]], lines: Sequence[int], problems: Problems) -> Source:
    """The rows column by column: the first is the header; rows with nothing in them are left out."""
    names = columns_of(table, rows[0], place, problems)
    width = len(rows[0])
    kept: list[list[str]] = []
    kept_lines: list[int] = []
    for line, row in zip(lines[1:], rows[1:], strict=True):
        if len(row) != width:
            row = _fitted(row, width, Place(place.file, place.sheet, line), problems)  # noqa: PLW2901  # the same row
        if any(row):
            kept.append(row)
            kept_lines.append(line)
    columns = list(zip(*kept, strict=True)) if kept else [()] * width
    for position, column in enumerate(columns):
        if position not in names and not rows[0][position].strip() and any(column):
            problems.add(Level.ERROR, "column_without_name", place, number=position + 1)
    chosen = {name: list(columns[position]) for position, name in names.items()}
    others = {
        name: list(column)
        for position, column in enumerate(columns)
        if position not in names and (name := rows[0][position].strip())
    }
    return Source(table, place.file, place.sheet, chosen, kept_lines, lines[0], others)


def _fitted(row: list[str], width: int, place: Place, problems: Problems) -> list[str]:
    """The row at the header's width; what is lost or missing is a problem, an empty row is not."""
    if any(row[width:]) or (any(row) and len(row) < width):
        problems.add(Level.ERROR, "wrong_number_of_cells", place, cells=len(row), columns=width)
    return [*row, *[""] * (width - len(row))][:width]
