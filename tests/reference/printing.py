"""A graph as few readable lines, for the message of a test that failed."""

from __future__ import annotations

from reference.world import Tables


def as_text(tables: Tables) -> str:
    """Every row with what it holds, empty values left out."""
    lines = []
    for name, rows in tables.items():
        for row in rows:
            cells = (f"{column}={value!r}" for column, value in row.items() if value not in (None, "", []))
            lines.append(f"{name}: " + " ".join(cells))
    return "\n".join(lines)
