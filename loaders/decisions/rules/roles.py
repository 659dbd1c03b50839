"""A role that is given the mandate where no body is named: *en särskild utredare*."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.recipients import FIELD
from ansvarskarta.loaders.decisions.sentences import Sentence

OFFICE = (
    r"samordnare|utredare|chefsförhandlare|förhandlare|förhandlingsperson|kommitté|delegation|expertgrupp|utredning"
    r"|kommission"
)
QUALITY = r"(?:nationell|särskild|regional|statlig|oberoende|parlamentariskt sammansatt|parlamentarisk)[ae]?"
ROLE = re.compile(rf"(?:(?:en|ett|den|till|åt|som)\s+)?(?P<role>(?:{QUALITY} )?(?:{OFFICE}))(?:n|en)?(?!\w)")
FURTHER_TASK = re.compile(r"\b(?P<role>[Uu]tredare|[Ss]amordnare)n får (?:nu |även |också |därutöver )*i uppdrag\b")
ROLE_TASK = re.compile(
    rf"\b[Ee](?:n|tt) (?:kommitté i form av en )?(?P<role>(?:{QUALITY} )?(?:{OFFICE}))\b"
    r"(?=.{0,60}\b(?:ska|skall|får i uppdrag|tillkallas|tillsätts)\b)"
)
# "uppdrar åt generaldirektören N.N. att som samordnare": the person is no actor, the role is.
AS_ROLE = re.compile(rf"\bsom (?P<role>(?:{QUALITY} )?(?:{OFFICE}))(?!\w)")


def role_at(context: Context, start: int, sentence: Sentence) -> list[Found]:
    """A role such as *en särskild utredare*; a person's name is passed over for the role they are given."""
    role = ROLE.match(context.text, start, sentence.end) or AS_ROLE.search(context.text, start, sentence.end)
    return [found_role(role, "given.role")] if role else []


def role_tasks(_context: Context, body: list[Sentence]) -> list[Found]:
    """*En särskild utredare ska*."""
    for sentence in body:
        role = ROLE_TASK.search(sentence.text) or FURTHER_TASK.search(sentence.text)
        if role:
            return [found_role(role, "given.role_task", sentence.start)]
    return []


def found_role(role: re.Match[str], rule: str, offset: int = 0) -> Found:
    """A role that was matched, in the form in which it is named: *särskild utredare*."""
    name = re.sub(r"^(särskild|nationell|regional|statlig)[ae]\b", r"\1", role["role"])
    name = name[0].lower() + name[1:]
    return Found(FIELD, name, offset + role.start("role"), offset + role.end("role"), rule, Certainty.MEDIUM)
