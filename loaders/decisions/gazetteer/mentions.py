"""A place in a text where somebody is named."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.loaders.decisions.gazetteer.entries import Entry
from ansvarskarta.loaders.decisions.reading import Certainty


@dataclass(frozen=True, slots=True)
class Mention:
    """Who is named from ``start`` to ``end``; ``genitive`` where the name owns what follows it."""

    start: int
    end: int
    entry: Entry
    genitive: bool = False
    rule: str = "gazetteer"
    certainty: Certainty = Certainty.HIGH

    @property
    def name(self) -> str:
        """The one name of who is named."""
        return self.entry.name

    @property
    def type(self) -> str:
        """The kind of actor."""
        return self.entry.type


def longest(found: list[Mention]) -> list[Mention]:
    """Mentions in order of the text; of those that overlap, the longest, and of equally long the first found."""
    kept: list[Mention] = []
    taken_to = -1
    for mention in sorted(found, key=lambda mention: (mention.start, mention.start - mention.end)):
        if mention.start >= taken_to:
            kept.append(mention)
            taken_to = mention.end
    return kept
