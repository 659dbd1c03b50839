"""Who is given the mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import Enumeration, enumeration
from ansvarskarta.loaders.decisions.sentences import Sentence

FIELD = "given_to"
# Words after which the one who is given the mandate stands.
BEFORE_WHOM = re.compile(
    r"\b(?:uppdra(?:r|s|)|uppdrog)(?: regeringen)?(?: härmed| vidare| även| också| därför| dessutom| samtidigt"
    r"| nu)*(?: åt| till| i)?\s+(?:dels\s+)?"
    r"|\b(?:ge[rs]?|gav|gett|givit|lämnar|lämnade)(?: regeringen)?(?: härmed| vidare| även| också| därför| dessutom"
    r"| den \d+ \w+ \d{4})*\s+(?=[^.]{2,400}?\b(?:i|ett|följande|förnyat|fortsatt|nytt) uppdrag)"
    r"|\b(?:lämna[rs]?|ge[rs]?) (?:ett |i )?(?:fortsatt |nytt |förnyat )?uppdrag (?:åt|till)\s+"
    r"|\b[Ee]rbjud(?:er|a)(?: härmed| även| också)*\s+"
)
# Words before which the one who is given the mandate stands.
AFTER_WHOM = re.compile(
    r"\s+(?:får|ges|gavs|fick|tilldelas|har (?:fått|getts|givits)|har av regeringen (?:fått|getts)"
    r"|fick av regeringen)\b"
    r"(?: härmed| vidare| även| också| därför| av regeringen| genom beslutet| den \d+ \w+ \d{4}"
    r"| i regleringsbrev\w*(?: för \w+ ?\d*)?)*\s+(?:i|ett|följande|fortsatt|nytt) (?:\w+ )?uppdrag"
)
TITLE_WHOM = re.compile(
    r"^(?:(?:Ändring|Ändrat|Ändrad|Förlängning|Förlängt|Förlängd|Tillägg|Precisering|Komplettering|Återkallande"
    r"|Upphävande|Avslutande)\b[^.]{0,40}?)?"
    r"(?:Nytt |Förnyat |Fortsatt |Utökat |Särskilt )?[Uu]ppdrag(?:et)? (?:till|åt|för)\s+(?=[A-ZÅÄÖl])"
    r"|^Erbjudande (?:till|åt)\s+|^Regleringsbrev för budgetåret \d{4} (?:avseende|för)\s+"
    r"|\bregleringsbrev för budgetåret \d{4} (?:avseende|för)\s+"
)
# What is changed or extended is the mandate of the one named.
HOLDER = (
    re.compile(
        r"\b(?:förläng\w+|ändra[rs]?|förstärk\w+|utöka[rs]?|upphäv\w+|återkalla[rs]?|avslutar?|bifall\w+"
        r"|komplettera[rs]?)\s+(?:därför\s+)?(?=[^.]{3,120}?\b(?:uppdrag|framställ\w+|hemställ\w+|begäran|ansökan)\b)"
    ),
    re.compile(r"\b(?:bevilja[rs]?|medge[rs]?)\s+(?=[^.]{3,120}?\b(?:förläng|anstånd|senare|längre))"),
    re.compile(r"\b(?:[Uu]ppdraget|[Uu]ppdrag|[Uu]ppdragen) (?:till|åt)\s+"),
    re.compile(r"\bi enlighet med\s+(?=[^.]{3,80}?\b(?:framställ\w+|hemställ\w+|begäran|ansökan|skrivelse))"),
)
OFFERED = re.compile(r"\berbjuder\b")
ROLE = re.compile(
    r"\b(?:(?:en|ett|den|till|åt|som)\s+)?(?P<role>(?:(?:nationell|särskild|särskilde|regional|statlig|oberoende"
    r"|parlamentariskt sammansatt|parlamentarisk) )?"
    r"(?:samordnare|utredare|chefsförhandlare|förhandlare|förhandlingsperson|kommitté|delegation|expertgrupp"
    r"|utredning|kommission))\b(?P<definite>n|en)?"
)
ROLE_TASK = re.compile(
    r"\b(?:En|Ett|en) (?P<role>(?:(?:nationell|särskild|särskilde|parlamentariskt sammansatt|parlamentarisk"
    r"|oberoende) )?(?:samordnare|utredare|kommitté|delegation|förhandlare|expertgrupp|kommission))\b"
    r"(?=[^.]{0,60}\b(?:ska|skall|får i uppdrag|ges i uppdrag|tillkallas|tillsätts)\b)"
)
AS_ROLE = re.compile(r"\batt som (?P<role>[a-zåäö]{4,40})\b")
DUTY_AFTER = re.compile(r"\s+(?:ska|skall)\b")
COORDINATES = re.compile(r"\b(?:samordnas|koordineras|ledas|hållas ihop) av\s+")
NOT_GIVEN = frozenset({"government", "ministry"})


def find(context: Context) -> Iterator[Found]:
    """Those named where the mandate is given; else in the title; else those whose duties the text begins with."""
    body = context.of(Part.DECISION)
    found = [item for sentence in body for item in _in_sentence(context, sentence)]
    found += _in_title(context)
    if not any(item.field == FIELD for item in found):
        found += _holders(context, body)
    if not any(item.field == FIELD for item in found):
        found += _bound(context, body)
    if any(item.field == FIELD for item in found):
        found += [item for sentence in body for item in _coordinator(context, sentence)]
    yield from found


def _in_sentence(context: Context, sentence: Sentence) -> Iterator[Found]:
    text = sentence.text
    for trigger in BEFORE_WHOM.finditer(text):
        if _reported(text[: trigger.start()]):
            continue
        start = sentence.start + trigger.end()
        listed = enumeration(context, start, sentence.end)
        yield from _listed(context, listed, "given.to_whom")
        if not listed.mentions:
            yield from _role(context, start, sentence, "given.role")
    for trigger in AFTER_WHOM.finditer(text):
        yield from _subject(context, sentence, sentence.start + trigger.start(), "given.whom")


def _reported(before: str) -> bool:
    """Whether what follows tells of another decision than this one."""
    return bool(
        re.search(
            r"\b(?:denna dag även|i (?:samma|ett annat) beslut|tidigare|enligt|som|har)\b[^,]{0,30}$", before[-60:]
        )
    ) and not before.endswith("har ")


def _subject(context: Context, sentence: Sentence, end: int, rule: str) -> Iterator[Found]:
    """Those listed right before a verb."""
    text = context.text
    before = [mention for mention in context.between(sentence.start, end) if not mention.genitive]
    at = end
    kept = []
    for mention in reversed(before):
        gap = text[mention.end : at]
        if not re.fullmatch(r"(?:\s*\([^()]*\))?\s*(?:,|och|samt|respektive)?\s*(?:(?:och|samt)\s*)?(?:i\s+)?", gap):
            break
        kept.append(mention)
        at = mention.start
    for mention in reversed(kept):
        if mention.type not in NOT_GIVEN:
            yield Found(FIELD, mention.name, mention.start, mention.end, rule)
    if not kept:
        group = re.search(
            r"\b((?:[Ss]amtliga |[Dd]e )?[Ll]änsstyrelserna|[Rr]egionerna|[Kk]ommunerna|[Ll]andstingen)$",
            text[sentence.start : end],
        )
        if group:
            start = sentence.start + group.start()
            yield Found("groups", group.group(), start, sentence.start + group.end(), rule)


def _listed(context: Context, listed: Enumeration, rule: str, certainty: Certainty = Certainty.HIGH) -> Iterator[Found]:
    for mention in listed.mentions:
        if mention.type not in NOT_GIVEN:
            sure = certainty if mention.certainty is Certainty.HIGH else mention.certainty
            yield Found(FIELD, mention.name, mention.start, mention.end, rule, sure)
    for start, end in listed.groups:
        yield Found("groups", context.text[start:end], start, end, rule)


def _role(context: Context, start: int, sentence: Sentence, rule: str) -> Iterator[Found]:
    """A role such as *en särskild utredare*; a person's name is passed over for the role they are given."""
    text = context.text
    role = ROLE.match(text, start, sentence.end)
    if role is None:
        role = AS_ROLE.search(text, start, min(sentence.end, start + 120))
        person = re.match(r"(?:[A-ZÅÄÖ][\wåäöé-]+ ){2,4}", text[start : start + 80])
        if role is None or person is None:
            return
    name = role["role"].replace("särskilde ", "särskild ")
    yield Found(FIELD, name, role.start("role"), role.end("role"), rule, Certainty.MEDIUM)


