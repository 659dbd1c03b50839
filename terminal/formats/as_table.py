"""Tables and sentences for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from ansvarskarta.terminal.formats.cells import harmless, readable
from ansvarskarta.terminal.result import Result, Sheet

if TYPE_CHECKING:
    from rich.console import Console

# A column narrower than this can't be read: then each row is written as a list of its values instead.
LEAST = 12
# In a pipe there is no edge to fold at.
ENDLESS = 100_000


def write(result: Result, out: TextIO) -> None:
    """Writes text, sheets and notes."""
    if result.text:
        out.write(harmless(result.text) + "\n")
    if result.sheets:
        _sheets(result, out)
    for note in result.notes:
        out.write(harmless(note) + "\n")


def _sheets(result: Result, out: TextIO) -> None:
    """Writes the sheets in colour, folded to the width, at a terminal alone; NO_COLOR is heeded."""
    from rich.console import Console

    page = Console(
        file=out, markup=False, highlight=False, emoji=False, soft_wrap=True, width=None if out.isatty() else ENDLESS
    )
    for number, sheet in enumerate(result.sheets):
        if result.text or number:
            page.print()
        _sheet(page, sheet)


def _sheet(page: Console, sheet: Sheet) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    if sheet.title:
        page.print(Text(harmless(sheet.title), style="bold"))
    cells = [[readable(row.get(column)) for column in sheet.columns] for row in sheet.rows]
    if not cells:
        return
    if _narrowest(sheet.columns, cells) > page.width:
        _as_lists(page, sheet.columns, cells)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in sheet.columns:
        table.add_column(Text(column), overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    page.print(table)


def _narrowest(columns: tuple[str, ...], cells: list[list[str]]) -> int:
    """The width at which no column is narrower than its widest value or ``LEAST``, whichever is less."""
    widths = [max(len(name), *(len(row[i]) for row in cells)) for i, name in enumerate(columns)]
    return sum(min(width, max(LEAST, len(columns[i]))) + 2 for i, width in enumerate(widths))


def _as_lists(page: Console, columns: tuple[str, ...], cells: list[list[str]]) -> None:
    """One line a value, the rows with an empty line between."""
    from rich.text import Text

    indent = max(map(len, columns)) + 2
    for number, row in enumerate(cells):
        if number:
            page.print()
        for column, cell in zip(columns, row, strict=True):
            line = Text(column.ljust(indent), style="bold")
            line.append(cell, style="not bold")
            page.print(line)
