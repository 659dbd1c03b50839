"""Reading a CSV file: its encoding, its separator, its rows."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Sequence

from ansvarskarta.graph.model import Table
from ansvarskarta.loaders.cells import as_meant, may_be_escaped
from ansvarskarta.loaders.problems import Level, Place, Problems
from ansvarskarta.loaders.reading.rows import arranged
from ansvarskarta.loaders.tables import Source

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# Cells may be as long as the file; what is too long for its column is said by the checks.
csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def read_csv(table: Table, file: str, raw: bytes, problems: Problems) -> Source | None:
    """The table that the file's bytes hold; ``None`` where they can't be read as one, which is then a problem."""
    content = _decoded(raw, file, problems)
    if content is None or not _is_clean(content, file, problems):
        return None
    return _parsed(table, file, content, problems)


def _decoded(raw: bytes, file: str, problems: Problems) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
    place = Place(file, line=line)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problems.add(Level.ERROR, "utf16", Place(file))
        return None
    if any(_is_utf8_beyond_ascii(part) for part in raw.splitlines()):
        problems.add(Level.ERROR, "mixed_encodings", place)
        return None
    try:
        content = raw.decode("cp1252")
    except UnicodeDecodeError:
        problems.add(Level.ERROR, "unknown_encoding", place)
        return None
    problems.add(Level.NOTICE, "read_as_latin1", place)
    return content


def _is_utf8_beyond_ascii(line: bytes) -> bool:
    if line.isascii():
        return False
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_clean(content: str, file: str, problems: Problems) -> bool:
    found = _CONTROL.search(content)
    if found is None:
        return True
    line = content.count("\n", 0, found.start()) + 1
    problems.add(Level.ERROR, "control_character", Place(file, line=line), code=f"U+{ord(found.group()):04X}")
    return False


def _parsed(table: Table, file: str, content: str, problems: Problems) -> Source | None:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=_separator(content), strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(reader)
    except csv.Error:
        problems.add(Level.ERROR, "broken_quotes", Place(file, line=reader.line_num))
        return None
    if not rows or not any(rows[0]):
        problems.add(Level.ERROR, "no_header", Place(file, line=1))
        return None
    lines: Sequence[int] = range(1, len(rows) + 1)
    if reader.line_num != len(rows):
        lines = _first_lines(content)
    source = arranged(table, Place(file, line=1), rows, lines, problems)
    if may_be_escaped(content):
        for name, values in source.columns.items():
            source.columns[name] = list(map(as_meant, values))
    return source


def _separator(content: str) -> str:
    """Comma or semicolon: what stands oftener in the header, whose names hold neither."""
    header = content.partition("\n")[0]
    return ";" if header.count(";") > header.count(",") else ","


def _first_lines(content: str) -> list[int]:
    """The line on which each row begins, where some rows hold line breaks of their own."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=_separator(content), strict=True)
    ends = [0]
    ends.extend(reader.line_num for _ in reader)
    return [end + 1 for end in ends[:-1]]
