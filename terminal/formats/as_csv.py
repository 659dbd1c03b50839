"""CSV for other programs: comma between, a header, the first sheet alone and every value as it is."""

from __future__ import annotations

import csv
from typing import TextIO

from ansvarskarta.terminal.formats.cells import plain
from ansvarskarta.terminal.result import Result


def write(result: Result, out: TextIO) -> None:
    """Writes the first sheet; of a result without sheets, its text."""
    if not result.sheets:
        out.write(result.text + "\n")
        return
    sheet = result.sheets[0]
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(sheet.columns)
    rows.writerows([plain(row.get(column)) for column in sheet.columns] for row in sheet.rows)
