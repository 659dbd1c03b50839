"""An empty workbook to fill in: one sheet a table, drop-downs, a note on each column, and a sheet that explains."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.graph.model import TABLES, Column, Kind, Table
from ansvarskarta.graph.model.reference import codes, explanation, form, heads
from ansvarskarta.loaders.reading.xlsx_file import EXPLANATION_SHEETS
from ansvarskarta.texts import Language, text
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

_HEADING = Font(bold=True, color="FFFFFF")
_OPTIONAL = PatternFill("solid", fgColor="1F3A5F")
_REQUIRED = PatternFill("solid", fgColor="7A1F1F")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDTHS = {Kind.ID: 34, Kind.IDS: 34, Kind.TEXT: 28, Kind.TEXTS: 28, Kind.URL: 34}
_ROWS = 10_000  # that drop-downs reach to
# So that a spreadsheet keeps the zeros of a code, and takes a date for a date.
_TEXT_FORMAT, _DATE_FORMAT = "@", "yyyy-mm-dd"


def write_template(path: Path, lang: Language) -> None:
    """Writes the empty workbook; what is filled in loads as it is.

    Raises:
        OSError: it can't be written there.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    _explain(book.create_sheet(EXPLANATION_SHEETS[lang is not Language.SV]), lang)
    for table in TABLES:
        _prepare(book.create_sheet(table.name), table, lang)
    book.save(path)


def _explain(sheet: Worksheet, lang: Language) -> None:
    sheet.append([text("model.template_title", lang)])
    sheet["A1"].font = Font(bold=True, size=16)
    sheet.append([text("model.template_use", lang)])
    sheet.append([])
    sheet.append(heads(lang))
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = _HEADING, _OPTIONAL
    for row in explanation(lang):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            cell.alignment = _WRAPPED
    for position, width in enumerate((18, 18, 60, 30, 12, 60), start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width


def _prepare(sheet: Worksheet, table: Table, lang: Language) -> None:
    sheet.freeze_panes = "A2"
    for position, column in enumerate(table.columns, start=1):
        letter = get_column_letter(position)
        heading = sheet.cell(1, position, column.name)
        heading.font = _HEADING
        heading.fill = _REQUIRED if column.required else _OPTIONAL
        heading.comment = Comment(_note(column, lang), "Ansvarskarta", height=140, width=320)
        sheet.column_dimensions[letter].width = _WIDTHS.get(column.kind, 16)
        is_number = column.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.FRACTION)
        if not is_number:
            is_date = column.kind is Kind.DATE
            sheet.column_dimensions[letter].number_format = _DATE_FORMAT if is_date else _TEXT_FORMAT
        if column.choices:
            choices = DataValidation("list", formula1='"' + ",".join(column.values) + '"', allow_blank=True)
            choices.add(f"{letter}2:{letter}{_ROWS}")
            sheet.add_data_validation(choices)


def _note(column: Column, lang: Language) -> str:
    lines = [column.description.in_(lang), form(column, lang), codes(column, lang)]
    if column.required:
        lines.append(text("model.required", lang))
    return "\n".join(line for line in lines if line)
