"""The words around a finding, as a reader wants to see them."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.reading import BY_REVIEWER, BY_WORDS, Evidence, Reading
from ansvarskarta.texts import Language, text

LONGEST = 300
FAR = 1200
CHARACTERS = re.compile(r", (?:tecken|characters) (?P<start>\d{1,9})–(?P<end>\d{1,9})$")
SENTENCE_START = re.compile(r"(?:[.!?]\s+(?=[A-ZÅÄÖ])|\n\n)")


def sentence_around(reading: Reading, evidence: Evidence) -> str:
    """The sentence that evidence stands in, at most 300 characters of it, with the evidence in them.

    What a person marked is quoted as it was marked.
    """
    if evidence.rule == BY_REVIEWER:
        return evidence.quote
    before = [
        found.end() for found in SENTENCE_START.finditer(reading.text, max(0, evidence.start - 1200), evidence.start)
    ]
    start = before[-1] if before else max(0, evidence.start - 1200)
    after = SENTENCE_START.search(reading.text, evidence.end)
    end = (after.start() + (1 if reading.text[after.start()] in ".!?" else 0)) if after else len(reading.text)
    if end - start > LONGEST:
        room = max(LONGEST - (evidence.end - evidence.start), 0) // 2
        start = _word_start(reading.text, max(start, evidence.start - room), evidence.start)
        end = _word_end(reading.text, min(end, start + LONGEST), evidence.end)
    return reading.text[start:end].strip()


def _word_start(text: str, at: int, latest: int) -> int:
    """The beginning of the first whole word from a place on."""
    while 0 < at < latest and not text[at - 1].isspace():
        at += 1
    return at


def _word_end(text: str, at: int, earliest: int) -> int:
    """The end of the last whole word up to a place."""
    while earliest < at < len(text) and not text[at].isspace():
        at -= 1
    return at


def locator(evidence: Evidence, lang: Language = Language.SV) -> str:
    """Where in the document: *sida 2, stycke 5*; of words that a person or a name points at, the characters."""
    place = (
        text("decisions.paragraph", lang, number=evidence.paragraph)
        if evidence.paragraph
        else text("decisions.heading", lang)
    )
    if evidence.page is not None:
        place = text("decisions.page", lang, number=evidence.page, place=place)
    if evidence.rule in (BY_REVIEWER, BY_WORDS):
        place = text("decisions.characters", lang, place=place, start=evidence.start, end=evidence.end)
    return place


def characters(place: object) -> tuple[int, int] | None:
    """The characters that a locator names, where it does."""
    found = CHARACTERS.search(str(place or ""))
    return (int(found["start"]), int(found["end"])) if found else None