def _in_title(context: Context) -> Iterator[Found]:
    for block in context.document.of_part(Part.TITLE):
        for trigger in TITLE_WHOM.finditer(block.text):
            start = block.start + trigger.end()
            listed = enumeration(context, start, block.end)
            yield from _listed(context, listed, "given.title")
            if not listed.mentions and not listed.groups:
                role = ROLE.match(context.text, start, block.end)
                if role:
                    yield Found(
                        FIELD, role["role"], role.start("role"), role.end("role"), "given.title_role", Certainty.MEDIUM
                    )


def _holders(context: Context, body: list[Sentence]) -> list[Found]:
    """Those whose mandate is changed, extended or ended."""
    found: list[Found] = []
    for sentence in body:
        for pattern in HOLDER:
            for trigger in pattern.finditer(sentence.text):
                listed = enumeration(context, sentence.start + trigger.end(), sentence.end, owners=True)
                found += _listed(context, listed, "given.holder", Certainty.MEDIUM)
        if found:
            break
    return found


def _bound(context: Context, body: list[Sentence]) -> list[Found]:
    """Those whom the first sentence with a duty binds: *X ska*, *ska X*; or a role: *En särskild utredare ska*."""
    for sentence in body:
        role = ROLE_TASK.search(sentence.text)
        if role:
            start = sentence.start + role.start("role")
            return [
                Found(
                    FIELD, role["role"], start, sentence.start + role.end("role"), "given.role_task", Certainty.MEDIUM
                )
            ]
        found: list[Found] = []
        for duty in DUTY_AFTER.finditer(sentence.text):
            found += _subject(context, sentence, sentence.start + duty.start(), "given.bound")
            start = sentence.start + duty.end() + 1
            listed = enumeration(context, start, sentence.end)
            found += _listed(context, listed, "given.bound", Certainty.MEDIUM) if not found else []
            if found:
                break
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
