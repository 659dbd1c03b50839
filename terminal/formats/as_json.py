"""One JSON object, or one a line."""

from __future__ import annotations

import json
from typing import TextIO

from ansvarskarta.terminal.result import Result


def write(result: Result, out: TextIO) -> None:
    """Writes the result's object, indented, and ends the line; of several each without line breaks."""
    for one in result.json_lines:
        out.write(json.dumps(one, ensure_ascii=False) + "\n")
    if result.json_lines:
        return
    json.dump(result.json, out, ensure_ascii=False, indent=2)
    out.write("\n")
