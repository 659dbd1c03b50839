"""Lines on pages become paragraphs: page heads and feet go, hyphenation is mended, headings are told from text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from ansvarskarta.loaders.decisions.document import BlockKind, RawBlock
from ansvarskarta.loaders.decisions.hyphens import hyphenated_words, join
from ansvarskarta.loaders.decisions.rows import is_begun, is_whole

PAGE_NUMBER = re.compile(r"(?:[Ss]ida(?:n)? )?\d{1,3}(?: ?\((\d{1,3})\)| av \d{1,3})|- ?\d{1,3} ?-")
LONE_NUMBER = re.compile(r"\d{1,3}")
BULLET = re.compile(r"(?:[•●▪■◦‣·∙*–—−-]|\d{1,2}[.)]|[a-z]\))\s+")
SENTENCE_END = (".", ":", "!", "?", "”", '"')
HEADING = re.compile(
    r"(?:Regeringens beslut|Beslut|Ärendet|Bakgrund|Skäl(?:en)?(?: för .{3,80})?|Sammanfattning(?: av .{3,80})?"
    r"|Närmare om .{3,60}|Uppdraget|Utdrag till|Kopia till|Likalydande .{3,60}|På regeringens vägnar"
    r"|Villkor för anslag.{3,40})[:.]?"
)
# How many lines at a page's top and bottom may be a running head or foot.
MARGIN_LINES = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``gap``: more than ordinary space above it, ``large`` and ``bold``: its type is."""

    text: str
    gap: bool = False
    large: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page from top to bottom, columns one after the other."""

    number: int
    lines: tuple[Line, ...]


@dataclass(slots=True)
class _Growing:
    """A paragraph that lines are still added to."""

    text: str
    page: int | None
    item: bool
    turns: list[tuple[int, int]] = field(default_factory=list)
    last: str = ""
    bold: bool = False


def _shape(text: str) -> str:
    """A line without its digits, so that running heads that count pages are equal."""
    return re.sub(r"\d+", "#", text).strip().lower()


def without_margins(pages: Sequence[Page]) -> list[Page]:
    """The pages without running heads, feet and page numbers: what stands at the same edge of several pages."""
    edges = Counter(
        shape for page in pages for shape in {_shape(line.text) for line in _edge_lines(page)} if len(pages) > 1
    )
    repeated = {shape for shape, count in edges.items() if count >= max(2, len(pages) // 2)}
    return [Page(page.number, tuple(_kept(page, repeated))) for page in pages]


def _edge_lines(page: Page) -> list[Line]:
    lines = [line for line in page.lines if line.text.strip()]
    return lines[:MARGIN_LINES] + lines[-MARGIN_LINES:]


def _kept(page: Page, repeated: set[str]) -> Iterator[Line]:
    lines = list(page.lines)
    for place, line in enumerate(lines):
        at_foot = place >= len(lines) - MARGIN_LINES
        number = PAGE_NUMBER.fullmatch(line.text.strip())
        lone = LONE_NUMBER.fullmatch(line.text.strip()) and place in (0, len(lines) - 1)
        # The first page keeps its head: the register number and the date stand only there.
        at_head = place < MARGIN_LINES and page.number > 1
        running = (at_head or at_foot) and _shape(line.text) in repeated
        if not (number or lone or running):
            yield line


def blocks(pages: Sequence[Page]) -> list[RawBlock]:
    """The paragraphs, headings and list items of pages."""
    lines = [line.text for page in pages for line in page.lines if line.text]
    known = hyphenated_words(lines)
    width = _width(lines)
    found: list[RawBlock] = []
    growing: _Growing | None = None
    for page in without_margins(pages):
        for line in page.lines:
            if growing is not None and _continues(growing, line, width):
                if growing.page != page.number and (not growing.turns or growing.turns[-1][1] != page.number):
                    growing.turns.append((len(growing.text) + 1, page.number))
                growing.text = join(growing.text, line.text, known)
                growing.last = line.text
                continue
            if growing is not None:
                found.append(_finished(growing))
            growing = _Growing(line.text, page.number, bool(BULLET.match(line.text)), last=line.text, bold=line.bold)
            if line.large:
                growing.item = False
    if growing is not None:
        found.append(_finished(growing))
    return [block for block in found if block.text]


def _width(lines: Sequence[str]) -> float:
    long = sorted(len(line) for line in lines)
    return median(long[len(long) // 2 :]) if long else 0


def _continues(growing: _Growing, line: Line, width: float) -> bool:
    """Whether a line goes on with the paragraph above it."""
    last = growing.last
    if not line.text or _stands_alone(line.text) or HEADING.fullmatch(last.strip()) or is_whole(growing.text):
        return False
    if last.endswith(("-", "\u00ad", ",")) or line.text[0].islower():
        return not line.gap or not last.endswith(SENTENCE_END)
    if line.gap or line.bold != growing.bold:
        return False
    if is_begun(growing.text):
        return is_whole(f"{growing.text} {line.text}")
    ended = last.endswith(SENTENCE_END)
    short = len(last) < 0.72 * width
    return not (short and (ended or len(last) < 0.55 * width)) and not (ended and short)


def _stands_alone(line: str) -> bool:
    """Whether a line begins something of its own."""
    return bool(BULLET.match(line) or HEADING.fullmatch(line.strip())) or is_whole(line)


def _finished(growing: _Growing) -> RawBlock:
    text = growing.text.strip()
    if growing.item:
        return RawBlock(BULLET.sub("", text, count=1), BlockKind.ITEM, 0, growing.page, tuple(growing.turns))
    heading = HEADING.fullmatch(text)
    kind = BlockKind.HEADING if heading else BlockKind.TEXT
    return RawBlock(text, kind, 2 if heading else 0, growing.page, tuple(growing.turns))
