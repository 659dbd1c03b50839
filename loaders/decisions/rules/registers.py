"""Register numbers and other numbers that name a decision, a committee or its directives."""

from __future__ import annotations

import re
from dataclasses import dataclass

MINISTRIES = "Ju|Fö|UD|S|Fi|U|L|N|Ku|A|M|I|IJ|Jo|LI|KN|SB|FA|E|Av|C|K|In|Bo|Sb"
NUMBER = re.compile(
    rf"(?<![\w/])(?:(?P<register>(?:{MINISTRIES})\s?\d{{4}}/\d{{2,6}}(?:/[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{{0,8}}"
    rf"(?: [A-Z](?!\w))?)*)"
    rf"|(?P<old>(?:19|20)\d\d/\d{{2,6}}/(?!E[UG]\b|EEG\b)[A-ZÅÄÖ][A-Za-zÅÄÖåäö]*(?: T\b)?)"
    rf"|(?P<committee>(?:{MINISTRIES})\s?(?:19|20)\d\d:[A-Z0-9]{{1,2}})"
    r"|(?P<directive>[Dd]ir\.\s?(?:19|20)\d\d:\d{1,3}))(?![\w/:])"
)
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text, in the form in which it is cited, with its kind."""

    value: str
    kind: str
    start: int
    end: int


def numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """All such numbers between two characters, in order."""
    found = NUMBER.finditer(text, start, len(text) if end is None else end)
    return [_number(number) for number in found]


def _number(found: re.Match[str]) -> Number:
    kind = found.lastgroup or ""
    value = SPACES.sub(" ", found.group())
    if kind == "register":
        value = re.sub(r"^(\D+) (?=\d)", r"\1", value)
    if kind == "directive":
        value = "dir. " + value[4:].strip()
    return Number(value, kind, found.start(), found.end())
