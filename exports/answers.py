"""An answer as CSV: the same columns, lists with ``;`` between, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from ansvarskarta.loaders.cells import harmless


def answer_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The rows with a header, lines ended as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in columns])
    return out.getvalue()


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int() | float():
            return value
        case list() if all(isinstance(part, str) for part in value):
            return harmless(";".join(value))
        case list() | dict():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return harmless(str(value))
