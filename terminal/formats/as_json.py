"""One JSON object."""

from __future__ import annotations

import json
from typing import TextIO

from ansvarskarta.terminal.result import Result


def write(result: Result, out: TextIO) -> None:
    """Writes the result's object, indented, and ends the line."""
    json.dump(result.json, out, ensure_ascii=False, indent=2)
    out.write("\n")
