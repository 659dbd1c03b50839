"""Markdown: headings, lists and links as text; nothing of it is run or rendered."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.document import BlockKind, RawBlock
from ansvarskarta.loaders.decisions.formats.plain import decode
from ansvarskarta.loaders.decisions.hyphens import hyphenated_words, join

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(.{2,120}?)(?<=\S)\1:?")
ITEM = re.compile(r"\s*(?:[*+•–−-]|\d{1,2}[.)])\s+")
LINK = re.compile(r"!?\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*)(?=\S)([^*_\n]{1,400})(?<=\S)\1(?!\w)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
RULE = re.compile(r"[-*_=]{3,}")
PAST_LINE = 2000


def read(data: bytes, name: str) -> list[RawBlock]:
    """The blocks of a Markdown file."""
    lines = [line.rstrip() for line in decode(data, name).replace("\f", "\n").split("\n")]
    known = hyphenated_words(lines)
    found: list[RawBlock] = []
    text = ""
    kind = BlockKind.TEXT
    for line in [*lines, ""]:
        heading = HEADING.fullmatch(line) or BOLD_LINE.fullmatch(line)
        item = ITEM.match(line)
        blank = not line.strip() or RULE.fullmatch(line.strip())
        if text and (heading or item or blank):
            found.append(RawBlock(_inline(text), kind))
            text, kind = "", BlockKind.TEXT
        if heading:
            level = len(heading.group(1)) if heading.group(1).startswith("#") else 3
            found.append(RawBlock(_inline(heading.group(2)), BlockKind.HEADING, level))
        elif item:
            text, kind = line[item.end() :], BlockKind.ITEM
        elif not blank:
            text = join(text, line.strip(), known)
    return [block for block in found if block.text]


def _inline(text: str) -> str:
    """A line without its marks: of a link, its words."""
    if len(text) < PAST_LINE * 50:
        text = EMPHASIS.sub(r"\2", LINK.sub(r"\1", text))
    return re.sub(r"\s+", " ", ESCAPE.sub(r"\1", text)).strip()
