"""Rows of one identity: the same facts twice are taken once, other facts are a conflict."""

from __future__ import annotations

from ansvarskarta.graph.content import Content, Record, identities
from ansvarskarta.graph.model import NodeTable
from ansvarskarta.loaders.checking.typed import Typed
from ansvarskarta.loaders.problems import Level, Problems


def content_of(table: Typed, problems: Problems) -> Content:
    """The table's rows by identity; rows of one identity become problems."""
    model = table.stack.table
    keys = identities(model, table.columns)
    records: list[Record] = list(zip(*(table.columns[name] for name in model.column_names), strict=True))
    content: Content = dict(zip(keys, records, strict=True))
    if len(content) < len(keys):
        _report_doubles(table, keys, records, problems)
    return content


def _report_doubles(table: Typed, keys: list[str], records: list[Record], problems: Problems) -> None:
    first: dict[str, int] = {}
    needed = ("id",) if isinstance(table.stack.table, NodeTable) else ("start", "end")
    ids = [table.columns[name] for name in needed]
    for row, key in enumerate(keys):
        if any(column[row] is None for column in ids):
            continue  # has no identity to share, and a problem of its own
        if key not in first:
            first[key] = row
            continue
        names = table.stack.table.column_names
        pairs = zip(names, records[first[key]], records[row], strict=True)
        differing = [name for name, one, other in pairs if one != other]
        level = Level.ERROR if differing else Level.WARNING
        if problems.is_full(level):
            problems.add_unlisted(level, "conflict" if differing else "same_row_twice", 1)
            continue
        before = table.stack.place(first[key])
        other_line = before.line or 0
        if differing:
            column = differing[0]
            problems.add(
                level,
                "conflict",
                table.stack.place(row, column),
                key,
                file=before.file,
                line=other_line,
                columns=", ".join(differing),
            )
        else:
            problems.add(level, "same_row_twice", table.stack.place(row), key, file=before.file, line=other_line)
