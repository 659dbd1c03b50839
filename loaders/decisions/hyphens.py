"""Hyphens that a line break left behind are taken away; real ones stay."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

SOFT = "\u00ad"
# "Klimat- och", "hälso- eller": the first half of two words that share their end.
SHARED_END = frozenset({"och", "eller", "samt", "respektive", "men", "som", "till", "såväl", "alternativt"})
# "e-legitimation", "EU-kommissionen", "it-system", "icke-statlig": a hyphen that belongs there.
KEPT_AFTER = re.compile(r"(?:^|[^\w])(?:\w|\d+|it|tv|eu|icke|ex|vice|covid|non)-$", re.IGNORECASE)
KEPT_CAPITALS = re.compile(r"[A-ZÅÄÖ]{2,}-$")
# "Miljö-och energidepartementet": the space that was lost.
GLUED = re.compile(r"(?<=[a-zåäö])(\w)-(och|eller|samt) (?=[a-zåäö])")
STRAY = re.compile(r"(?<!\w)(\w{2,60})- (\w{1,60})")
# "rela-tioner" within a line: a hyphen that was carried over from another setting of the text.
CARRIED = re.compile(r"(?<![\w-])([^\W\d_]{2,40})-([a-zåäö]{2,40})(?![\w-])")


def join(before: str, after: str, known: frozenset[str] = frozenset()) -> str:
    """Two lines of one paragraph as one; ``known`` are words with hyphens seen elsewhere, in lower case."""
    if not before or not after:
        return before + after
    if before.endswith(SOFT):
        return before[:-1] + after
    if not before.endswith("-") or before.endswith((" -", "--")):
        return f"{before} {after}"
    first_word = re.match(r"\w+", after)
    if first_word is None or first_word.group().lower() in SHARED_END or after.startswith((",", "/")):
        return f"{before} {after}"
    last = before.rsplit(None, 1)[-1]
    compound = (last.lstrip("(\"”'") + first_word.group()).lower()
    keeps = KEPT_AFTER.search(last) or KEPT_CAPITALS.search(last) or compound in known or not after[0].islower()
    return before + after if keeps else before[:-1] + after


def mend(text: str) -> str:
    """Takes soft hyphens out, and stray ones within a line: ``myndig- heternas`` is one word."""
    text = GLUED.sub(r"\1- \2 ", text.replace(SOFT, ""))
    text = STRAY.sub(_mend_stray, text) if "- " in text else text
    return CARRIED.sub(_mend_carried, text) if "-" in text else text


def _mend_carried(found: re.Match[str]) -> str:
    """One word where decisions write it as one, else as it stands."""
    joined = found.group(1) + found.group(2)
    return joined if joined.lower() in _words() else found.group()


@cache
def _words() -> frozenset[str]:
    """Words that at least five decisions of 2006 to 2021 write without a hyphen."""
    return frozenset((files(__package__) / "words.txt").read_text(encoding="utf-8").split())


def _mend_stray(found: re.Match[str]) -> str:
    first, second = found.groups()
    if second.lower() in SHARED_END or not second[0].islower() or not first[-1].islower():
        return found.group()
    rest = found.string[found.end() : found.end() + 40]
    if re.match(r"(?:,| och| eller| samt)", rest) and len(second) < 8:
        return found.group()
    return first + second


def hyphenated_words(lines: list[str]) -> frozenset[str]:
    """The words with a hyphen inside that stand whole on some line."""
    return frozenset(word.lower() for line in lines for word in re.findall(r"\w+-\w+", line))
