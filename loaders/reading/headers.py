"""What a file or sheet says that it holds: which table, which columns."""

from __future__ import annotations

from difflib import get_close_matches

from ansvarskarta.graph.model import TABLE_BY_NAME, Table
from ansvarskarta.loaders.problems import Level, Place, Problems


def table_named(name: str) -> Table | None:
    """The table that a file or sheet of that name holds; case does not matter."""
    return TABLE_BY_NAME.get(name.strip().casefold())


def report_unknown_table(name: str, place: Place, problems: Problems) -> None:
    """Says that no table has that name, and which comes nearest."""
    near = get_close_matches(name.casefold(), TABLE_BY_NAME, n=1)
    if near:
        problems.add(Level.ERROR, "unknown_table_near", place, name, near=near[0])
    else:
        problems.add(Level.ERROR, "unknown_table", place, name)


def columns_of(table: Table, header: list[str], place: Place, problems: Problems) -> dict[int, str]:
    """The names of the known columns by their position; what is unknown or stands twice becomes a problem."""
    found: dict[int, str] = {}
    for position, cell in enumerate(header):
        name = cell.strip().casefold()
        here = Place(place.file, place.sheet, place.line, cell.strip() or None)
        if not name:
            continue
        if name not in table.column_names:
            near = get_close_matches(name, table.column_names, n=1)
            code, values = ("unknown_column_near", {"near": near[0]}) if near else ("unknown_column", {})
            problems.add(Level.ERROR, code, here, cell, table=table.name, **values)
        elif name in found.values():
            problems.add(Level.ERROR, "column_twice", here, cell)
        else:
            found[position] = name
    return found
