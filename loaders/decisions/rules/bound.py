"""Whom duties bind, where the mandate is given in no other words: *Boverket ska*."""

from __future__ import annotations

import re
from dataclasses import replace

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import enumeration
from ansvarskarta.loaders.decisions.rules.recipients import FIELD, NOT_GIVEN, before_verb, from_list
from ansvarskarta.loaders.decisions.sentences import Sentence

LETTER = re.compile(r"regleringsbrev", re.IGNORECASE)
DUTY_AFTER = re.compile(r"\s+(?:ska|skall)\b|\s+får\s+(?=(?:för|rekvirera|använda|disponera))")
DONE_BY = re.compile(
    r"\b(?:ske|sker|lämnas|göras|görs|utföras|genomföras|utbetalas|betalas ut|(?:del|slut)?redovisas?"
    r"|rapporteras) av\s+"
)


def bound(context: Context, body: list[Sentence]) -> list[Found]:
    """Those whom the first sentence with a duty binds: *X ska*, *ska X*; of an appropriation letter, every sentence."""
    if _is_letter(context):
        return [item for sentence in body for item in _bound_by(context, sentence)]
    return next((found for sentence in body if (found := _bound_by(context, sentence))), [])


def with_holders(context: Context, body: list[Sentence], given: set[str]) -> list[Found]:
    """Those who in an appropriation letter are bound together with whom it is for: *X och Y ska gemensamt*."""
    if not _is_letter(context):
        return []
    found: list[Found] = []
    for sentence in body:
        for duty in DUTY_AFTER.finditer(sentence.text):
            listed = [*before_verb(context, sentence, sentence.start + duty.start(), "given.bound_with")]
            found += listed if any(item.value in given for item in listed) else []
    return found


def _is_letter(context: Context) -> bool:
    return any(LETTER.search(block.text) for block in context.document.of_part(Part.TITLE))


def _bound_by(context: Context, sentence: Sentence) -> list[Found]:
    """Those whom a sentence binds."""
    found: list[Found] = []
    for done in DONE_BY.finditer(sentence.text):
        listed = enumeration(context, sentence.start + done.end(), sentence.end)
        found += from_list(context, listed, "given.done_by", Certainty.MEDIUM)
    if found:
        return found
    for duty in DUTY_AFTER.finditer(sentence.text):
        found += before_verb(context, sentence, sentence.start + duty.start(), "given.bound")
        start = sentence.start + duty.end() + 1
        listed = replace(enumeration(context, start, sentence.end), groups=[])
        found += from_list(context, listed, "given.bound", Certainty.MEDIUM) if not found else []
        if found:
            return found
    owner = re.search(r"\b(?:tid|uppdrag)\b", sentence.text)
    first = context.between(sentence.start, sentence.start + 1)
    if owner and first and first[0].genitive and first[0].type not in NOT_GIVEN:
        return [Found(FIELD, first[0].name, first[0].start, first[0].end, "given.owner", Certainty.MEDIUM)]
    return []
