"""Those named at a place of the text, as whom the mandate is given to; never the government itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import Enumeration, listed_before
from ansvarskarta.loaders.decisions.sentences import Sentence

FIELD = "given_to"
NOT_GIVEN = frozenset({"government", "ministry"})
# "Institutet för utveckling av läkare (IPL) får i uppdrag": its own abbreviation tells that it is a body.
NEW_SUBJECT = re.compile(r"(?P<name>[A-ZÅÄÖ][\wåäö&-]+(?: [\wåäöÅÄÖ&,-]+){1,11}) \([A-ZÅÄÖ]{2,10}[a-z]?\)")
# Between who is given the mandate and the verb: *Socialstyrelsen under 2015 får i uppdrag*.
DURING = re.compile(r"\s+(?:under|för)\s+(?:perioden |åren |år )?\d{4}(?:\s?[-–]\s?\d{4})?$")
PLACE = re.compile(r"\b(?:i|vid|kring|inom)\s+$")
GROUP_BEFORE = re.compile(
    r"\b((?:[Ss]amtliga |[Dd]e )?(?:[Ll]änsstyrelserna|[Rr]egionerna|[Kk]ommunerna|[Ll]andstingen))$"
)


def from_list(
    context: Context, listed: Enumeration, rule: str, certainty: Certainty = Certainty.HIGH
) -> Iterator[Found]:
    """Those in a list; its groups as groups."""
    for mention in listed.mentions:
        if mention.type not in NOT_GIVEN:
            sure = certainty if mention.certainty is Certainty.HIGH else mention.certainty
            yield Found(FIELD, mention.name, mention.start, mention.end, rule, sure)
    for start, end in listed.groups:
        yield Found("groups", context.text[start:end], start, end, rule)


def before_verb(context: Context, sentence: Sentence, end: int, rule: str) -> Iterator[Found]:
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
