"""Days on which the mandate, or a part of it, is to be reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules import decision_date
from ansvarskarta.loaders.decisions.rules.answering import answer_days
from ansvarskarta.loaders.decisions.rules.context import Context, Found, first_value
from ansvarskarta.loaders.decisions.sentences import Sentence
from ansvarskarta.loaders.decisions.swedish_dates import Day, days

REPORT = re.compile(
    r"\b(?:(?:del|slut|av|åter)?(?:redovis|rapport)(?!ades?\b|ningsobjekt|ningsenhet)\w*|\w*(?:redovisning|rapportering|rapport)"
    r"(?:en|ar|arna|er|s)?|\w*redovisnings?(?:tid|datum)\w*|redogör\w*|inkom(?!\b|mit\b|na\b)\w*|komma in med"
    r"|lämna[s]?|överlämna[s]?|presentera[s]?"
    r"|till ?handa|delges|avge[s]?|tiden? (?:för|att) \w+|uppdragstid\w*|utredningstid\w*|informera\w*"
    r"|förläng\w*|ge[rs]? in|skickas?|svara[s]?|meddela[s]?)\b",
    re.IGNORECASE,
)
# What else happens on a day.
OTHER = re.compile(
    r"\b(?:rekvi\w+|återbetal\w+|betalas? tillbaka|utbetal\w+|betalas? ut|avslutad\w*|avslutas|slutför\w*|träder"
    r"|trädde|inrättas?|upphör\w*|gäller|ansök\w+|(?:får|ska|kan) (?:\w+ )?användas?|remissyttrande\w*|börja\w*"
    r"|starta\w*|pågå\w*|genomföras?|tillträd\w*|överför\w*|driftsätt\w*|vara klar\w*|tas i drift|anmäla sig|öppnas?"
    r"|inordnas|finnas tillgänglig\w*|yttrande\w* över|uppdatera\w*|införa\w*|påbörjas|vara inrättad\w*|inletts"
    r"|från och med|fr\.o\.m\.?)\b",
    re.IGNORECASE,
)
# What may stand before a day that is not one of report, unless the day is a latest one: *senast den*.
PASSING = re.compile(
    r"\b(?:beslut(?:ade|at|et)?|hemställ\w*|begär\w*|begärt|skrivelse\w*|fick|gav|uppdrog|remiss\w*|påbörja\w*"
    r"|perioden|efter|sedan|överenskommelse\w*|lagen|förordning\w*|daterad\w*|förslag till anslag|rådets|direktiv\w*"
    r"|inkom|inkommit|redovisades?|lämnade|överlämnade|anmälde|ursprunglig\w*|publicerade\w*|budgetproposition\w*|utlys\w+"
    r"|handling(?:ar|arna)? som|redan har|redovisats|lämnats)\b",
    re.IGNORECASE,
)
LATEST = re.compile(r"\bsenast(?: vid)?\s+(?:den\s+)?$", re.IGNORECASE)
UP_TO = re.compile(
    r"(?:till och med|t\.o\.m\.|från och med|fr\.o\.m\.|från|mellan|sedan|före den|beslut(?:et)?"
    r"|beslut av)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
# The day that another takes the place of: *förlängs från den 1 februari till den 2 maj*.
FROM, TO = re.compile(r"\bfrån\s+(?:den\s+)?$"), re.compile(r"\s+till\s")
OF_REPORT = re.compile(r"redovis|rapport", re.IGNORECASE)
EXTENDED = re.compile(r"förläng\w*|senarelägg\w*", re.IGNORECASE)
# What was to hold before: the days in it are no longer due.
SUPERSEDED = re.compile(
    r"\b(?:ursprungligen?|ursprungliga|enligt (?:det |detta |regeringens )?(?:tidigare |ursprungliga )?beslutet?"
    r"|enligt uppdraget (?:ska|skulle)|skulle|hemställ\w*|begär(?:an|t|de|er)|önskemål|ansökt|inkommit med"
    r"|har (?:redovisat|lämnat|inkommit|överlämnat)|redovisade(?!s?\s+medel)|i ?stället för den)\b",
    re.IGNORECASE,
)
NOW = re.compile(r"\bi ?stället\b|\b(?:förlängs|förlänger|ändrar|ändras)\b|\batt förlänga\b", re.IGNORECASE)
IN_PLACE_OF = re.compile(r"i ?stället för (?:senast )?(?:den )?$", re.IGNORECASE)
# What is handed in without being a report.
HANDED_IN = re.compile(
    r"\b(?:rekvi\w+|återbetal\w+|betalas? tillbaka|utbetalas?|remiss\w+|ansökan|ansökningar\w*|anmälan)\b",
    re.IGNORECASE,
)
# What was decided before is told, not decided: *Den 3 juni beslutade regeringen att förlänga uppdraget till*.
DECIDED = re.compile(r"\b(?:beslutade regeringen|regeringen beslutade) att\b[^.]*$", re.IGNORECASE)
# A day that was to hold before, in a sentence that also says what holds now.
WAS_DUE = re.compile(
    r"\b(?:skulle|enligt (?:det )?(?:ursprungliga|tidigare) (?:beslutet|uppdraget))\b[^,;]*$", re.IGNORECASE
)
# *Det ska ske senast den 1 juni 2018*, of the report that the sentence before speaks of.
THAT = re.compile(r"(?:Det(?:ta)?|Så) (?:ska|skall) (?:ske|göras)\b|(?:Det )?[Ss]ka ske senast\b")
# *Vid samma tidpunkt ska en ekonomisk redovisning lämnas*, on the day that the sentence before ends with.
SAME_DAY = re.compile(r"\b(?:vid|senast(?: vid)?) samma (?:tidpunkt|datum|dag)\b|^samma (?:dag|datum)\b", re.IGNORECASE)
# Handed to the government by whatever verb: *senast den 31 december 2021 till Regeringskansliet (...) föreslå*.
HANDED_OVER = re.compile(
    r"\s+(?:\w+ly )?(?:till|för) (?:regeringen|Regeringskansliet|[A-ZÅÄÖ][\wåäö -]*departementet)\b"
)
# *ska slutföras senast den 30 juni 2011, varvid en slutrapport ska lämnas*.
AND_THEN = re.compile(
    r",?\s+(?:varvid|och då|då)\b(?=[^.;]{0,80}\b(?:ska|skall)\b)[^.;]{0,60}(?:rapport|redovis)", re.IGNORECASE
)
# The day of a decision that is told: *beslut den 4 februari 2016 om uppdrag ... och den 19 april 2018 om uppdrag*.
TOLD = re.compile(r"\s+(?:om (?:\w+ )?(?:uppdrag|ändr|förläng)|med uppdrag|att (?:ge|uppdra)\b)")
# Another mandate that this one has to heed is reported on a day of its own.
OTHERS = re.compile(
    r"\b(?:hänsyn (?:\w+ ){0,3}tas till|ta hänsyn till|beakta[rs]?|samordna[rs]? med|utgå från|mot bakgrund av)\b[^.;]*"
    r"\buppdrag\w*\b[^.;]*\bsom (?:ska|skall|redan|nyligen|även)\b[^.;]*$",
    re.IGNORECASE,
)
# The day of what is named, not of what is to come: *uppdrag av den 12 november 2020*.
DATED = re.compile(r"\bav den\s+$")
RANGE = re.compile(r"(?:[-–]|perioden|tiden|mellan)\s*(?:den\s+)?$")


def find(context: Context) -> Iterator[Found]:
    """The days in sentences that ask for a report; none lies before the day of the decision."""
    decided = first_value(decision_date.find(context)) or ""
    before: Sentence | None = None
    for sentence in context.of(Part.DECISION):
        yield from (found for found in _of(sentence, before) if str(found.value) >= decided)
        before = sentence


def _of(sentence: Sentence, before: Sentence | None) -> Iterator[Found]:
    text = sentence.text
    told = before.text if before else ""
    if before is not None and SAME_DAY.search(text) and OF_REPORT.search(text):
        yield from (_found(before, day, "report.same_day") for day in days(told)[-1:])
    found = days(text)
    if not found or (SUPERSEDED.search(text) and not NOW.search(text)):
        return
    answers = answer_days(text, found)
    previous = True if THAT.match(text) and OF_REPORT.search(told) else None
    after = 0
    for day in found:
        if FROM.search(text[after : day.start]) and TO.match(text, day.end):
            continue
        if IN_PLACE_OF.search(text[after : day.start]):
            after = day.end
            continue
        told_day = TOLD.match(text, day.end) and not LATEST.search(text[: day.start])
        due = not told_day and day not in answers and _is_due(text, day, after, previous=previous)
        previous, after = due, day.end
        if due or AND_THEN.match(text, day.end):
            yield _found(sentence, day, "report.day")


def _found(sentence: Sentence, day: Day, rule: str) -> Found:
    return Found("report_due", day.iso, sentence.start + day.start, sentence.start + day.end, rule)


def _is_due(text: str, day: Day, after: int, *, previous: bool | None) -> bool:
    """Whether a day is one of report: by the nearest word before it that says what happens on it, else after it."""
    before = text[after : day.start]
    if _is_none(text, before, text[: day.start]):
        return False
    words = _signs(before, latest=bool(LATEST.search(before)))
    if words:
        return words[-1][1]
    if previous is not None and len(before) < 30:
        return previous
    if HANDED_OVER.match(text, day.end) and LATEST.search(before):
        return True
    following = _signs(text[day.end : day.end + 220], latest=False)
    return following[0][1] if following else bool(previous)


def _is_none(text: str, near: str, before: str) -> bool:
    """Whether a day is told, heeded, a document's own, or one from or up to which something holds."""
    up_to = UP_TO.search(near) and not (EXTENDED.search(near) and OF_REPORT.search(text))
    is_dated = DATED.search(near) or RANGE.search(near)
    return bool(WAS_DUE.search(near) or is_dated or DECIDED.search(before) or OTHERS.search(before) or up_to)


def _signs(text: str, *, latest: bool) -> list[tuple[int, bool]]:
    """The words that say what happens on a day, in order: whether each is about a report."""
    otherwise = bool(HANDED_IN.search(text))
    reports = [(found.start(), not (otherwise and _hands_in(text, found.start()))) for found in REPORT.finditer(text)]
    others = [found.start() for found in OTHER.finditer(text)]
    others += [] if latest else [found.start() for found in PASSING.finditer(text)]
    return sorted([*reports, *((start, False) for start in others)])


def _hands_in(text: str, start: int) -> bool:
    """Whether what is handed in there is a request or an answer rather than a report."""
    return bool(re.match(r"lämnas?|ges in|inkom|skicka|ställ", text[start:])) and "redovis" not in text.lower()
