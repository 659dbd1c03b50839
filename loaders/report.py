"""The problems of an input as a file: JSON, CSV, or a workbook that is a copy of the input with its cells marked."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.loaders.cells import harmless
from ansvarskarta.loaders.problems import Level, Problem, Problems
from ansvarskarta.loaders.reading.xlsx_file import PROBLEM_SHEETS
from ansvarskarta.loaders.tables import Source, Tables
from ansvarskarta.texts import Language, text
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

COLUMNS = ("level", "file", "sheet", "line", "column", "value", "message", "hint")
_FILLS = {
    Level.ERROR: PatternFill("solid", fgColor="F4B6B6"),
    Level.WARNING: PatternFill("solid", fgColor="FCE8A8"),
    Level.NOTICE: PatternFill("solid", fgColor="CFE2F3"),
}
_BOLD = Font(bold=True)
_LONGEST = 32_767  # characters that a spreadsheet's cell holds
_MOST_ROWS = 1_048_575
_MOST_NAME = 31

_Marks = dict[tuple[int, str | None], list[Problem]]
"""The problems by line and column; a column of ``None`` is the whole row."""


def write_report(path: Path, tables: Tables, problems: Problems, lang: Language) -> None:
    """Writes the problems in the form that the file's ending names: ``.json``, ``.csv`` or ``.xlsx``.

    Raises:
        WrongUse: another ending, or it can't be written there.
    """
    writers = {".json": _write_json, ".csv": _write_csv, ".xlsx": _write_copy}
    writer = writers.get(path.suffix.casefold())
    if writer is None:
        raise WrongUse("loading.report_kind", file=path.name)
    try:
        writer(path, tables, problems, lang)
    except OSError as error:
        raise WrongUse("loading.report_unwritable", file=str(path), reason=error.strerror or "") from error


def _write_json(path: Path, _: Tables, problems: Problems, lang: Language) -> None:
    document = {
        "counts": {level.value: problems.count(level) for level in Level},
        "unlisted": problems.unlisted,
        "problems": [problem.as_json(lang) for problem in problems],
    }
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_csv(path: Path, _: Tables, problems: Problems, lang: Language) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([harmless(cell) for cell in row] for row in _rows(problems, lang))


def _rows(problems: Problems, lang: Language) -> Iterator[list[str]]:
    for problem in problems:
        found = problem.as_json(lang)
        yield ["" if found[name] is None else str(found[name]) for name in COLUMNS]


def _write_copy(path: Path, tables: Tables, problems: Problems, lang: Language) -> None:
    book = Workbook(write_only=True)
    _list(book, problems, lang)
    marks: defaultdict[tuple[str, str | None], _Marks] = defaultdict(lambda: defaultdict(list))
    for problem in problems:
        place = problem.place
        marks[place.file, place.sheet][place.line or 1, place.column].append(problem)
    names: set[str] = set()
    for source in tables.sources:
        sheet = _sheet(book, _name(source, names))
        _copy(sheet, source, marks[source.file, source.sheet], lang)
    book.save(path)


def _list(book: Workbook, problems: Problems, lang: Language) -> None:
    sheet = _sheet(book, PROBLEM_SHEETS[lang is not Language.SV])
    sheet.append([_cell(sheet, name, font=_BOLD) for name in COLUMNS])
    for row in _rows(problems, lang):
        sheet.append([_cell(sheet, cell) for cell in row])
    if problems.unlisted:
        sheet.append([_cell(sheet, text("loading.unlisted", lang, number=problems.unlisted))])


def _copy(sheet: Worksheet, source: Source, marks: _Marks, lang: Language) -> None:
    columns = source.columns | source.others
    heading = source.header_line
    sheet.append([_marked(sheet, name, marks.get((heading, name), ()), lang, font=_BOLD) for name in columns])
    rows = zip(*columns.values(), strict=True) if columns else ()
    for line, cells in zip(source.lines[:_MOST_ROWS], rows, strict=False):
        whole = marks.get((line, None), [])
        out = []
        for position, (name, cell) in enumerate(zip(columns, cells, strict=True)):
            out.append(_marked(sheet, cell, marks.get((line, name), []) + (whole if position == 0 else []), lang))
        sheet.append(out)


def _marked(
    sheet: Worksheet, value: str, problems: Sequence[Problem], lang: Language, font: Font | None = None
) -> Cell:
    cell = _cell(sheet, value, font=font)
    if problems:
        cell.fill = _FILLS[min((problem.level for problem in problems), key=list(Level).index)]
        said = "\n".join(f"{problem.message(lang)} {problem.hint(lang)}" for problem in problems)
        cell.comment = Comment(ILLEGAL_CHARACTERS_RE.sub("", said[:_LONGEST]), "Ansvarskarta", height=120, width=320)
    return cell


def _cell(sheet: Worksheet, value: str, font: Font | None = None) -> Cell:
    """A cell that is text, whatever it begins with."""
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value[:_LONGEST]))
    cell.data_type = "s"
    if harmless(value) != value:
        cell.quotePrefix = True
    if font is not None:
        cell.font = font
    return cell


def _sheet(book: Workbook, title: str) -> Worksheet:
    # A book that is only written makes sheets that lack most of Worksheet, but have what is used here.
    return cast("Worksheet", book.create_sheet(title))


def _name(source: Source, taken: set[str]) -> str:
    """The table's name, or where several files hold the table a numbered one."""
    name, number = source.table.name, 1
    while name in taken:
        number += 1
        name = f"{source.table.name} ({number})"[:_MOST_NAME]
    taken.add(name)
    return name
