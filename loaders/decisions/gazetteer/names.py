"""Known names in a text: whole names, abbreviations and old names, in any case of grammar, with small slips mended."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from ansvarskarta.loaders.decisions.gazetteer.entries import Entry, counties, entries, municipalities
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.gazetteer.tokens import Token, tokens
from ansvarskarta.loaders.decisions.reading import Certainty
from rapidfuzz import process
from rapidfuzz.distance import OSA

Index = dict[str, list[tuple[tuple[str, ...], Entry, bool]]]
# Words that end like this are worth a second look when they are no known name as they stand.
PUBLIC_ENDING = re.compile(
    r"(?:departement\w*|verket|myndighet\w*|styrelsen|inspektionen|kansliet|universitetet|institutet)s?$"
)
LEAST_LETTERS = 10
MOST_SLIPS = 2
# Names that are common nouns as well, and written so.
ALSO_LOWER_CASE = frozenset({"regeringen", "regeringskansliet"})
# Above this many letters an abbreviation in capitals is a word in a heading set in capitals.
LONGEST_EXACT = 5


def index_of(known: Iterable[Entry]) -> Index:
    """Names by their first word: the words of the name, whose it is, and whether capitals must agree."""
    found: Index = defaultdict(list)
    for entry in known:
        for name in (entry.name, *entry.aliases):
            words = [token.text for token in tokens(name)]
            exact = len(words) == 1 and (len(name) <= LONGEST_EXACT or name.isupper())
            parts = tuple(words) if exact else tuple(word.lower() for word in words)
            found[words[0].lower()].append((parts, entry, exact))
    for names in found.values():
        names.sort(key=lambda item: -len(item[0]))
    return dict(found)


@cache
def known_names() -> Index:
    """The names of the whole gazetteer but municipalities' and counties', which have grammar of their own."""
    regions = [county.region for county in counties()]
    cities = [
        Entry(place.entry.id, place.entry.name, tuple(alias for alias in place.entry.aliases if alias.endswith("stad")))
        for place in municipalities()
    ]
    return index_of([*entries(), *regions, *cities])


@cache
def _long_words() -> dict[str, Entry]:
    """Names of one long word, for slips of the pen."""
    return {
        parts[0]: entry
        for names in known_names().values()
        for parts, entry, exact in names
        if len(parts) == 1 and len(parts[0]) >= LEAST_LETTERS and not exact
    }


def find(words: list[Token], index: Index) -> Iterator[Mention]:
    """The mentions of an index's names."""
    at = 0
    while at < len(words):
        mention, used = _at(words, at, index)
        if mention is not None:
            yield mention
        at += max(used, 1)


def _at(words: list[Token], at: int, index: Index) -> tuple[Mention | None, int]:
    word = words[at]
    if not (word.text[0].isupper() or word.text.startswith("e") or _is_name(word.lower)):
        return None, 1
    for first in _forms(word.lower):
        for parts, entry, exact in index.get(first, ()):
            genitive = _matches(words, at, parts, exact=exact)
            if genitive is not None:
                last = words[at + len(parts) - 1]
                colon = _colon_genitive(words, at + len(parts))
                return Mention(word.start, last.end, entry, genitive or colon), len(parts)
    return None, 1


def _is_name(word: str) -> bool:
    """Whether a word in lower case may be a name: *strålsäkerhetsmyndigheten* is a slip, *regeringen* a common noun."""
    return word in ALSO_LOWER_CASE or (len(word) >= LEAST_LETTERS and PUBLIC_ENDING.search(word) is not None)


def _forms(word: str) -> Iterator[str]:
    """A word as it may stand in the index: itself, without a stray hyphen, without its genitive."""
    yield word
    if word.endswith("s"):
        yield word[:-1]
    if "-" in word[1:-1]:
        joined = word.replace("-", "")
        yield joined
        if joined.endswith("s"):
            yield joined[:-1]


def _matches(words: list[Token], at: int, parts: tuple[str, ...], *, exact: bool) -> bool | None:
    """Whether a name stands here: ``None`` if not, else whether in the genitive."""
    if at + len(parts) > len(words):
        return None
    for offset, part in enumerate(parts):
        token = words[at + offset]
        here = token.text if exact else token.lower
        if here == part or (not exact and here.replace("-", "") == part.replace("-", "")):
            continue
        bare = here if exact else here.replace("-", "")
        if offset == len(parts) - 1 and bare in (part + "s", part.replace("-", "") + "s"):
            return True
        return None
    return False


def _colon_genitive(words: list[Token], at: int) -> bool:
    return at + 1 < len(words) and words[at].text == ":" and words[at + 1].lower == "s"


def slips(words: list[Token], taken: list[Mention]) -> Iterator[Mention]:
    """Long names with a letter or two wrong, such as *Näringsdepartemetet*; never between two equally near."""
    covered = {mention.start for mention in taken}
    for word in words:
        if len(word.text) < LEAST_LETTERS or not word.text[0].isupper() or word.start in covered:
            continue
        if PUBLIC_ENDING.search(word.lower) is None and "departem" not in word.lower:
            continue
        bare = word.lower.replace("-", "")
        near = _near(bare)
        if near is not None:
            yield Mention(word.start, word.end, near[0], near[1], "gazetteer.slip", Certainty.MEDIUM)


def _near(word: str) -> tuple[Entry, bool] | None:
    for bare, genitive in ((word, False), (word.removesuffix("s"), word.endswith("s"))):
        found = process.extract(bare, list(_long_words()), scorer=OSA.distance, score_cutoff=MOST_SLIPS, limit=2)
        if found and (len(found) == 1 or found[0][1] < found[1][1]) and found[0][0][0] == bare[0]:
            return _long_words()[found[0][0]], genitive
    return None
