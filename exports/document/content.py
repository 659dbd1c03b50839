"""What a document holds, in order; texts are plain text everywhere, whatever stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, TypeGuard

from ansvarskarta.exports.document.drawing import Drawing
from ansvarskarta.texts import Language


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere: a web address, or a file beside the document."""

    text: str
    address: str


Inline: TypeAlias = str | Link


def is_safe(address: str) -> bool:
    """Whether an address may become a link: on the web, or a file beside the document."""
    return address.startswith(("https://", "http://", "#")) or (":" not in address and not address.startswith("/"))


def leads_on(part: Inline) -> TypeGuard[Link]:
    """Whether the part becomes a link, and not its text alone."""
    return isinstance(part, Link) and is_safe(part.address)


def shown(part: Inline) -> str:
    """What people read of the part."""
    return part.text if isinstance(part, Link) else part


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` 1 is a chapter."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of texts and links."""

    parts: tuple[Inline, ...]

    @classmethod
    def of(cls, *parts: Inline) -> Paragraph:
        """A paragraph of these parts."""
        return cls(parts)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list with no order."""

    items: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row and a caption."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a caption and the same in words for those who don't see it."""

    caption: str
    alternative: str
    drawing: Drawing


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Figure


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. ``day`` is its date, ISO 8601.

    ``notices`` are sentences that must not be missed, and stand above all else; ``contents`` says whether it has a
    table of contents.
    """

    lang: Language
    title: str
    subtitle: str
    day: str
    notices: tuple[str, ...]
    blocks: tuple[Block, ...]
    contents: bool = True

    def headings(self) -> list[Heading]:
        """The headings that a table of contents lists."""
        return [block for block in self.blocks if isinstance(block, Heading) and block.level <= 2]
