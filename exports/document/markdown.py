"""A document as Markdown, for a wiki or a repository."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ansvarskarta.exports.document.content import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Table,
    leads_on,
    shown,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+|!&~])")


def markdown(document: Document) -> str:
    """The document's text; what a figure shows stands in its table, so the figure is its words."""
    head = [f"# {escaped(document.title)}", escaped(document.subtitle)]
    head += [f"> **{escaped(notice)}**" for notice in document.notices]
    return "\n\n".join([*head, *map(_block, document.blocks)]) + "\n"


def escaped(text: str) -> str:
    """The text with nothing in it that Markdown would take for form; on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {escaped(block.text)}"
        case Paragraph():
            return "".join(_inline(part) for part in block.parts)
        case Bullets():
            return "\n".join(f"- {_inline(item)}" for item in block.items)
        case Figure():
            return f"*{escaped(block.caption)}* {escaped(block.alternative)}"
        case Table():
            lines = [
                f"**{escaped(block.caption)}**",
                "",
                _row(block.head),
                "|" + " --- |" * len(block.head),
                *(_row(row) for row in block.rows),
            ]
            return "\n".join(lines)


def _row(cells: Sequence[Inline]) -> str:
    return "| " + " | ".join(_inline(cell) for cell in cells) + " |"


def _inline(part: Inline) -> str:
    if leads_on(part):
        address = part.address.replace("<", "%3C").replace(">", "%3E").replace("\n", "").replace("|", "%7C")
        return f"[{escaped(part.text)}](<{address}>)"
    # Spaces at either end hold a text apart from a link beside it.
    text = shown(part)
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return (" " if lead else "") + escaped(text) + (" " if trail and text.strip() else "")
