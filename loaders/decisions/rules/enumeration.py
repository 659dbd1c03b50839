"""Who is listed after a word such as *med* or *åt*: named bodies, and groups that are no bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ansvarskarta.loaders.decisions.gazetteer.entries import Entry
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.gazetteer.unknown import slug
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context

LEAD = re.compile(
    r"(?:\s|,|:|\bbl\.a\.|\bbland annat|\bbland andra|\bfrämst|\bi första hand|\bsåväl|\bbåde|\bdels|\bt\.ex\."
    r"|\btill exempel|\bexempelvis"
    r"|\bsåsom|\bsärskilt|\bäven|\bockså|\bi synnerhet|\binklusive|\bdäribland|\bvid behov|\bi tillämpliga delar"
    r"|\bi lämplig omfattning"
    r"|\bden statliga myndigheten|\bmyndigheterna|\bden nybildade|\bblivande|\bden särskilda|\bi förekommande fall"
    r"|\bmed(?= )"
    r"|\bnämnda|\bvarandra(?: och| samt)?(?: med)?|\bövriga berörda myndigheter som)+",
)
SEPARATOR = re.compile(
    r"\s*,\s*(?:och|samt|eller|såväl som|liksom|respektive|dels|däribland|bl\.a\.|bland annat|bland andra|exempelvis"
    r"|såsom|till exempel"
    r"|t\.ex\.|inklusive|jämte|i synnerhet|framför allt)?\s*"
    r"|\s+(?:och|samt|eller|respektive|såväl som|liksom|jämte|såsom|som till exempel|exempelvis|t\.ex\.|till exempel"
    r"|bl\.a\.|bland annat"
    r"|bland andra|inklusive|däribland|m\.fl\.)\s+(?:med\s+|vid behov\s+(?:med\s+)?|även\s+(?:med\s+)?"
    r"|i förekommande fall\s+(?:med\s+)?"
    r"|från\s+|åt\s+|i tillämpliga fall\s+)?"
)
PARENTHESIS = re.compile(r"\s*\([^()]{0,160}\)")
GROUP_NOUN = (
    r"(?:[\wåäö]+(?:-|s)?)?(?:kommun(?:er(?:na)?)?|region(?:er(?:na)?)?|landsting(?:en)?|länsstyrels(?:er(?:na)?)"
    r"|myndighet(?:er(?:na)?)"
    r"|aktör(?:er(?:na)?)|organisation(?:er(?:na)?)|företag(?:en)?|näringsliv(?:et)?|näring(?:en|ar(?:na)?)"
    r"|universitet(?:en)?"
    r"|högskol(?:or(?:na)?)"
    r"|lärosäten(?:a)?|huvudmän(?:nen)?|intressent(?:er(?:na)?)|part(?:er(?:na)?)|förbund(?:en)?|samfund(?:en)?"
    r"|civilsamhälle(?:t|ts)?"
    r"|samhälle(?:t)?|bransch(?:en|er(?:na)?)|forskare|forskarsamhälle(?:t)?|expert(?:er(?:na)?)|företrädare"
    r"|representant(?:er(?:na)?)|instans(?:er(?:na)?)"
    r"|verksamhet(?:er(?:na)?)|sameby(?:ar(?:na)?)|domstol(?:ar(?:na)?)|skol(?:or(?:na)?)|råd(?:en)?|brukare"
    r"|utförare|arbetsgivare"
    r"|samverkansorgan(?:en)?|departement(?:en)?|kommittéer|utredningar|museer(?:na)?|institut(?:en)?|bolag(?:en)?"
    r"|industri(?:n)?|vårdgivare|ideella sektorn|akademi(?:n)?"
    r"|fackförening(?:ar(?:na)?)|nätverk(?:en|et)?|profession(?:en|er(?:na)?)|producenter|leverantörer"
    r"|ägare|sakkunniga"
    r"|rättighetshavare|enskilda|medborgare|nämnd(?:er(?:na)?)|stiftelse(?:r(?:na)?)|föreningar(?:na)?)"
)
GROUP = re.compile(
    rf"(?:(?:de|den|det|andra|övriga|berörda|relevanta|samtliga|alla|angivna|vissa|ett urval av|två|tre|fyra"
    rf"|fem|sex|sju|åtta|nio|tio"
    rf"|elva|tolv|tretton|fjorton|\d{{1,3}}|ytterligare|[a-zåäö]+(?:a|liga|ska|iga|ade|ande|ende|strategiskt|na|bara"
    rf"|ella|ala|ära|iva)|en|ett"
    rf"|eventuella|motsvarande|[a-zåäö]+s)\s+){{0,6}}"
    rf"(?:[a-zåäö]+- (?:och|eller|samt) )?(?:{GROUP_NOUN})(?![\wåäö-])"
    rf"(?:\s+(?:för|inom|på|från|hos|av) (?!att\b)(?:de |det |den )?(?:[a-zåäö]+(?:a|liga|ska"
    rf"|ella) )?[a-zåäö]{{3,30}})?"
)
# What a body owns, passed over: *Ekonomistyrningsverkets råd för digitalisering*.
OWNED = re.compile(r"\s[^.;:(),]{2,60}?(?=\s*[,.;]|\s(?:och|samt)\s)")
UNIT = re.compile(r"(?:Enheten|Avdelningen|Sekretariatet|Kansliet) för [^.;:()]{3,80}? (?:på|vid|inom|hos) ")
# Names of no known form, believed only inside a list of bodies: an inquiry, *Svenskt Vatten*, *Ume älvs vattenråd*.
NEW_NAME = re.compile(
    r"(?:Utredningen (?:om|för) [^,.;()]{3,80}?|(?:Svensk|Svenskt|Svenska|Sveriges|Nordiska|Norra|Rädda"
    r"|Nationellt)(?: [\wåäö-]{3,30}){1,3}?"
    r"|[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+){0,2} [a-zåäö]*(?:råd|rådet|förbund|förbundet|förening|föreningen|centrum"
    r"|fonden|kommittén|akademin|museum|museet|bolag|bolaget)"
    r"|[A-ZÅÄÖ][a-zåäö]+(?: [\wåäöÅÄÖ]+){1,6}(?= \([A-ZÅÄÖ]{2,8}\))"
    r"|[A-ZÅÄÖ][a-zåäö]{7,30})(?=\s*(?:[,.;(]|$|och\b|samt\b))"
)
NO_NAME = re.compile(
    r".*(?:land|rike|ien|utskottet|konventionen)|Europarådet|Östersjöregionen|Riksdagen|Samverkan|Dessutom"
    r"|(?:Länsstyrels|Kommunern?|Regionern?|Landstingen|Myndighet|Universitet|Högskol|Regering)\w*|Kommuner|Regioner"
)
SKIPPED = re.compile(r"[^.;:()]{1,90}?(?=,\s|\s(?:och|samt)\s)")
PREPOSITION = re.compile(r"\s(?:i|inom|på|vid|hos|av|med)\s")
VERBS = re.compile(r"\b(?:ska|skall|bör|att|som|får|kan|är|har|där|när|genom|för att|i syfte|med att|syftar)\b")


@dataclass(slots=True)
class Enumeration:
    """Who was listed, and where the list ended."""

    mentions: list[Mention] = field(default_factory=list)
    groups: list[tuple[int, int]] = field(default_factory=list)
    end: int = 0


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
            break
        at = step
        while parenthesis := PARENTHESIS.match(text, at, end):
            at = parenthesis.end()
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
        if mention.genitive and not owners and not _ends_list(context.text, mention.end):
            owned = OWNED.match(context.text, mention.end, end)
            return owned.end() if owned and listed.mentions else at
        listed.mentions.append(mention)
        return mention.end
    group = GROUP.match(context.text, at, end)
    if group is not None and group.group().strip():
        listed.groups.append((group.start(), group.end()))
        return group.end()
    new = NEW_NAME.match(context.text, at, end)
    if new is None or NO_NAME.fullmatch(new.group()):
        return _unit(context, at, end, listed)
    entry = Entry(f"association:{slug(new.group())}", new.group())
    listed.mentions.append(Mention(new.start(), new.end(), entry, rule="name.listed", certainty=Certainty.LOW))
    return new.end()


def _unit(context: Context, at: int, end: int, listed: Enumeration) -> int:
    """*Enheten för konsulära ärenden på Utrikesdepartementet*: the body that a unit is part of."""
    unit = UNIT.match(context.text, at, end)
    mention = context.at(unit.end()) if unit else None
    if mention is None:
        return at
    listed.mentions.append(mention)
    return mention.end


def _ends_list(text: str, at: int) -> bool:
    return bool(re.match(r"\s*(?:[.,;)]|och\b|samt\b|$)", text[at : at + 12]))


def _skipped(context: Context, at: int, end: int) -> re.Match[str] | None:
    """A few words about somebody before the list goes on: *Sametinget avseende samiska språk, Boverket*."""
    gap = SKIPPED.match(context.text, at, end)
    if gap is None or VERBS.search(gap.group()):
        return None
    separator = SEPARATOR.match(context.text, gap.end(), end)
    if separator is None:
        return None
    lead = LEAD.match(context.text, separator.end(), end)
    place = lead.end() if lead else separator.end()
    listed = context.at(place) is not None or (PREPOSITION.match(gap.group()) and GROUP.match(context.text, place, end))
    return separator if listed else None
