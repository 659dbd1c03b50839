"""What every rule is given: the document, its sentences, and all that is named and dated in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from ansvarskarta.loaders.decisions.document import Document, Part
from ansvarskarta.loaders.decisions.gazetteer.entries import County
from ansvarskarta.loaders.decisions.gazetteer.find import find
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.gazetteer.places import county_mentions
from ansvarskarta.loaders.decisions.gazetteer.tokens import tokens
from ansvarskarta.loaders.decisions.reading import Certainty, Funding
from ansvarskarta.loaders.decisions.sentences import Sentence, split


@dataclass(frozen=True, slots=True)
class Found:
    """One value of a field, resting on ``text[start:end]``."""

    field: str
    value: str | Funding
    start: int
    end: int
    rule: str
    certainty: Certainty = Certainty.HIGH


def first_value(found: Iterable[Found]) -> str | None:
    """The value that a rule of a field with one value finds, ``None`` where it finds none."""
    return next((str(item.value) for item in found), None)


@dataclass(frozen=True, slots=True)
class Context:
    """A document with its sentences, mentions and counties, found once for all rules."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    counties: tuple[tuple[int, int, County], ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def of(self, *parts: Part) -> list[Sentence]:
        """The sentences of some parts."""
        return [sentence for sentence in self.sentences if sentence.part in parts]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin from ``start`` up to ``end``."""
        return list(self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def at(self, start: int) -> Mention | None:
        """The mention that begins at a character."""
        found = self.between(start, start + 1)
        return found[0] if found else None


def context_of(document: Document) -> Context:
    """Finds what the rules share."""
    words = tokens(document.text)
    mentions = tuple(find(document.text, words))
    return Context(
        document,
        split(document),
        mentions,
        tuple(county_mentions(words)),
        tuple(mention.start for mention in mentions),
    )
