"""Who is given the mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from ansvarskarta.loaders.decisions.document import BlockKind, Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules import decision_date
from ansvarskarta.loaders.decisions.rules.assigning import (
    AFTER_WHOM,
    APPOINTS,
    AS_ROLE,
    BEFORE_WHOM,
    COORDINATES,
    DECIDED_THEN,
    DONE_BY,
    DURING,
    DUTY_AFTER,
    FOLLOWING,
    FURTHER_TASK,
    GROUP_BEFORE,
    HANDS_ON,
    HOLDERS,
    NEW_NAME,
    NEW_SUBJECT,
    OWNED,
    PERSON,
    PLACE,
    REPORTED,
    ROLE,
    ROLE_TASK,
    TITLE_WHOM,
)
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import Enumeration, enumeration, listed_before
from ansvarskarta.loaders.decisions.sentences import Sentence
from ansvarskarta.loaders.decisions.swedish_dates import days

FIELD = "given_to"
LETTER = re.compile(r"regleringsbrev", re.IGNORECASE)
NOT_GIVEN = frozenset({"government", "ministry"})


def find(context: Context) -> Iterator[Found]:
    """Those named where the mandate is given; else in the title; else those whose duties the text begins with."""
    body = context.of(Part.DECISION)
    decided = next((str(found.value) for found in decision_date.find(context)), None)
    found = [item for sentence in body for item in _in_sentence(context, sentence, decided)]
    found += _in_title(context)
    laid = any(item.rule == "given.to_whom" for item in found)  # on a group alone: *åt myndigheterna i bilagan*
    for fallback in (_role_tasks, _holders, *(() if laid else (_bound,)), _title_roles):
        if not any(item.field == FIELD for item in found):
            found += fallback(context, body)
    if found:
        found += [item for sentence in body for item in _coordinator(context, sentence)]
    yield from found


def _in_sentence(context: Context, sentence: Sentence, decided: str | None) -> Iterator[Found]:
    text = sentence.text
    for trigger in BEFORE_WHOM.finditer(text):
        before = text[: trigger.start()]
        if (
            _reported(before)
            or HANDS_ON.search(before)
            or _of_other_day(_decided_then(before) + trigger.group(), decided)
        ):
            continue
        start = sentence.start + trigger.end()
        if FOLLOWING.match(context.text, start, sentence.end):
            yield from _items(context, sentence)
            continue
        listed = enumeration(context, start, sentence.end)
        yield from _listed(context, listed, "given.to_whom")
        if not listed.mentions and not listed.groups:
            yield from _role(context, start, sentence) or _new_name(context, start, sentence)
    for appointment in APPOINTS.finditer(text):
        yield from _role(context, sentence.start + appointment.end(), sentence)
    for trigger in AFTER_WHOM.finditer(text):
        if _of_other_day(trigger.group(), decided):
            continue
        yield from _subject(context, sentence, sentence.start + trigger.start(), "given.whom")


def _items(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Those in the list below a sentence that speaks of *följande myndigheter*."""
    blocks = context.document.blocks
    for block in takewhile(lambda one: one.kind is BlockKind.ITEM, blocks[blocks.index(sentence.block) + 1 :]):
        yield from _listed(context, enumeration(context, block.start, block.end), "given.item")


def _decided_then(before: str) -> str:
    """What tells of an earlier decision right before a verb: *beslutade den 13 oktober 2022 att*."""
    told = DECIDED_THEN.search(before)
    return told.group() if told else ""


def _of_other_day(words: str, decided: str | None) -> bool:
    """Whether it was given on another day than this decision's: *fick den 4 mars 2021 i uppdrag*."""
    told = [day.iso for day in days(words)]
    return bool(told and decided and decided not in told)


def _reported(before: str) -> bool:
    """Whether what follows tells of another decision than this one."""
    return bool(REPORTED.search(before[-60:])) and not before.endswith("har ")


def _subject(context: Context, sentence: Sentence, end: int, rule: str) -> Iterator[Found]:
    """Those listed right before a verb."""
    text = context.text
    told = DURING.sub("", text[sentence.start : end])
    kept = listed_before(context, sentence.start, sentence.start + len(told))
    at = kept[0].start if kept else end
    if kept and PLACE.search(text, sentence.start, at):
        return
    for mention in kept:
        if mention.type not in NOT_GIVEN:
            yield Found(FIELD, mention.name, mention.start, mention.end, rule)
    if not kept:
        group = GROUP_BEFORE.search(text[sentence.start : end])
        if group:
            start = sentence.start + group.start()
            yield Found("groups", group.group(), start, sentence.start + group.end(), rule)
            return
        new = NEW_SUBJECT.fullmatch(text[sentence.start : end])
        if new:
            at = sentence.start
            yield Found(FIELD, new["name"], at, at + len(new["name"]), "given.new_name", Certainty.LOW)


def _listed(context: Context, listed: Enumeration, rule: str, certainty: Certainty = Certainty.HIGH) -> Iterator[Found]:
    for mention in listed.mentions:
        if mention.type not in NOT_GIVEN:
            sure = certainty if mention.certainty is Certainty.HIGH else mention.certainty
            yield Found(FIELD, mention.name, mention.start, mention.end, rule, sure)
    for start, end in listed.groups:
        yield Found("groups", context.text[start:end], start, end, rule)


