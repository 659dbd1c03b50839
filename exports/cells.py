"""Values as text, the same in every format that writes text."""

from __future__ import annotations

from ansvarskarta.graph.model import Column, Kind
from ansvarskarta.graph.values import Value
from ansvarskarta.loaders.cells import harmless

NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL, Kind.FRACTION})


def plain(value: Value) -> str:
    """A value as text: nothing where it is empty, ``;`` between the parts of a list."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(value)
    return repr(value) if isinstance(value, float) else str(value)


def csv_cell(column: Column, value: Value) -> str:
    """A value as a CSV cell that no spreadsheet runs (see :mod:`ansvarskarta.loaders.cells`)."""
    return plain(value) if column.kind in NUMBERS else harmless(plain(value))


def parts(value: Value) -> list[str]:
    """The parts of a list, or the one value that is not a list; none where it is empty."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [plain(value)]


def words(value: Value) -> str:
    """A text of the row; empty where it has none."""
    return value if isinstance(value, str) else plain(value)
