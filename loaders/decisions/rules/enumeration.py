"""Who is listed after a word such as *med* or *åt*: named bodies, and groups that are no bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ansvarskarta.loaders.decisions.gazetteer.entries import Entry
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.gazetteer.unknown import slug
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context
from ansvarskarta.loaders.decisions.rules.groups import group_at

# Words before the first of a list, and before any further one.
EXAMPLES = (
    r"bl\.a\.|bland annat|bland andra|främst|i första hand|t\.ex\.|till exempel|som till exempel|exempelvis"
    r"|såsom|så som|särskilt|i synnerhet|framför allt|inklusive|däribland|dels"
)
TITLES = (
    r"[Ii]nitiativet|[Oo]rganisationen|[Ff]öreningen|den statliga myndigheten|[Mm]yndigheterna(?=\s+[A-ZÅÄÖ])"
    r"|den nybildade|blivande|den särskilda|nämnda"
    r"|(?:de|den|det)\s+(?:[a-zåäö]+[ae]\s+){0,3}[a-zåäö]+(?:en|na|et)(?=\s+[A-ZÅÄÖ])"
)
SOMETIMES = r"vid behov|i förekommande fall|i tillämpliga (?:fall|delar)|i lämplig omfattning|även|också"
LEAD = re.compile(
    rf"(?:\s|,|:|\b(?:{EXAMPLES}|{TITLES}|{SOMETIMES}|såväl|både|med(?= )|varandra(?: och| samt)?(?: med)?"
    r"|övriga berörda myndigheter som))+"
)
# What says which of a group are meant, passed over: *andra organisationer som myndigheten finner lämpliga, såsom*.
WHICH = re.compile(
    r"\s+som (?:(?:myndighet\w+|\w+verket|\w+styrelsen|de) (?:finner|bedömer|anser|bedöms) [^.,;]{3,60}(?=,\s)"
    rf"|[^.;]{{3,120}}?(?=,\s(?:{EXAMPLES})\s))"
)
JOINING = r"och|samt|eller|respektive|såväl som|liksom|jämte|m\.fl\."
SEPARATOR = re.compile(
    rf"\s*,\s*(?:{JOINING}|{EXAMPLES})?\s*(?:till\s+(?=[A-ZÅÄÖ]))?"
    rf"|\s+(?:{JOINING}|{EXAMPLES})\s+(?:(?:{SOMETIMES})\s+(?:med\s+)?|(?:med|från|åt)\s+|till\s+(?=[A-ZÅÄÖ]))?"
)
# What stands between a body and the next one, read backwards.
BEFORE_NEXT = re.compile(r"(?:\s*\([^()]*\))?\s*(?:,|och|samt|respektive)?\s*(?:(?:och|samt)\s*)?(?:i\s+)?")
PARENTHESIS = re.compile(r"\s*\([^()]{0,160}\)")
# What a body owns, passed over: *Ekonomistyrningsverkets råd för digitalisering*.
OWNED = re.compile(
    r"\s(?:[^.;:(),]{2,80}?(?:enhet|avdelning|sekretariat|kansli)\b|[^.;:(),]{2,60}?)(?=\s*[,.;]|\s(?:och|samt)\s)"
)
# A unit of a body stands for it: *Utrikesdepartementets konsulära och civilrättsliga enhet*.
UNIT_OF = re.compile(r"(?:enhet|avdelning|sekretariat|kansli)$")
UNIT = re.compile(
    r"(?:Enheten|Avdelningen|Sekretariatet|Kansliet) för [^.;:()]{3,80}? (?:på|vid|inom|hos) "
    r"|(?:det |den )?(?:[a-zåäö]+a )?[a-zåäö]*(?:centrumet|centret|enheten|avdelningen|institutionen|kansliet"
    r"|sekretariatet) (?:för [^.;:()]{3,60} )?(?:i|på|vid|inom|hos) "
)
# Names of no known form, believed only inside a list of bodies: an inquiry, *Svenskt Vatten*, *Ume älvs vattenråd*.
NEW_NAME = re.compile(
    r"(?:Utredningen (?:om|för) (?:[^.;()]{3,160}(?= \([A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]? ?\d{4}:\d+\))|[^,.;()]{3,80}?)"
    r"|(?:Svensk|Svenskt|Svenska|Sveriges|Nordiska|Norra|Rädda"
    r"|Nationellt)(?: [\wåäö-]{3,30}){1,3}?"
    r"|[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,2} [a-zåäö]*(?:råd|rådet|förbund|förbundet|förening|föreningen|centrum"
    r"|fonden|kommittén|akademin|museum|museet|bolag|bolaget)"
    r"|[A-ZÅÄÖ][a-zåäö]+-?(?: [\wåäöÅÄÖ-]+){1,6}(?= \([A-ZÅÄÖ]{2,8}\))"
    r"|Riksförbundet [A-ZÅÄÖ][\wåäö-]+(?: [a-zåäö]{3,30})?"
    r"|[A-ZÅÄÖ][\wåäö-]+ (?:i )?(?:Sverige|Norden|Norrland)(?: AB)?"
    r"|[A-ZÅÄÖ][a-zåäö]{7,30})(?=\s*(?:[,.;(]|$|och\b|samt\b))"
    r"|Sveriges [a-zåäöA-ZÅÄÖ-]{3,30}(?:förbund|förening)(?![\wåäö-])"
)
NO_NAME = re.compile(
    r".*(?:land|rike|ien|utskottet|konventionen)|Europarådet|Östersjöregionen|Riksdagen|Samverkan|Dessutom"
    r"|(?:Länsstyrels|Kommunern?|Regionern?|Landstingen|Myndighet|Universitet|Högskol|Regering)\w*|Kommuner|Regioner"
)
# An inquiry or coordinator told by number, passed over: it is read among the mandates.
COMMITTEE = re.compile(
    r"(?:den |det )?(?:nationella |särskilda |regionala )*(?:samordnaren|utredaren|utredningen|kommittén|delegationen"
    r"|kommissionen)\b[^.;()]{0,160}(?=\s\([A-ZÅÄÖ][A-Za-zåäö]? ?\d{4}:\w+\))"
)
# What a list may name that is neither a known body nor a group: *Nationella kompetensteamet*; never another duty.
UNKNOWN = re.compile(
    r"(?!(?:i|inom|för|på|av|om|vid|ta|att|dessa|detta)\b)(?:(?!\b(?:med|från|till|efter)\b)[^.;:()]){3,80}"
)
SKIPPED = re.compile(r"[^.;:()]{1,90}?(?=,\s|\s(?:och|samt)\s)")
# What is to be done with those listed, not who they are: *tillsammans med Boverket hålla kurser i Malmö och*.
INFINITIVE = re.compile(r"\s(?!(?:samma|andra|alla|båda|vissa|berörda|dessa|sina|bra)\b)[a-zåäö]{2,}a\s")
PREPOSITION = re.compile(r"\s(?:i|inom|på|vid|hos|av|med)\s")
VERBS = re.compile(r"\b(?:ska|skall|bör|att|som|får|kan|är|har|där|när|genom|för att|i syfte|med att|syftar)\b")


@dataclass(slots=True)
class Enumeration:
    """Who was listed, and where the list ended."""

    mentions: list[Mention] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


def listed_before(context: Context, start: int, end: int) -> list[Mention]:
    """The bodies listed right up to ``end``, in their order, none in the genitive."""
    listed: list[Mention] = []
    at = end
    for mention in reversed(context.between(start, end)):
        if mention.genitive or not BEFORE_NEXT.fullmatch(context.text, mention.end, at):
            break
        listed.insert(0, mention)
        at = mention.start
    return listed


def enumeration(context: Context, start: int, end: int, *, owners: bool = False) -> Enumeration:
    """The list that begins at ``start``, at most up to ``end``.

    A name in the genitive owns what follows it and is not listed itself, unless ``owners``.
    """
    text = context.text
    listed = Enumeration(end=start)
    at = start
    while at < end:
        lead = LEAD.match(text, at, end)
        at = lead.end() if lead else at
        step = _item(context, at, end, listed, owners=owners)
        if step == at:
            further = _skipped(context, at, end) if listed.mentions else None
            if further is None or not UNKNOWN.fullmatch(text, at, further.start()):
                break
            at = further.end()
            continue
        at = step
        while parenthesis := PARENTHESIS.match(text, at, end):
            at = parenthesis.end()
        if which := WHICH.match(text, at, end):
            at = which.end()
        listed.end = at
        separator = SEPARATOR.match(text, at, end) or _skipped(context, at, end)
        if separator is None:
            break
        at = separator.end()
    return listed


def _item(context: Context, at: int, end: int, listed: Enumeration, *, owners: bool) -> int:
    """Takes what is listed at a character; gives the character after it, the same one where nothing is."""
    mention = context.at(at)
    if mention is not None and mention.end <= end:
        return _named(context, mention, end, listed, owners=owners)
    if (group := group_at(context.text, at, end)) is not None:
        listed.groups.append((group.start(), group.end()))
        return group.end()
    if (committee := COMMITTEE.match(context.text, at, end)) is not None:
        return committee.end()
    return _unit(context, at, end, listed) or _new(context, at, end, listed) or at


def _named(context: Context, mention: Mention, end: int, listed: Enumeration, *, owners: bool) -> int:
    """A known body; where it only owns what is listed, that is passed over, a unit of it excepted."""
    if owners or not mention.genitive or _ends_list(context.text, mention.end):
        listed.mentions.append(mention)
        return mention.end
    owned = OWNED.match(context.text, mention.end, end)
    if owned is not None and UNIT_OF.search(owned.group()):
        listed.mentions.append(mention)
    return owned.end() if owned and listed.mentions else mention.start


def _new(context: Context, at: int, end: int, listed: Enumeration) -> int:
    """Somebody with a name of no known form; 0 where nobody is."""
    new = NEW_NAME.match(context.text, at, end)
    if new is None or NO_NAME.fullmatch(new.group()) or context.between(new.start(), new.end()):
        return 0
    entry = Entry(f"association:{slug(new.group())}", new.group())
    listed.mentions.append(Mention(new.start(), new.end(), entry, rule="name.listed", certainty=Certainty.LOW))
    return new.end()


def _unit(context: Context, at: int, end: int, listed: Enumeration) -> int:
    """*Enheten för konsulära ärenden på Utrikesdepartementet*: the body that a unit is part of; 0 where none is."""
    unit = UNIT.match(context.text, at, end)
    mention = context.at(unit.end()) if unit else None
    if mention is None:
        return 0
    listed.mentions.append(mention)
    return mention.end


def _ends_list(text: str, at: int) -> bool:
    return bool(re.match(r"\s*(?:[.,;)]|och\b|samt\b|$)", text[at : at + 12]))


def _skipped(context: Context, at: int, end: int) -> re.Match[str] | None:
    """A few words about somebody before the list goes on: *Sametinget avseende samiska språk, Boverket*."""
    gap = SKIPPED.match(context.text, at, end)
    if gap is None or VERBS.search(gap.group()) or INFINITIVE.match(gap.group()):
        return None
    separator = SEPARATOR.match(context.text, gap.end(), end)
    if separator is None:
        return None
    lead = LEAD.match(context.text, separator.end(), end)
    place = lead.end() if lead else separator.end()
    listed = context.at(place) is not None or (PREPOSITION.match(gap.group()) and group_at(context.text, place, end))
    return separator if listed else None
