"""Markdown for documents; what comes from data is escaped, so that it stays text."""

from __future__ import annotations

import re
from typing import TextIO

from ansvarskarta.terminal.formats.cells import readable
from ansvarskarta.terminal.result import Cell, Result, Sheet

ACTIVE = re.compile(r"([\\`*_\[\]<>|!&#~{}])")


def write(result: Result, out: TextIO) -> None:
    """Writes text, sheets and notes, an empty line between."""
    parts = [escaped(line) for line in result.text.split("\n") if line]
    parts += [table(sheet) for sheet in result.sheets]
    parts += [f"*{escaped(note)}*" for note in result.notes]
    out.write("\n\n".join(parts) + "\n")


def table(sheet: Sheet) -> str:
    """A sheet as a table, its title above in bold."""
    lines = [f"**{escaped(sheet.title)}**", ""] if sheet.title else []
    lines.append(_row([escaped(column) for column in sheet.columns]))
    lines.append(_row(["---"] * len(sheet.columns)))
    lines += [_row([escaped(row.get(column)) for column in sheet.columns]) for row in sheet.rows]
    return "\n".join(lines)


def escaped(value: Cell) -> str:
    """A value with each character that Markdown would act on made plain; a line break becomes a space in a cell."""
    return ACTIVE.sub(r"\\\1", readable(value)).replace("\n", " ")


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
