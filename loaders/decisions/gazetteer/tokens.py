"""A text as words and signs with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\w+(?:-\w+)*-?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign; ``lower`` is the word in lower case."""

    text: str
    lower: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """All tokens of a text, in order."""
    return [Token(found.group(), found.group().lower(), found.start(), found.end()) for found in TOKEN.finditer(text)]
