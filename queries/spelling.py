"""How words are compared in a search: without case or accents, by their stem, and with one typing error forgiven."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_SHORTEST_STEM = 3
_SHORTEST_TO_MISTYPE = 4
# What people type around what they look for.
_SWEDISH = (
    "i på till från och för av med om vid den det de en ett vem vilka vad som är äger ägare ansvarar ansvarig har"
)
_ENGLISH = "in at to from and for of with on by the a an who what which is owns owner responsible has"
_FILLERS = frozenset((*_SWEDISH.split(), *_ENGLISH.split()))


def folded(text: str) -> str:
    """The text in small letters without accents: ``Överkalix`` is ``overkalix``."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """The words of a text, folded, in their order."""
    return _WORD.findall(folded(text))


def asked_words(text: str) -> list[str]:
    """The words that are looked for: without fillers, unless the text holds nothing else."""
    plain = {word: folded(word) for word in _WORD.findall(text.casefold())}
    telling = [word for word in plain if word not in _FILLERS]
    return list(dict.fromkeys(telling or plain))


@cache
def stems(word: str) -> frozenset[str]:
    """The folded word's possible stems in Swedish and English, and with a Swedish genitive taken off."""
    # Only a search pays for loading the stemmers.
    import snowballstemmer  # type: ignore[import-untyped]  # noqa: PLC0415  # it has no types

    found = {folded(snowballstemmer.stemmer(lang).stemWord(word)) for lang in ("swedish", "english")}
    return frozenset(stem for stem in found if len(stem) >= _SHORTEST_STEM) or frozenset({folded(word)})


def one_error_apart(one: str, other: str) -> bool:
    """Whether two folded words differ by one letter wrong, missing, too many, or two letters changed about."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415  # only a search pays for loading it

    if min(len(one), len(other)) < _SHORTEST_TO_MISTYPE:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def vocabulary(texts: Iterable[str]) -> set[str]:
    """The different words of folded texts."""
    # Texts share most of their words: only the different ones are taken apart.
    return set(_WORD.findall("\n".join(set("\n".join(texts).split()))))


def mistyped(stem: str, known: Iterable[str]) -> set[str]:
    """The known words that, or whose stem, the folded stem is one typing error apart from."""
    from rapidfuzz import distance, process  # noqa: PLC0415  # only a search pays for loading it

    # Finding a word's stem is slow. A stem is where its word begins, so only words that begin about so are looked at.
    beginning: dict[str, set[str]] = {}
    for word in known:
        for length in range(len(stem) - 1, len(stem) + 2):
            beginning.setdefault(word[:length], set()).add(word)
    alike = process.extract(stem, list(beginning), scorer=distance.OSA.distance, score_cutoff=1, limit=None)
    possible = {word for prefix, _, _ in alike for word in beginning[prefix]}
    return {word for word in possible if any(one_error_apart(stem, other) for other in {word, *stems(word)})}
