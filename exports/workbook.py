"""Tables as people see them, as a workbook: one sheet a table, nothing in it that a spreadsheet would run."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ansvarskarta.loaders.cells import harmless
from ansvarskarta.texts import Language, text
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_TITLE = 31
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, its headings, and its rows as text."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def workbook(sheets: Sequence[Sheet], said: Sequence[str], lang: Language) -> bytes:
    """The workbook's bytes; ``said`` are sentences that must be read first, such as that the data is no register."""
    book = Workbook()
    first = book.worksheets[0]
    for sentence in said:
        first.append([harmless(sentence)])
    first.column_dimensions["A"].width = 100
    first.title = text("export.read_first", lang)
    for number, sheet in enumerate(sheets, 1):
        page = book.create_sheet(f"{number} {_FORBIDDEN.sub(' ', sheet.title)}"[:_LONGEST_TITLE])
        page.append([harmless(heading) for heading in sheet.headings])
        for row in sheet.rows:
            page.append([harmless(_UNPRINTABLE.sub("", cell)) for cell in row])
        for cell in page[1]:
            cell.font = Font(bold=True)
        for column in range(1, len(sheet.headings) + 1):
            page.column_dimensions[get_column_letter(column)].width = _width(sheet, column - 1)
        for line in page.iter_rows(min_row=2):
            for cell in line:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.freeze_panes = "B2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _width(sheet: Sheet, column: int) -> int:
    longest = max((len(row[column]) for row in (sheet.headings, *sheet.rows)), default=0)
    return min(max(longest + 2, 10), _WIDEST)
