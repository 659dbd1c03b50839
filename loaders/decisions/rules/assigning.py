"""Whom the words that give a mandate name: *uppdrar åt X*, *X får i uppdrag*, the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ansvarskarta.loaders.decisions.document import BlockKind, Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import enumeration
from ansvarskarta.loaders.decisions.rules.recipients import FIELD, before_verb, from_list
from ansvarskarta.loaders.decisions.rules.roles import ROLE, found_role, role_at
from ansvarskarta.loaders.decisions.sentences import Sentence
from ansvarskarta.loaders.decisions.swedish_dates import days

ADVERB = r"(?: (?:härmed|vidare|även|också|därför|dessutom|samtidigt|nu|den \d+ \w+(?: \d{4})?))*"
NUMBERED = r"(?:i|ett|följande|förnyat|fortsatt|nytt)"
# Words after which the one who is given the mandate stands.
BEFORE_WHOM = re.compile(
    rf"\b(?:uppdra[rs]?|uppdrog)(?: regeringen)?{ADVERB}(?: åt| till| i)?\s+(?:dels\s+)?"
    rf"|\b(?:lämna[rs]?|ge[rs]?|gav)(?: regeringen)?{ADVERB} (?:(?:ett|i|fortsatt|nytt|förnyat) ){{0,2}}"
    r"uppdrag (?:åt|till)\s+"
    rf"|\b[Bb]eslut(?:ar|ade)?(?: regeringen)? om (?:ett )?(?:\w+ )?uppdrag (?:åt|till)\s+"
    rf"|\b(?:ge[rs]?|gav|gett|givit|lämnar|lämnade)(?: regeringen)?{ADVERB}\s+(?=.{{2,1500}}?\b{NUMBERED} uppdrag\b)"
    r"|\bbevilja[rs]?(?: härmed)? (?=[A-ZÅÄÖ][^.]{2,120}?\b(?:kronor|kr|medel|\w*bidrag|\w*stöd)\b)"
    r"|\bbevilja[rs]? [^.]{0,80}?\b(?:medel|\w*bidrag|\w*stöd|kronor)\b[^.]{0,60}? till (?:den )?(?=[A-ZÅÄÖ])"
    rf"|\b(?:Regeringen|och|samt) (?:beslutar att )?erbjud(?:er|a)(?<!och erbjuda)(?<!samt erbjuda){ADVERB}\s+"
)
# The bodies stand in a list below: *uppdrar åt följande myndigheter att ...:*.
FOLLOWING = re.compile(
    r"(?:följande|nedanstående|nedan (?:angivna|nämnda)|i listan nedan angivna) (?:\w+ )?(?:myndigheter|lärosäten"
    r"|universitet|länsstyrelser|organisationer|aktörer|regioner|landsting|kommuner)\b"
)
# Words before which the one who is given the mandate stands.
AFTER_WHOM = re.compile(
    r",?\s+(?:får|ges|gavs|fick|tilldelas|har (?:fått|getts|givits)|har av regeringen (?:fått|getts)|fick av regeringen"
    r"|har nu fått)\b"
    r"(?: (?:härmed|vidare|även|också|därför|nu|tillsammans|gemensamt|av regeringen|genom beslutet"
    r"|den \d+ \w+(?: \d{4})?"
    r"|i regleringsbrev\w*(?: för \w+ ?\d*)?))*\s+(?:i|ett|följande|fortsatt|nytt)?\s?(?:\w+ )?i?uppdrag"
    # Money for a task: "Centrum X tilldelas 2 000 000 kronor för".
    r"|\s+(?:tilldelas|beviljas) (?:högst |sammanlagt )?\d[\d\s,]*(?:miljoner )?kronor\b"
)
# Words of a title after which the one who is given the mandate stands.
TITLE_WHOM = re.compile(
    r"^(?:(?:Ändring|Ändrat|Ändrad|Förläng\w+|Tillägg|Precisering|Komplettering|Återkallande|Upphävande|Avslutande)\b"
    r".{0,40}?)?(?:Nytt |Förnyat |Fortsatt |Utökat |Särskilt )?[Uu]ppdrag(?:et)? (?:till|åt|för)\s+(?=[A-ZÅÄÖls])"
    r"|^Erbjudande (?:till|åt)\s+|\b[Rr]egleringsbrev för budgetåret \d{4} (?:avseende|för)\s+"
)
# Who takes a mandate over has it; who hands it over has it no longer.
TAKES_OVER = re.compile(r"\s+(?:ska |skall )?(?:övertar?|tar? över)\b(?=[^.]{0,60}\buppdrag(?:et)?\b)")
HANDS_OVER = re.compile(r"\b(?:övertar?|tar? över)\b[^.]{0,60}\buppdrag(?:et)?\s+från\s+")
APPOINTS = re.compile(r"\bRegeringen (?:utser|förordnar|tillkallar|beslutar att (?:utse|förordna|tillkalla))\s+")
# Somebody with a name of no known form: "uppdrar åt Kompetensrådet för utveckling i staten (Krus) att".
NEW_NAME = re.compile(
    r"(?P<name>[A-ZÅÄÖ][\wåäöé&-]+(?: (?:för|i|och|av|vid|mot|på|[a-zåäö]{3,30}|[A-ZÅÄÖ][\wåäöé&-]+)){0,7}?)"
    r"(?=\s\((?:[A-ZÅÄÖ][\wåäöÅÄÖ-]{1,20})\)|\s(?:att|i uppdrag)\b)"
)
PERSON = re.compile(r"(?:[A-ZÅÄÖ][\wåäöé-]+ ?){2,4}")
REPORTED = re.compile(r"\b(?:denna dag även|i (?:samma|ett annat) beslut|tidigare|enligt|som|har)\b[^,]{0,30}$")
# Who is given the mandate is to hand a part of it on: *Skolverket ska uppdra åt kommuner*.
HANDS_ON = re.compile(r"\b(?:ska|skall|får|kan|bör|kommer att|avser att) (?:\w+ )?$")
DECIDED_THEN = re.compile(r"\bbeslutade\b[^.]{0,60}$")


def in_sentence(context: Context, sentence: Sentence, decided: str | None) -> Iterator[Found]:
    """Those whom a sentence gives the mandate, on the day of this decision and not of another."""
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
        yield from from_list(context, listed, "given.to_whom")
        if not listed.mentions and not listed.groups:
            yield from role_at(context, start, sentence) or _new_name(context, start, sentence)
    for appointment in APPOINTS.finditer(text):
        yield from role_at(context, sentence.start + appointment.end(), sentence)
    for trigger in AFTER_WHOM.finditer(text):
        if _of_other_day(trigger.group(), decided):
            continue
        yield from before_verb(context, sentence, sentence.start + trigger.start(), "given.whom")
    for trigger in TAKES_OVER.finditer(text):
        yield from before_verb(context, sentence, sentence.start + trigger.start(), "given.takes_over")


def handing_over(context: Context, body: list[Sentence]) -> set[str]:
    """Those from whom another takes the mandate over."""
    return {
        mention.name
        for sentence in body
        for trigger in HANDS_OVER.finditer(sentence.text)
        for mention in enumeration(context, sentence.start + trigger.end(), sentence.end).mentions
    }


def in_title(context: Context) -> Iterator[Found]:
    """The bodies whom the title gives it."""
    for start, end in _told_in_title(context):
        yield from from_list(context, enumeration(context, start, end), "given.title")


def title_roles(context: Context, _body: list[Sentence]) -> list[Found]:
    """A role that only the title names: *Uppdrag till samordnare för ...*."""
    roles = (ROLE.match(context.text, start, end) for start, end in _told_in_title(context))
    return [found_role(role, "given.title_role") for role in roles if role]


def _told_in_title(context: Context) -> Iterator[tuple[int, int]]:
    """From where in a title, and up to where, it tells whom the mandate is given to."""
    for block in context.document.of_part(Part.TITLE):
        for trigger in TITLE_WHOM.finditer(block.text):
            yield block.start + trigger.end(), block.end


def _items(context: Context, sentence: Sentence) -> Iterator[Found]:
    """Those in the list below a sentence that speaks of *följande myndigheter*."""
    blocks = context.document.blocks
    for block in takewhile(lambda one: one.kind is BlockKind.ITEM, blocks[blocks.index(sentence.block) + 1 :]):
        yield from from_list(context, enumeration(context, block.start, block.end), "given.item")


def _new_name(context: Context, start: int, sentence: Sentence) -> list[Found]:
    """Somebody whom no table knows, named where only who is given the mandate can stand; never a person."""
    new = NEW_NAME.match(context.text, start, sentence.end)
    if new is None or (PERSON.fullmatch(new["name"]) and " " in new["name"]):
        return []
    return [Found(FIELD, new["name"], new.start("name"), new.end("name"), "given.new_name", Certainty.LOW)]


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
