"""Rows of tables: those with figures are one line, as paper has them; any other is read cell by cell."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.document import RawBlock

# "416 432", "46 731 tkr"; a lone small number may be a page's or a decision's.
FIGURE = re.compile(r"\d{1,3}(?:\s\d{3})+(?:\s(?:tkr|kr|kronor))?|\d{1,9}\s(?:tkr|kr|kronor)")
# What begins a row of an appropriation letter, whatever its figures look like.
APPROPRIATION = re.compile(r"(?:ap\.|anslagspost) ?\d|\d{1,2}:\d{1,2} [A-ZÅÄÖ]")
# A line that is such a row, or a head above some, from its beginning to its end.
WHOLE = re.compile(
    rf"(?:{APPROPRIATION.pattern}).{{2,160}}(?:\((?:\w+ ?anslag|ram|icke ram)\)|\s{FIGURE.pattern})"
    r"|Utgiftsområde \d{1,2} [A-ZÅÄÖ].{2,90}|Disponeras av [A-ZÅÄÖ].{2,100}"
)


def row(cells: list[RawBlock]) -> list[RawBlock]:
    """The blocks of one row's cells, in one where they hold figures."""
    figures = any(FIGURE.fullmatch(cell.text) for cell in cells)
    if len(cells) > 1 and (figures or APPROPRIATION.match(cells[0].text)):
        return [RawBlock(" ".join(cell.text for cell in cells), page=cells[0].page)]
    return cells


def is_begun(text: str) -> bool:
    """Whether a line begins a row that goes on below."""
    return text == "Disponeras av" or (bool(APPROPRIATION.match(text)) and not is_whole(text))


def is_whole(text: str) -> bool:
    """Whether a line is a row, or a head of some, by itself."""
    return bool(WHOLE.fullmatch(text))
