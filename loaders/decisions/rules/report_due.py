"""Days on which the mandate, or a part of it, is to be reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.sentences import Sentence
from ansvarskarta.loaders.decisions.swedish_dates import Day, days

REPORT = re.compile(
    r"\b(?:(?:del|slut|av|åter)?(?:redovis|rapport)\w*|\w*(?:redovisning|rapportering|rapport)(?:en|ar|arna|er|s)?"
    r"|redogör\w*"
    r"|inkom\w*|komma in med|lämna[s]?|överlämna[s]?|presentera[s]?|tillhanda|avge[s]?|tiden? (?:för|att) \w+"
    r"|uppdragstid\w*|utredningstid\w*|informera\w*|(?:förläng|senarelägg|flytta)\w*|ges in|skickas?|slutrapport\w*)\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:rekvi\w+|återbetal\w+|betalas? tillbaka|utbetal\w+|betalas? ut|avslutad\w*|avslutas|slutför\w*|träder"
    r"|trädde|beslut(?:ade|at|et)?"
    r"|från och med|fr\.o\.m\.?|inrättas?|upphör\w*|gäller|ansök\w+|använd\w+|hemställ\w*|begär\w*|begärt"
    r"|skrivelse\w*|fick|gav"
    r"|uppdrog|remissyttrande\w*|remiss\w*|börja\w*|starta\w*|påbörja\w*|perioden|efter|sedan|överenskommelse\w*"
    r"|lagen|förordning\w*"
    r"|daterad\w*|dnr|förslag till anslag|rådets|direktiv\w*|pågå\w*|genomföras|inkommit|redovisade|lämnade"
    r"|överlämnade|anmälde"
    r"|ursprunglig\w*|tillträd\w*|överför\w*|driftsätt\w*|vara klar\w*|tas i drift|publicerade\w*|anmäla sig"
    r"|budgetproposition\w*|öppnas?"
    r"|handling(?:ar|arna)? som|utlys\w+|meddela\w*|redan har|redovisats|lämnats|inordnas|finnas tillgänglig\w*"
    r"|yttrande\w* över|uppdatera\w*|införa\w*)\b",
    re.IGNORECASE,
)
UP_TO = re.compile(
    r"(?:till och med|t\.o\.m\.|från och med|fr\.o\.m\.|från|mellan|sedan|före den|beslut(?:et)?"
    r"|beslut av)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
EXTENDED = re.compile(r"förläng\w*|senarelägg\w*", re.IGNORECASE)
# What was to hold before: the days in it are no longer due.
SUPERSEDED = re.compile(
    r"\b(?:ursprungligen?|ursprungliga|enligt (?:det (?:tidigare )?|regeringens )?(?:beslutet?"
    r"|uppdraget)(?! ska\b.{0,60}\bi stället)|skulle|hemställ\w*|begär(?:an|t|de|er)"
    r"|önskemål|ansökt|inkommit med|har (?:redovisat|lämnat|inkommit|överlämnat)|redovisade(?!s?\s+medel)"
    r"|istället för den|i stället för den)\b",
    re.IGNORECASE,
)
INSTEAD = re.compile(r"i ?stället\b", re.IGNORECASE)
IN_PLACE_OF = re.compile(r"i ?stället för (?:senast )?(?:den )?$", re.IGNORECASE)
MONEY = re.compile(r"\b(?:rekvi\w+|återbetal\w+|betalas? tillbaka|utbetalas?)\b", re.IGNORECASE)
RANGE = re.compile(r"(?:[-–]|perioden|tiden|mellan)\s*(?:den\s+)?$")


def find(context: Context) -> Iterator[Found]:
    """The days in sentences that ask for a report."""
    for sentence in context.of(Part.DECISION):
        found = days(sentence.text)
        if not found or (SUPERSEDED.search(sentence.text) and not INSTEAD.search(sentence.text)):
            continue
        previous: bool | None = None
        for place, day in enumerate(found):
            after = found[place - 1].end if place else 0
            due = _is_due(sentence.text, day, after, previous=previous)
            previous = due
            if due:
                yield Found("report_due", day.iso, sentence.start + day.start, sentence.start + day.end, "report.day")


def _is_due(text: str, day: Day, after: int, *, previous: bool | None) -> bool:
    """Whether a day is one of report: by the nearest word before it that says what happens on it, else after it."""
    before = text[after : day.start]
    if IN_PLACE_OF.search(before) or RANGE.search(before):
        return False
    if UP_TO.search(before) and not EXTENDED.search(before):
        return False
    words = [*_signs(before)]
    if words:
        return words[-1][1]
    if previous is not None and len(before) < 30:
        return previous
    following = _signs(text[day.end : day.end + 220])
    return following[0][1] if following else bool(previous)


def _signs(text: str) -> list[tuple[int, bool]]:
    """The words that say what happens on a day, in order: whether each is about a report."""
    reports = [(found.start(), True) for found in REPORT.finditer(text)]
    others = [(found.start(), False) for found in OTHER.finditer(text)]
    money = bool(MONEY.search(text))
    return sorted((start, report and not (money and _hands_in(text, start))) for start, report in reports + others)


def _hands_in(text: str, start: int) -> bool:
    """Whether what is handed in there is a request for money rather than a report."""
    return bool(re.match(r"lämnas?|ges in|inkom|skicka|ställ", text[start:])) and "redovis" not in text.lower()


def report_sentence(sentence: Sentence) -> bool:
    """Whether a sentence is about reporting."""
    return bool(REPORT.search(sentence.text))