def _role(context: Context, start: int, sentence: Sentence) -> list[Found]:
    """A role such as *en särskild utredare*; a person's name is passed over for the role they are given."""
    role = ROLE.match(context.text, start, sentence.end) or AS_ROLE.search(context.text, start, sentence.end)
    return [_found_role(role, "given.role")] if role else []


def _found_role(role: re.Match[str], rule: str, offset: int = 0) -> Found:
    name = re.sub(r"^(särskild|nationell|regional|statlig)[ae]\b", r"\1", role["role"])
    name = name[0].lower() + name[1:]
    return Found(FIELD, name, offset + role.start("role"), offset + role.end("role"), rule, Certainty.MEDIUM)


def _new_name(context: Context, start: int, sentence: Sentence) -> list[Found]:
    """Somebody whom no table knows, named where only who is given the mandate can stand; never a person."""
    new = NEW_NAME.match(context.text, start, sentence.end)
    if new is None or (PERSON.fullmatch(new["name"]) and " " in new["name"]):
        return []
    return [Found(FIELD, new["name"], new.start("name"), new.end("name"), "given.new_name", Certainty.LOW)]


def _in_title(context: Context) -> Iterator[Found]:
    for block in context.document.of_part(Part.TITLE):
        for trigger in TITLE_WHOM.finditer(block.text):
            start = block.start + trigger.end()
            listed = enumeration(context, start, block.end)
            yield from _listed(context, listed, "given.title")


def _title_roles(context: Context, _body: list[Sentence]) -> list[Found]:
    """A role that only the title names: *Uppdrag till samordnare för ...*."""
    found: list[Found] = []
    for block in context.document.of_part(Part.TITLE):
        for trigger in TITLE_WHOM.finditer(block.text):
            role = ROLE.match(context.text, block.start + trigger.end(), block.end)
            found += [_found_role(role, "given.title_role")] if role else []
    return found


def _role_tasks(_context: Context, body: list[Sentence]) -> list[Found]:
    """*En särskild utredare ska*."""
    for sentence in body:
        role = ROLE_TASK.search(sentence.text) or FURTHER_TASK.search(sentence.text)
        if role:
            return [_found_role(role, "given.role_task", sentence.start)]
    return []


def _owners(context: Context, body: list[Sentence]) -> list[Found]:
    """Whose mandate is changed, extended or ended: *beslutar att Boverkets uppdrag ... ska upphöra*."""
    for sentence in body[:2]:
        for mention in context.between(sentence.start, sentence.end):
            if (
                mention.genitive
                and mention.type not in NOT_GIVEN
                and OWNED.match(context.text, mention.end, sentence.end)
            ):
                return [Found(FIELD, mention.name, mention.start, mention.end, "given.owner", Certainty.MEDIUM)]
    return []


def _holders(context: Context, body: list[Sentence]) -> list[Found]:
    """Those whose mandate is changed, extended or ended."""
    owners = _owners(context, body)
    found: list[Found] = []
    for sentence in body:
        for pattern in HOLDERS:
            for trigger in pattern.finditer(sentence.text):
                start = sentence.start + trigger.end()
                listed = enumeration(context, start, sentence.end, owners=True)
                found += _listed(context, listed, "given.holder", Certainty.MEDIUM)
                if not listed.mentions:
                    found += _role(context, start, sentence)
        if found:
            break
    return owners + found


def _bound(context: Context, body: list[Sentence]) -> list[Found]:
    """Those whom the first sentence with a duty binds: *X ska*, *ska X*; of an appropriation letter, every sentence."""
    if any(LETTER.search(block.text) for block in context.document.of_part(Part.TITLE)):
        return [item for sentence in body for item in _bound_by(context, sentence)]
    return next((found for sentence in body if (found := _bound_by(context, sentence))), [])


def _bound_by(context: Context, sentence: Sentence) -> list[Found]:
    """Those whom a sentence binds."""
    found: list[Found] = []
    for done in DONE_BY.finditer(sentence.text):
        listed = enumeration(context, sentence.start + done.end(), sentence.end)
        found += _listed(context, listed, "given.done_by", Certainty.MEDIUM)
    if found:
        return found
    for duty in DUTY_AFTER.finditer(sentence.text):
        found += _subject(context, sentence, sentence.start + duty.start(), "given.bound")
        start = sentence.start + duty.end() + 1
        listed = replace(enumeration(context, start, sentence.end), groups=[])
        found += _listed(context, listed, "given.bound", Certainty.MEDIUM) if not found else []
        if found:
            return found
    owner = re.search(r"\b(?:tid|uppdrag)\b", sentence.text)
    first = context.between(sentence.start, sentence.start + 1)
    if owner and first and first[0].genitive and first[0].type not in NOT_GIVEN:
        return [Found(FIELD, first[0].name, first[0].start, first[0].end, "given.owner", Certainty.MEDIUM)]
    return []


def _coordinator(context: Context, sentence: Sentence) -> Iterator[Found]:
    for trigger in COORDINATES.finditer(sentence.text):
        listed = enumeration(context, sentence.start + trigger.end(), sentence.end)
        for mention in listed.mentions[:1]:
            if mention.type not in NOT_GIVEN:
                yield Found(FIELD, mention.name, mention.start, mention.end, "given.coordinates", Certainty.MEDIUM)
