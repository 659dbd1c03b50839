"""Who is given the mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules import decision_date
from ansvarskarta.loaders.decisions.rules.assigning import handing_over, in_sentence, in_title, title_roles
from ansvarskarta.loaders.decisions.rules.bound import bound, with_holders
from ansvarskarta.loaders.decisions.rules.context import Context, Found, first_value
from ansvarskarta.loaders.decisions.rules.enumeration import enumeration
from ansvarskarta.loaders.decisions.rules.holders import holders
from ansvarskarta.loaders.decisions.rules.recipients import FIELD, NOT_GIVEN
from ansvarskarta.loaders.decisions.rules.roles import role_tasks
from ansvarskarta.loaders.decisions.sentences import Sentence

COORDINATES = re.compile(r"\b(?:samordnas|koordineras|ledas|hållas ihop) av\s+")


def find(context: Context) -> Iterator[Found]:
    """Those named where the mandate is given; else in the title; else those whose duties the text begins with."""
    body = context.of(Part.DECISION)
    decided = first_value(decision_date.find(context))
    found = [item for sentence in body for item in in_sentence(context, sentence, decided)]
    found += in_title(context)
    laid = any(item.rule == "given.to_whom" for item in found)  # on a group alone: *åt myndigheterna i bilagan*
    for fallback in (role_tasks, holders, *(() if laid else (bound,)), title_roles):
        if not any(item.field == FIELD for item in found):
            found += fallback(context, body)
    if found:
        found += [item for sentence in body for item in _coordinator(context, sentence)]
        found += with_holders(context, body, {str(item.value) for item in found if item.field == FIELD})
    left = handing_over(context, body)
    yield from (item for item in found if item.field != FIELD or item.value not in left)


def _coordinator(context: Context, sentence: Sentence) -> Iterator[Found]:
    for trigger in COORDINATES.finditer(sentence.text):
        listed = enumeration(context, sentence.start + trigger.end(), sentence.end)
        for mention in listed.mentions[:1]:
            if mention.type not in NOT_GIVEN:
                yield Found(FIELD, mention.name, mention.start, mention.end, "given.coordinates", Certainty.MEDIUM)
