"""Text in spreadsheets and CSV files that no program takes for a formula, and that comes back unchanged.

A spreadsheet runs a CSV cell that begins with ``=``, ``+``, ``-``, ``@``, tab or a line break. Such text is written with
one apostrophe before it, and so is text that already is one or more apostrophes before such a character; reading takes
that one apostrophe away again. All other text stands as it is. In XLSX cells carry their type, so nothing is added there.
Numbers are not text: ``-12.5`` in a number's column is written as it is.
"""

from __future__ import annotations

import re

_WOULD_RUN = re.compile(r"'*[=+\-@\t\r\n]")
_GUARDED = re.compile(r"'+[=+\-@\t\r\n]")


def guard(text: str) -> str:
    """The text as it is written to a CSV cell; ``unguard(guard(text)) == text`` for every text."""
    return f"'{text}" if _WOULD_RUN.match(text) else text


def unguard(cell: str) -> str:
    """The text that a CSV cell stands for."""
    return cell[1:] if _GUARDED.match(cell) else cell
