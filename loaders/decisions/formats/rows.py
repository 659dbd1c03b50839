"""Rows of tables: those with figures are one line, as paper has them; any other is read cell by cell."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.document import RawBlock

# "416 432", "46 731 tkr"; a lone small number may be a page's or a decision's.
FIGURE = re.compile(r"\d{1,3}(?:\s\d{3})+(?:\s(?:tkr|kr|kronor))?|\d{1,9}\s(?:tkr|kr|kronor)")
# What begins a row of an appropriation letter, whatever its figures look like.
APPROPRIATION = re.compile(r"(?:ap\.|anslagspost) ?\d|\d{1,2}:\d{1,2} [A-ZÅÄÖ]")


def row(cells: list[RawBlock]) -> list[RawBlock]:
    """The blocks of one row's cells, in one where they hold figures."""
    figures = any(FIGURE.fullmatch(cell.text) for cell in cells)
    if len(cells) > 1 and (figures or APPROPRIATION.match(cells[0].text)):
        return [RawBlock(" ".join(cell.text for cell in cells), page=cells[0].page)]
    return cells
