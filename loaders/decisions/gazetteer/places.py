"""Counties, municipalities and county boards, whose names share a word: *Norrbottens och Västerbottens län*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ansvarskarta.loaders.decisions.gazetteer.entries import County, Entry, counties, municipalities
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.gazetteer.tokens import Token

JOINING = frozenset({",", "och", "samt", "respektive", "eller"})
COUNTY_WORDS = frozenset({"län", "läns"})
MUNICIPALITY_WORDS = frozenset({"kommun", "kommuns", "kommuner", "kommuners"})
REGION_WORDS = frozenset({"landstinget", "landstingets", "landstingen", "landstingens", "regionen", "regionerna"})
BOARD_WORDS = frozenset({"länsstyrelsen", "länsstyrelsens", "länsstyrelserna", "länsstyrelsernas"})
LONGEST_NAME = 3


@cache
def _county_names() -> dict[tuple[str, ...], County]:
    """Counties by the words that may stand for them: the genitive and the place itself."""
    found: dict[tuple[str, ...], County] = {}
    for county in counties():
        for name in (county.genitive, county.place, county.place + "s"):
            found[tuple(name.lower().split())] = county
    found["sörmlands",] = found["sörmland",] = found["södermanland",]
    return found


@cache
def _municipality_names() -> dict[tuple[str, ...], Entry]:
    found: dict[tuple[str, ...], Entry] = {}
    for municipality in municipalities():
        names = [municipality.place, municipality.place + "s"]
        names += [
            n.rpartition(" ")[0] for n in (municipality.entry.name, *municipality.entry.aliases) if " kommun" in n
        ]
        for name in names:
            found[tuple(name.lower().split())] = municipality.entry
    return found


def _name_before(words: list[Token], at: int, names: dict[tuple[str, ...], object]) -> int:
    """How many words before ``at`` make one of the names; 0 if none do."""
    for length in range(LONGEST_NAME, 0, -1):
        if at - length < 0 or not words[at - length].text[0].isupper():
            continue
        if tuple(word.lower for word in words[at - length : at]) in names:
            return length
    return 0


def _names_before(words: list[Token], at: int, names: dict[tuple[str, ...], object]) -> list[tuple[int, int]]:
    """The names that are listed right before ``at``, as ranges of words, first to last."""
    found: list[tuple[int, int]] = []
    while length := _name_before(words, at, names):
        found.append((at - length, at))
        at -= length
        while at > 0 and words[at - 1].lower in JOINING and at - 1 > 0:
            at -= 1
        if at == found[-1][0]:
            break
        if words[at - 1].lower in COUNTY_WORDS | MUNICIPALITY_WORDS:
            at -= 1
    return found[::-1]


def _names_after(words: list[Token], at: int, names: dict[tuple[str, ...], object]) -> list[tuple[int, int]]:
    """The names listed from ``at`` on, as in *kommunerna Luleå och Boden*."""
    found: list[tuple[int, int]] = []
    while at < len(words):
        length = next(
            (
                length
                for length in range(LONGEST_NAME, 0, -1)
                if at + length <= len(words)
                and words[at].text[0].isupper()
                and tuple(word.lower for word in words[at : at + length]) in names
            ),
            0,
        )
        if not length:
            break
        found.append((at, at + length))
        at += length
        if at < len(words) and words[at].lower in COUNTY_WORDS | MUNICIPALITY_WORDS:
            at += 1
        joined = at
        while joined < len(words) and words[joined].lower in JOINING:
            joined += 1
        if joined < len(words) and words[joined].lower == "i":
            joined += 1
        if joined == at:
            break
        at = joined
    return found


def county_mentions(words: list[Token]) -> Iterator[tuple[int, int, County]]:
    """Counties named as such, with the characters of each name."""
    names = _county_names()
    for at, word in enumerate(words):
        ranges: list[tuple[int, int]] = []
        if word.lower in COUNTY_WORDS:
            ranges = _names_before(words, at, dict(names))
        elif word.lower == "länen":
            ranges = _names_after(words, at + 1, dict(names))
        for first, last in ranges:
            county = names[tuple(token.lower for token in words[first:last])]
            end = word.end if last == at else words[last - 1].end
            yield words[first].start, end, county


def municipality_mentions(words: list[Token]) -> Iterator[Mention]:
    """Municipalities named as such."""
    names = _municipality_names()
    for at, word in enumerate(words):
        ranges: list[tuple[int, int]] = []
        if word.lower in MUNICIPALITY_WORDS:
            ranges = _names_before(words, at, dict(names))
        elif word.lower in ("kommunerna", "städerna"):
            ranges = _names_after(words, at + 1, dict(names))
        for first, last in ranges:
            entry = names[tuple(token.lower for token in words[first:last])]
            end = word.end if last == at else words[last - 1].end
            yield Mention(
                words[first].start, end, entry, word.lower in ("kommuns", "kommuners"), "gazetteer.municipality"
            )


def board_mentions(words: list[Token]) -> Iterator[Mention]:
    """County boards: *Länsstyrelsen Dalarna*, *länsstyrelserna i Skåne och Hallands län*."""
    names = _county_names()
    for at, word in enumerate(words):
        if word.lower not in BOARD_WORDS | REGION_WORDS:
            continue
        after = at + 1
        if after < len(words) and words[after].lower in ("i", "för"):
            after += 1
        ranges = _names_after(words, after, dict(names))
        for place, (first, last) in enumerate(ranges):
            county = names[tuple(token.lower for token in words[first:last])]
            ends = last < len(words) and words[last].lower in COUNTY_WORDS
            start = word.start if place == 0 else words[first].start
            end = words[last].end if ends else words[last - 1].end
            genitive = (ends and words[last].lower == "läns") or word.lower.endswith("s")
            entry = county.board if word.lower in BOARD_WORDS else county.region
            yield Mention(start, end, entry, genitive, f"gazetteer.{entry.type}")
