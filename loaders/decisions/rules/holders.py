"""Whose mandate is changed, extended or ended, where it is given to nobody anew."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import enumeration
from ansvarskarta.loaders.decisions.rules.recipients import FIELD, NOT_GIVEN, from_list
from ansvarskarta.loaders.decisions.rules.roles import role_at
from ansvarskarta.loaders.decisions.sentences import Sentence

# What is changed, extended or ended is the mandate of the one named.
HOLDERS = (
    re.compile(
        r"\b(?:förläng\w+|ändra[rs]?|förstärk\w+|utöka[rs]?|upphäv\w+|återkalla[rs]?|avslutar?|bifall\w+(?: till)?"
        r"|komplettera[rs]?)"
        r"\s+(?:därför\s+)?(?:\w+ för\s+)?(?=.{3,120}?\b(?:uppdrag|framställ\w+|hemställ\w+|begäran|ansökan)\b)"
    ),
    re.compile(r"\b(?:bevilja[rs]?|medge[rs]?)\s+(?=.{3,120}?\b(?:förläng|anstånd|senare|längre))"),
    re.compile(
        r"\b(?:[Uu]ppdraget|[Uu]ppdrag|[Uu]ppdragen) (?:till|åt|som(?= (?:nationell|särskild|samordnare|utredare)))\s+"
    ),
    re.compile(r"\bi enlighet med\s+(?=.{3,80}?\b(?:framställ\w+|hemställ\w+|begäran|ansökan|skrivelse))"),
)
# What somebody has that is altered, and what only says where: *uppdrag i Kiruna kommun ska upphöra*.
OWNED = re.compile(
    r"\s+(?:\w+ )?uppdrag\b[^.]*\b(?:upphör|upphöra|upphävs|upphävas|förlängs|förlängas|ändras|avslutas)\b"
)


def holders(context: Context, body: list[Sentence]) -> list[Found]:
    """Those whose mandate is changed, extended or ended."""
    owners = _owners(context, body)
    found: list[Found] = []
    for sentence in body:
        for pattern in HOLDERS:
            for trigger in pattern.finditer(sentence.text):
                start = sentence.start + trigger.end()
                listed = enumeration(context, start, sentence.end, owners=True)
                found += from_list(context, listed, "given.holder", Certainty.MEDIUM)
                if not listed.mentions:
                    found += role_at(context, start, sentence)
        if found:
            break
    return owners + found


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
