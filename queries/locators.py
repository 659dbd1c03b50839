"""Where in a source something stands, in the reader's language. Stored it is in Swedish, as the source is."""

from __future__ import annotations

import re
from functools import cache

from ansvarskarta.texts import Language, catalogue

_HEADING = re.compile(r"avsnitt (?=[^\W\d])")  # what follows is a heading's own words


def located(locator: str | None, lang: Language) -> str:
    """A locator such as ``sida 2, stycke 5`` as people read it: ``page 2, paragraph 5``. What has no word stays."""
    if not locator or lang is Language.SV:
        return locator or ""
    return ", ".join(map(_in_english, locator.split(", ")))


def _in_english(part: str) -> str:
    heading = _HEADING.match(part)
    end = heading.end() if heading else len(part)
    return _known().sub(lambda found: _words()[found[0]], part[:end]) + part[end:]


@cache
def _words() -> dict[str, str]:
    return {words.sv: words.en for words in catalogue("locators").values()}


@cache
def _known() -> re.Pattern[str]:
    longest_first = sorted(_words(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
