"""XLSX: a workbook with one sheet a table, the same that ``load`` reads, and a sheet that explains it."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

from ansvarskarta.exports.archive import settle_office_file
from ansvarskarta.exports.cells import NUMBERS, plain, words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, Writer
from ansvarskarta.graph.dates import is_date
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.model import TABLE_BY_NAME, Column, Kind, Table
from ansvarskarta.graph.model.reference import explanation, heads
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.loaders.cells import harmless
from ansvarskarta.loaders.reading.xlsx_file import EXPLANATION_SHEETS
from ansvarskarta.texts import Language, Words
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ERROR_CODES, Cell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

MOST_ROWS = 1_048_575
_A3 = 8
# A sheet of Excel's holds 65,530 links and refuses to open with more.
MOST_LINKS = 65_000
# Excel counts its days from 1900, and takes that year to be a leap year.
_FIRST_YEAR = "1901"
_WIDTHS = {
    "id": 44, "start": 44, "end": 44, "name": 44, "name_en": 44, "title": 60, "description": 60, "quote": 60,
    "note": 40, "aliases": 40,
}  # fmt: skip
_WIDTH_OF_KIND = {Kind.ID: 34, Kind.IDS: 34, Kind.URL: 44, Kind.TEXT: 24, Kind.TEXTS: 24, Kind.DATES: 24}
_OTHER_WIDTH = 16
_EXPLAINED_WIDTHS = (20, 20, 70, 44, 18, 70)

_FONT = "Calibri"
_PLAIN = Font(name=_FONT)
_WHITE = Font(name=_FONT, bold=True, color="FFFFFF")
_HEADER = NamedStyle("Header", font=_WHITE, fill=PatternFill("solid", fgColor="1F3A5F"))
_DATE = NamedStyle("Day", font=_PLAIN, number_format="yyyy-mm-dd", alignment=Alignment(horizontal="left"))
_LINK = NamedStyle("Link", font=Font(name=_FONT, color="0B57D0", underline="single"))
_LONG = NamedStyle("Long text", font=_PLAIN, alignment=Alignment(wrap_text=True, vertical="top"))
_TITLE = NamedStyle("Big title", font=Font(name=_FONT, bold=True, size=16))
_LINE_HEIGHT = 15


class XlsxWriter(Writer):
    """A workbook whose cells have types: text is never a formula, and dates are dates."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._book = Workbook(write_only=True)
        for style in (_HEADER, _DATE, _LINK, _LONG, _TITLE):
            self._book.add_named_style(style)
        self._addresses = {
            words(row["id"]): words(row.get("url"))
            for row in content.rows(TABLE_BY_NAME["documents"])
            if words(row.get("url")).startswith(("https://", "http://")) and row.get("confidence") != "proposed"
        }
        self._book.properties.title = self.about.title()
        self._book.properties.creator = "Ansvarskarta"
        # The loader looks for the demonstration notice here.
        self._book.properties.description = " ".join(self.about.sentences())
        self._table: Table | None = None
        self._row = self._links = 0
        self._sheet = self._new_sheet(EXPLANATION_SHEETS[self.about.lang is not Language.SV], _EXPLAINED_WIDTHS)
        self._explain()

    def begin(self, table: Table) -> None:
        """Makes the table's sheet and writes its header."""
        self._end()
        self._sheet = self._new_sheet(table.name, [_width(column) for column in table.columns])
        # Before the first row, at which the sheet's head is written.
        self._sheet.freeze_panes = "B2"
        self._sheet.print_title_rows = "1:1"
        self._sheet.append([self._cell(name, "Header") for name in table.column_names])
        self._table = table
        self._row, self._links = 1, 0

    def feed(self, table: Table, row: Row) -> None:
        """Writes one row.

        Raises:
            BadInput: a sheet holds no more rows.
        """
        self._row += 1
        if self._row > MOST_ROWS:
            raise BadInput("export.too_many_rows", table=table.name)
        self._sheet.append([self._value(column, row.get(column.name)) for column in table.columns])

    def finish(self) -> None:
        """Saves the workbook, with the same bytes for the same content."""
        self._end()
        raw = self.target.with_name(f"{self.target.name}.raw")
        self._book.save(raw)
        settle_office_file(raw, self.target, self.about.moment)
        raw.unlink()

    def _end(self) -> None:
        if self._table is not None:
            self._sheet.auto_filter.ref = f"A1:{get_column_letter(len(self._table.columns))}{self._row}"
        self._close_sheet()

    def give_up(self) -> None:
        """Closes the sheet: one that is left open says so on standard error when it is thrown away."""
        with suppress(Exception):
            self._close_sheet()

    def _close_sheet(self) -> None:
        self._sheet.close()  # type: ignore[attr-defined]  # the sheets of a book that is only written have it

    def _new_sheet(self, title: str, widths: Sequence[int]) -> Worksheet:
        # A book that is only written makes sheets that lack most of Worksheet, but have what is used here.
        sheet = cast("Worksheet", self._book.create_sheet(title))
        for position, width in enumerate(widths, start=1):
            sheet.column_dimensions[get_column_letter(position)].width = width
        # On paper all columns stand beside each other, or nobody could read a row.
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
        sheet.page_setup.fitToHeight = 0
        return sheet

    def _value(self, column: Column, value: Value) -> object:
        if value is None or value == []:
            return None
        if column.kind in NUMBERS:
            return value
        written = plain(value)
        if column.kind in (Kind.DATE, Kind.PARTIAL_DATE) and is_date(written) and written >= _FIRST_YEAR:
            return self._cell(dt.datetime.fromisoformat(written), "Day")
        if column.kind in (Kind.URL, Kind.ID) and self._links < MOST_LINKS:
            address = written if column.kind is Kind.URL else self._addresses.get(written, "")
            if address:
                self._links += 1
                cell = self._cell(written, "Link")
                cell.hyperlink = address
                return cell
        # A cell of its own takes openpyxl several times as long as a text of which it would guess nothing else.
        return written if _is_plainly_text(written) else self._cell(written)

    def _cell(self, value: str | dt.datetime, style: str = "") -> Cell:
        cell = WriteOnlyCell(self._sheet, value)
        if style:
            cell.style = style
        if isinstance(value, str):
            # Set after the value, from which openpyxl would guess a formula or an error.
            cell.data_type = "s"
            if harmless(value) != value:
                cell.quotePrefix = True
        return cell

    def _explain(self) -> None:
        lang, sheet = self.about.lang, self._sheet
        sheet.append([self._cell(self.about.title(), "Big title")])
        for sentence in self.about.sentences():
            sheet.append([self._cell(sentence)])
        sheet.append([])
        sheet.append([self._cell(head, "Header") for head in heads(lang)])
        for row, line in enumerate(explanation(lang), start=len(self.about.sentences()) + 4):
            # Programs that don't measure wrapped text on opening would show its first line alone.
            lines = max(-(-len(part) // width) for part, width in zip(line, _EXPLAINED_WIDTHS, strict=True))
            sheet.row_dimensions[row].height = _LINE_HEIGHT * max(lines, 1)
            sheet.append([self._cell(part, "Long text") for part in line])


def _is_plainly_text(value: str) -> bool:
    """Whether the value is a text both to openpyxl and to a spreadsheet, without being told."""
    return value not in ERROR_CODES and harmless(value) == value


def _width(column: Column) -> int:
    return _WIDTHS.get(column.name) or _WIDTH_OF_KIND.get(column.kind, _OTHER_WIDTH)


def check(path: Path, counts: dict[str, int]) -> None:
    """Reads the list of sheets and counts the rows of each.

    Raises:
        ValueError: a sheet is missing or lacks rows.
    """
    with zipfile.ZipFile(path) as archive:
        sheets = fromstring(archive.read("xl/workbook.xml")).iter(f"{{{SHEET_MAIN_NS}}}sheet")
        if [sheet.get("name") for sheet in sheets][1:] != list(counts):
            raise ValueError("sheets")
        for number, (name, count) in enumerate(counts.items(), start=2):
            with archive.open(f"xl/worksheets/sheet{number}.xml") as part:
                if _rows(part) != count + 1:
                    raise ValueError(f"{name}: rows")


def _rows(sheet: IO[bytes]) -> int:
    """The rows of a sheet, counted without building its cells; the mark can't stand in text, where ``<`` is escaped."""
    found, tail = 0, b""
    while block := sheet.read(1 << 20):
        found += (tail + block).count(b"<row ")
        tail = (tail + block)[-4:]
    return found


FORMAT = Format(
    "xlsx",
    Words("Excel, ett blad per tabell, som kan läsas in igen", "Excel, one sheet a table, that can be loaded again"),
    ".xlsx",
    XlsxWriter,
    check,
)
