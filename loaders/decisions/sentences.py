"""Sentences of a document, each in its block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ansvarskarta.loaders.decisions.document import Block, Document, Part
from ansvarskarta.loaders.decisions.swedish_dates import MONTHS

BREAK = re.compile(r"[.!?](?:[”\"')\]]{0,2})\s+(?=[A-ZÅÄÖ0-9”\"(])")
ABBREVIATIONS = frozenset({
    "t.ex", "bl.a", "m.m", "m.fl", "dnr", "prop", "s.k", "dvs", "d.v.s", "fr.o.m", "t.o.m", "kap", "st", "nr",
    "ca", "resp", "osv", "etc", "art", "kungl", "f.d", "p", "ap", "bet", "skr", "dir", "rskr", "jfr", "dec",
    "jan", "feb", "aug", "sept", "okt", "nov", "tel", "inkl", "exkl", "max", "min", "mkr", "s", "a", "e.d",
    "f.n", "i.e", "o.d", "p.g.a", "u.a",
})  # fmt: skip
# Characters; the longest in the corpus has about half as many.
LONGEST = 4000
LAST_WORD = re.compile(r"[\w.]{1,12}$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: ``document.text[start:end] == text``."""

    text: str
    start: int
    block: Block

    @property
    def end(self) -> int:
        """The character after its last one."""
        return self.start + len(self.text)

    @property
    def part(self) -> Part:
        """The part of the decision that it stands in."""
        return self.block.part


def split(document: Document) -> tuple[Sentence, ...]:
    """All sentences, in order."""
    return tuple(sentence for block in document.blocks for sentence in _of(block))


def _of(block: Block) -> Iterator[Sentence]:
    at = 0
    for found in BREAK.finditer(block.text):
        word = LAST_WORD.search(block.text, max(at, found.start() - 12), found.start())
        if found.group()[0] == "." and word is not None and _is_abbreviation(word.group(), block.text, found.end()):
            continue
        yield from _pieces(block, at, found.end())
        at = found.end()
    yield from _pieces(block, at, len(block.text))


def _pieces(block: Block, start: int, end: int) -> Iterator[Sentence]:
    """A sentence, cut where it is longer than any is, so that no rule looks at more than that at once."""
    while start < end:
        cut = (
            end if end - start <= LONGEST else block.text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
        )
        yield Sentence(block.text[start:cut].rstrip(), block.start + start, block)
        start = cut


def _is_abbreviation(word: str, text: str, after: int) -> bool:
    if word.lower().strip(".") in MONTHS:  # "den 31 augusti. 2019": a slip
        return text[after : after + 4].isdigit()
    if word.lower().strip(".") in {"m.m", "m.fl", "osv", "etc"}:
        return not text[after : after + 1].isupper()
    return word.lower().strip(".") in ABBREVIATIONS or (len(word) == 1 and word.isupper())
