"""A decision's text as the rules see it: one string, cut into blocks that know their page, paragraph and part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block looks like."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"


class Part(StrEnum):
    """What a block is for; only ``DECISION`` gives duties."""

    HEAD = "head"
    TITLE = "title"
    DECISION = "decision"
    REASONS = "reasons"
    SIGNATURE = "signature"
    COPIES = "copies"


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A heading, paragraph or list item as a format gives it: ``level`` is a heading's, 1 the highest, else 0.

    ``turns`` are the places in the text where a further page begins, each with that page's number.
    """

    text: str
    kind: BlockKind = BlockKind.TEXT
    level: int = 0
    page: int | None = None
    turns: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A block in its place: ``document.text[start:end] == text``."""

    text: str
    kind: BlockKind
    level: int
    page: int | None
    paragraph: int
    start: int
    turns: tuple[tuple[int, int], ...] = ()
    part: Part = Part.DECISION

    @property
    def end(self) -> int:
        """The character after its last one."""
        return self.start + len(self.text)

    def page_at(self, character: int) -> int | None:
        """The page on which a character of the document's text stands."""
        page = self.page
        for offset, number in self.turns:
            if self.start + offset <= character:
                page = number
        return page


@dataclass(frozen=True, slots=True)
class Document:
    """A text ready to be read."""

    name: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]

    def block_at(self, character: int) -> Block:
        """The block that holds a character of the text."""
        place = bisect_right([block.start for block in self.blocks], character) - 1
        return self.blocks[max(place, 0)]

    def of_part(self, *parts: Part) -> list[Block]:
        """The blocks of some parts, in order."""
        return [block for block in self.blocks if block.part in parts]

    def with_parts(self, parts: Iterable[Part]) -> Document:
        """The same text with every block's part set."""
        pairs = zip(self.blocks, parts, strict=True)
        return replace(self, blocks=tuple(replace(block, part=part) for block, part in pairs))


def assemble(name: str, sha256: str, raw: Iterable[RawBlock]) -> Document:
    """Puts blocks together into one text with an empty line between; paragraphs are counted through the document."""
    blocks: list[Block] = []
    texts: list[str] = []
    at = paragraph = 0
    for item in raw:
        text = item.text
        paragraph += item.kind is BlockKind.TEXT
        number = 0 if item.kind is BlockKind.HEADING else max(paragraph, 1)
        blocks.append(Block(text, item.kind, item.level, item.page, number, at, item.turns))
        texts.append(text)
        at += len(text) + 2
    return Document(name, sha256, "\n\n".join(texts), tuple(blocks))
