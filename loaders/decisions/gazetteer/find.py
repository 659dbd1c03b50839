"""All who are named in a text, each under one name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from ansvarskarta.loaders.decisions.gazetteer import names, places, unknown
from ansvarskarta.loaders.decisions.gazetteer.entries import Entry
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention, longest
from ansvarskarta.loaders.decisions.gazetteer.tokens import Token, tokens

# "Stiftelsen Svenska Filminstitutet (SFI)": what the text itself abbreviates.
HALF = re.compile(r"(?<!\w)([A-ZÅÄÖ][a-zåäö]{2,20}s)- (?:och|samt) (?=[A-ZÅÄÖ][a-zåäö]+departementet)")
DEFINED = re.compile(r"\s{0,2}\((?:nedan )?((?!AB\))[A-ZÅÄÖ][\wÅÄÖåäö-]{1,24})\)")


def find(text: str, words: list[Token]) -> list[Mention]:
    """The mentions of a text, in order, none inside another."""
    found = list(names.find(words, names.known_names()))
    found += places.municipality_mentions(words)
    found += places.board_mentions(words)
    found += names.slips(words, found)
    found += _halves(text)
    found = longest(found)
    found = longest([*found, *_beside(found, unknown.find(text))])
    own = _own_abbreviations(text, found)
    if own:
        found = longest([*names.find(words, names.index_of(own)), *found])
    return [mention for place, mention in enumerate(found) if not _repeats(text, found[place - 1], mention)]


def name_in(words: str) -> str:
    """The one name of whom words name; the words themselves where they name nobody, or several."""
    mentions = find(words, tokens(words))
    return mentions[0].name if len(mentions) == 1 else words


def _repeats(text: str, before: Mention, mention: Mention) -> bool:
    """Whether a mention is only the abbreviation in parentheses of the one right before it."""
    gap = text[before.end : mention.start] if before.end <= mention.start else ""
    return before.entry.id == mention.entry.id and gap.strip() == "("


def _beside(known: list[Mention], new: Iterator[Mention]) -> Iterator[Mention]:
    """The new names that no known one is part of: *Boverket och andra* is Boverket."""
    covered = sorted((mention.start, mention.end) for mention in known)
    starts = [start for start, _ in covered]
    for mention in new:
        place = bisect_left(starts, mention.start)
        before = covered[place - 1] if place else (0, 0)
        after = covered[place] if place < len(covered) else (mention.end, 0)
        if before[1] <= mention.start and mention.end <= after[0]:
            yield mention


def _halves(text: str) -> Iterator[Mention]:
    """*Utbildnings- och Näringsdepartementet* are two ministries."""
    for half in HALF.finditer(text):
        entry = _known_words().get(f"{half.group(1)}departementet".lower())
        if entry is not None:
            yield Mention(half.start(), half.end(1), entry)


@cache
def _known_words() -> dict[str, Entry]:
    """Whose each name of one word is."""
    return {
        parts[0]: entry
        for all_names in names.known_names().values()
        for parts, entry, _ in all_names
        if len(parts) == 1
    }


def _own_abbreviations(text: str, found: list[Mention]) -> list[Entry]:
    """Abbreviations that the text gives itself to somebody it has named, where no table knows them otherwise."""
    given: dict[str, Entry] = {}
    for mention in found:
        definition = DEFINED.match(text, mention.end)
        if definition is None or mention.genitive or mention.type in ("government", "ministry"):
            continue
        short = definition.group(1)
        other = _known_words().get(short) or _known_words().get(short.lower())
        if other is None or other.id != mention.entry.id:
            given.setdefault(short, mention.entry)
    return [Entry(entry.id, entry.name, (short,)) for short, entry in given.items()]
