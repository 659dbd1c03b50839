"""The day on which this decision was made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Block, Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.swedish_dates import Day, days

MEETING = re.compile(
    r"(?:regeringssammanträde|(?:protokoll|beslut)(?: \d+)? vid \w+)(?: \w+)* (?:den )?$", re.IGNORECASE
)
LABEL = re.compile(r"(?:beslutsdatum|datum|beslutad|beslut|stockholm)[:,]?(?: den)? $", re.IGNORECASE)
THIS = re.compile(
    r"^(?:Regeringen (?:beslutade|gav|uppdrog|lämnade|har)|I (?:dag|beslut)(?: den)?"
    r"|Den)\b(?! enligt)[^.]{0,40}?(?:den )?$"
)
IT_WAS = re.compile(r"Det(?:ta)? beslutade regeringen (?:den )?")
GIVES = re.compile(r"\b(?:i uppdrag|uppdrog|beslutade att ge|beslutade att uppdra)\b")
# Characters before a day within which what it is the day of is said; bounds the work in long paragraphs.
NEAR = 120
OWN_KINDS = re.compile(r"^(?:Uppdrag|Regeringsuppdrag|Erbjudande)\b")


def find(context: Context) -> Iterator[Found]:
    """The day in the head; else the day on which the text says that it was decided."""
    for block in context.document.of_part(Part.HEAD):
        for day in days(block.text):
            if _of_head(block, day):
                yield _found(block, day, "date.head", Certainty.HIGH)
                return
    for block in context.document.of_part(Part.TITLE, Part.DECISION, Part.SIGNATURE):
        for day in days(block.text):
            if MEETING.search(block.text, max(0, day.start - NEAR), day.start):
                yield _found(block, day, "date.meeting", Certainty.HIGH)
                return
    yield from _told(context)


def _of_head(block: Block, day: Day) -> bool:
    before = block.text[: day.start]
    return bool(
        MEETING.search(before)
        or LABEL.search(before)
        or (len(before.strip()) < 60 and not re.search(r"\b(?:skrivelse|ert|er|senast|till)\b", before, re.IGNORECASE))
    )


def _told(context: Context) -> Iterator[Found]:
    """*Regeringen gav den 26 april 2012 X i uppdrag*, first in a text that is about that assignment itself."""
    titles = context.document.of_part(Part.TITLE)
    body = context.of(Part.DECISION)
    if not titles or not body or not OWN_KINDS.match(titles[0].text):
        return
    for sentence in body[1:3]:
        for day in days(sentence.text)[:1]:
            if IT_WAS.fullmatch(sentence.text[: day.start]):
                start = sentence.start + day.start
                end = sentence.start + day.end
                yield Found("decision_date", day.iso, start, end, "date.told", Certainty.MEDIUM)
    first = body[0]
    for day in days(first.text)[:1]:
        if THIS.search(first.text[: day.start]) and GIVES.search(first.text):
            yield Found(
                "decision_date",
                day.iso,
                first.start + day.start,
                first.start + day.end,
                "date.told",
                Certainty.MEDIUM,
            )


def _found(block: Block, day: Day, rule: str, certainty: Certainty) -> Found:
    return Found("decision_date", day.iso, block.start + day.start, block.start + day.end, rule, certainty)
