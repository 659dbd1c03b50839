"""A cell as text, the same in every format that has only text."""

from __future__ import annotations

import json
import unicodedata

from ansvarskarta.terminal.result import Cell


def plain(value: Cell) -> str:
    """A cell as it stands in CSV: lists with ``;`` between, objects as JSON, nothing where it is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ";".join(plain(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return str(value)


def readable(value: Cell) -> str:
    """A cell for a person: lists with space between, and nothing in it that a terminal would obey."""
    if isinstance(value, list | tuple):
        return ", ".join(readable(item) for item in value)
    return harmless(plain(value))


def harmless(text: str) -> str:
    """The text without control and direction characters, which can move the cursor or disguise what is written."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf") else " " for c in text)
