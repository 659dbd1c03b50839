"""CSV: one file a table, the same that ``load`` reads."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TextIO

from ansvarskarta.exports.cells import csv_cell
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, Writer
from ansvarskarta.graph.model import TABLE_BY_NAME, Table
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Words


class CsvWriter(Writer):
    """A folder with one UTF-8 file a table, comma between, and a text that says what it is."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._file: TextIO | None = None
        target.mkdir(parents=True)

    def begin(self, table: Table) -> None:
        """Opens the table's file and writes its header."""
        self._close()
        self._file = (self.target / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
        # A line break of its own in a cell is kept, so rows end with the same one on every system.
        self._rows = csv.writer(self._file, lineterminator="\r\n")
        self._rows.writerow(table.column_names)

    def feed(self, table: Table, row: Row) -> None:
        """Writes one row."""
        self._rows.writerow([csv_cell(column, row.get(column.name)) for column in table.columns])

    def finish(self) -> None:
        """Closes the last table and writes the text."""
        self._close()
        said = [self.about.title(), "", *self.about.sentences()]
        (self.target / "README.md").write_text("\n".join(said) + "\n", encoding="utf-8")

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def check(folder: Path, counts: dict[str, int]) -> None:
    """Counts the rows of every file and compares their headers with the model.

    Raises:
        ValueError: a file lacks rows or has another header.
    """
    for name, count in counts.items():
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            if tuple(next(rows)) != TABLE_BY_NAME[name].column_names:
                raise ValueError(f"{name}: header")
            if sum(1 for _ in rows) != count:
                raise ValueError(f"{name}: rows")


FORMAT = Format(
    "csv",
    Words("CSV, en fil per tabell, som kan läsas in igen", "CSV, one file a table, that can be loaded again"),
    "",
    CsvWriter,
    check,
)
