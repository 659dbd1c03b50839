"""Text files: UTF-8, UTF-16 with mark, else Latin-1; form feeds and lone page numbers turn pages."""

from __future__ import annotations

import codecs
import re

from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.decisions.document import RawBlock
from ansvarskarta.loaders.decisions.layout import PAGE_NUMBER, Line, Page, blocks

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes, name: str) -> str:
    """The text of a file.

    Raises:
        BadInput: it is not text.
    """
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    try:
        text = data.decode(encoding or "utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if len(CONTROL.findall(text[:20_000])) > len(text[:20_000]) // 200:
        raise BadInput("decisions.binary", file=name)
    return CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def read(data: bytes, name: str) -> list[RawBlock]:
    """The blocks of a text file."""
    return blocks(pages(decode(data, name)))


def pages(text: str) -> list[Page]:
    """The pages of a text, with the blank lines that only mean line spacing left out."""
    found: list[Page] = []
    for sheet in _sheets(text):
        lines: list[Line] = []
        blank = 0
        spaced = _double_spaced(sheet)
        for raw in sheet:
            line = re.sub(r"\s+", " ", raw).strip()
            if not line:
                blank += 1
                continue
            lines.append(Line(line, gap=blank > (1 if spaced else 0)))
            blank = 0
        found.append(Page(len(found) + 1, tuple(lines)))
    return found


def _sheets(text: str) -> list[list[str]]:
    """The lines of every page: a form feed or a line such as ``2 (3)`` begins a new one."""
    sheets: list[list[str]] = []
    for sheet in text.split("\f"):
        current: list[str] = []
        for line in sheet.split("\n"):
            number = PAGE_NUMBER.fullmatch(line.strip())
            if number and number.group(1) and any(text.strip() for text in current):
                sheets.append(current)
                current = []
            else:
                current.append(line)
        sheets.append(current)
    return sheets


def _double_spaced(lines: list[str]) -> bool:
    """Whether nearly every line is followed by a blank one, as some text layers come."""
    full = [place for place, line in enumerate(lines[:-1]) if line.strip()]
    loose = sum(not lines[place + 1].strip() for place in full)
    flowing = sum(not lines[place].rstrip().endswith((".", ":", "!", "?")) for place in full)
    return len(full) > 8 and loose > 0.85 * len(full) and flowing > 0.5 * len(full)
