"""To whom the mandate is reported: the ministry where one is named, else Regeringskansliet; or another body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.enumeration import listed_before
from ansvarskarta.loaders.decisions.rules.report_due import OTHERS
from ansvarskarta.loaders.decisions.sentences import Sentence

REPORT = re.compile(
    r"\b(?:(?:del|slut|av|åter)?(?:redovis|rapport)\w*|\w*(?:redovisning|rapportering|rapport)(?:en|ar|arna|er|s)?"
    r"|inkom\w*|komma in med|lämna[s]?|överlämna[s]?"
    r"|presentera[s]?|till ?handa|avge[s]?|informera\w*|informerat|informerad|underrätta\w*|orientera\w*|redogör\w*"
    r"|ges in|delges|skickas?|anmälas?|svara|meddela|föreslå|stämma[s]? av|avstämning\w*)\b",
    re.IGNORECASE,
)
STRICT = re.compile(
    r"\b\w*(?:redovis|rapport)\w*\b|\bkopia\b|\blämna[s]? (?:en |ett |sin )?(?:\w+ )?(?:redovisning|rapport"
    r"|lägesrapport)"
    r"|\b(?:underlag|förslag|utvärdering|resultat|sammanställning|analys|plan|\w*beskrivning)\w* (?:ska "
    r"|skall )?(?:\w+ )?(?:(?:över)?lämnas|delges)\b",
    re.IGNORECASE,
)
# Words before a body that make it the one who receives.
# The one to whose hands it comes stands between: *ska vara Regeringskansliet till handa*.
HANDED = re.compile(r"\bvara\s+(?:det\s+|den\s+)?$", re.IGNORECASE)
TOWARDS = re.compile(
    r"(?:\btill|\b(?:stämma[s]? av|avstämning\w*) (?:\w+ ){0,4}?med|\binformerar?|\bhålla|\bhåller|\bhålls"
    r"|\bunderrättar?|\borienterar?|\bsvara|\bmeddela|\bdelges|\bför|\bhos"
    r"|\bvid|\bsamt till"
    r"|\boch till)\s+(?:\w+ly\s+)?(?:det\s+|den\s+|blivande\s+|berörda\s+|ansvarigt\s+)*$",
    re.IGNORECASE,
)
FROM_WHOM = re.compile(r"\b(?:från|av|med|inom|hos|mellan|åt|inhämta\w*)\s+(?:\w+\s+)?$", re.IGNORECASE)
MONEY = re.compile(
    r"\b(?:rekvi\w+|återbetal\w+|betala\w* tillbaka|utbetal\w*|återrapporter\w* till EU)\b", re.IGNORECASE
)
# What begins a clause about something else than the report itself.
CLAUSE = re.compile(r"\b(?:som|att|vilka|hur|om)\b")
# *ska hålla Länsstyrelsen i Stockholms län underrättad*.
INFORMED = re.compile(r"\bhåll(?:a|er|as)\s+$")
TOLD = re.compile(r"\s+(?:\w+\s+)?(?:informera|underrätta|orientera)[dt]\w*")
# *Naturvårdsverket ska hållas informerat*.
KEPT_TOLD = re.compile(
    r"\s+(?:ska|skall|bör)\s+(?:\w+\s+)?(?:hållas(?=\s+(?:\w+\s+)?(?:informera|underrätta|orientera)[dt])"
    r"|få (?:en )?(?:kopia|del) av (?:\w+\s+)?\w*(?:rapport|redovisning))"
)
# *ska till Socialstyrelsen redovisa*: to whom it is comes first.
TO_WHOM_FIRST = re.compile(r"\b(?:ska|skall)\s+(?:senast [^,.]{5,40} )?till\s+$")
HANDS_IN = re.compile(r"\b(?:av|åter|del|slut)?(?:redovisa|rapportera)\b")
PARENT = "Regeringskansliet"


def find(context: Context) -> Iterator[Found]:
    """Those to whom sentences of reporting say that something is handed."""
    found: list[Found] = []
    government: list[Found] = []
    for sentence in context.of(Part.DECISION):
        if not REPORT.search(sentence.text):
            continue
        kept_told = _kept_told(context, sentence)
        found += [
            Found("reports_to", mention.name, mention.start, mention.end, "reports.kept_told", Certainty.MEDIUM)
            for mention in kept_told
            if mention.type != "government"
        ]
        for mention in context.between(sentence.start, sentence.end):
            if mention.genitive or mention in kept_told or not _receives(context, sentence, mention):
                continue
            if mention.type == "government":
                government.append(Found("reports_to", PARENT, mention.start, mention.end, "reports.government"))
            elif mention.type == "ministry":
                found.append(
                    Found("reports_to", mention.name, mention.start, mention.end, "reports.ministry", mention.certainty)
                )
            elif _is_report(sentence, mention):
                found.append(
                    Found("reports_to", mention.name, mention.start, mention.end, "reports.body", Certainty.MEDIUM)
                )
    ministries = any(item.rule == "reports.ministry" for item in found)
    yield from found
    if not ministries:
        yield from government[:1]


def _kept_told(context: Context, sentence: Sentence) -> list[Mention]:
    """Those who are to be kept informed."""
    told = KEPT_TOLD.search(sentence.text)
    return listed_before(context, sentence.start, sentence.start + told.start()) if told else []


def _receives(context: Context, sentence: Sentence, mention: Mention) -> bool:
    """Whether what is handed goes to the one mentioned."""
    before = context.text[sentence.start : mention.start]
    if OTHERS.search(before):
        return False
    if mention.type == "ministry":
        before = _before_list(context, sentence, mention)
    elif mention.type != "government":
        before = _before_bodies(context, sentence, mention)
    if HANDED.search(before) and re.search(r"till ?handa", sentence.text):
        return True
    return bool(TOWARDS.search(before)) and not MONEY.search(before[-50:])


def _before_bodies(context: Context, sentence: Sentence, mention: Mention) -> str:
    """What stands before a list of bodies that the mention is part of."""
    listed = listed_before(context, sentence.start, mention.start)
    return context.text[sentence.start : listed[0].start if listed else mention.start]


def _before_list(context: Context, sentence: Sentence, mention: Mention) -> str:
    """What stands before the parenthesis or list that a ministry is named in."""
    text = context.text
    start = mention.start
    for other in reversed(context.between(sentence.start, mention.start)):
        gap = text[other.end : start]
        joined = re.fullmatch(
            r"\s*\(?,?\s*(?:och|samt|respektive|eller|,|\(|med kopia till|kopia till|och med kopia till"
            r"|och i kopia till|det|blivande|den|till)?"
            r"(?:\s*(?:och|med|kopia|till|för kännedom|det|blivande|i))*\s*\(?\s*",
            gap,
        )
        if other.type in ("ministry", "government") and joined and not other.genitive:
            start = other.start
        else:
            break
    return re.sub(r"\(\s*$", "", text[sentence.start : start])


def _is_report(sentence: Sentence, mention: Mention) -> bool:
    """Whether a body that is no ministry receives a report of the mandate, rather than money or other things."""
    at = mention.start - sentence.start
    if INFORMED.search(sentence.text, 0, at) and TOLD.match(sentence.text, mention.end - sentence.start):
        return True
    if TO_WHOM_FIRST.search(sentence.text, 0, at) and HANDS_IN.search(sentence.text, at, at + 140):
        return True
    before = sentence.text[max(0, at - 130) : at]
    reports = [found.end() for found in STRICT.finditer(before)]
    if not reports or MONEY.search(before) or CLAUSE.search(before[reports[-1] :]):
        return False
    return bool(re.search(r"\b(?:till|delges) (?:\w+ )?$|,\s*$|\boch $|\bsamt $", before))
