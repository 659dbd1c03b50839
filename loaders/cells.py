"""Text that a spreadsheet would take for a formula: made harmless when written, and itself again when read."""

from __future__ import annotations

import re

_WOULD_RUN = re.compile(r"'*[=+\-@\t\r]")


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet that opens a CSV file would run it as a formula."""
    return "'" + text if _WOULD_RUN.match(text) else text


def as_meant(text: str) -> str:
    """The text that :func:`harmless` was given."""
    return text[1:] if text.startswith("'") and _WOULD_RUN.match(text) else text


def may_be_escaped(content: str) -> bool:
    """Whether any cell of a whole file's text can have been made harmless: a quick look before a thorough one."""
    return any("'" + sign in content for sign in "=+-@\t\r'")
