"""Reading a workbook: one sheet a table, every cell as the text that a CSV file would hold."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl
from ansvarskarta.graph.model import Table
from ansvarskarta.loaders.problems import Level, Place, Problems
from ansvarskarta.loaders.reading.headers import report_unknown_table, table_named
from ansvarskarta.loaders.reading.rows import arranged
from ansvarskarta.loaders.tables import Source
from openpyxl.cell.cell import TYPE_ERROR, TYPE_FORMULA, Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

EXPLANATION_SHEETS = ("Förklaring", "Explanation")
"""Sheets of our own workbooks that explain them, in either language, and hold no table."""
PROBLEM_SHEETS = ("Att rätta", "To mend")
"""The sheet that lists what is wrong in a marked copy of an input, in either language."""
_NUMBERED = re.compile(r" \(\d+\)$")  # a second sheet of the same table
_MOST_CELLS = 40_000_000
_UNREADABLE = {TYPE_FORMULA: "formula", TYPE_ERROR: "spreadsheet_error"}


def read_xlsx(file: str, raw: bytes, problems: Problems) -> list[Source]:
    """The tables that the workbook's sheets hold; a sheet that is none is a problem, an empty one a notice."""
    try:
        with warnings.catch_warnings():  # openpyxl warns of drop-downs and styles that it does not keep
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True)
            try:
                return [source for sheet in book.worksheets for source in _read_sheet(file, sheet, problems)]
            finally:
                book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, SyntaxError, OSError, EOFError):
        # SyntaxError: what the XML parser raises for a sheet that is no XML
        problems.add(Level.ERROR, "broken_workbook", Place(file))
        return []


def _read_sheet(file: str, sheet: ReadOnlyWorksheet, problems: Problems) -> Iterator[Source]:
    place = Place(file, sheet.title)
    table = table_named(_NUMBERED.sub("", sheet.title))
    if sheet.title in (*EXPLANATION_SHEETS, *PROBLEM_SHEETS):
        return
    sheet.reset_dimensions()  # what a file says of its size need not be so
    lines: list[int] = []
    rows: list[list[str]] = []
    cells = 0
    for line, row in enumerate(_texts(sheet, place, problems), start=1):
        cells += len(row)
        if cells > _MOST_CELLS:
            problems.add(Level.ERROR, "too_large", place)
            return
        if any(row):
            rows.append(row)
            lines.append(line)
    if not rows:
        problems.add(Level.NOTICE, "empty_sheet", place, sheet.title)
    elif table is None:
        report_unknown_table(sheet.title, place, problems)
    else:
        yield _fitted(table, Place(file, sheet.title, lines[0]), rows, lines, problems)


def _fitted(table: Table, place: Place, rows: list[list[str]], lines: list[int], problems: Problems) -> Source:
    """A sheet's rows end with their last filled cell: the others are as wide as the header."""
    width = len(rows[0])
    while width and not rows[0][width - 1]:
        width -= 1
    padded = [rows[0][:width], *([*row, *[""] * (width - len(row))] for row in rows[1:])]
    trimmed = [row[:width] if not any(row[width:]) else row for row in padded]
    return arranged(table, place, trimmed, lines, problems)


def _texts(sheet: ReadOnlyWorksheet, place: Place, problems: Problems) -> Iterator[list[str]]:
    rows: Iterator[tuple[Cell, ...]] = sheet.iter_rows()  # type: ignore[misc, assignment]  # typed for another class
    for line, row in enumerate(rows, start=1):
        yield [_text(cell.value, cell.data_type, Place(place.file, place.sheet, line), problems) for cell in row]


def _text(value: object, kind: str, place: Place, problems: Problems) -> str:
    if kind in _UNREADABLE:
        problems.add(Level.ERROR, _UNREADABLE[kind], place, str(value))
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
