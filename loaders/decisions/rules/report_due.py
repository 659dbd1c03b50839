"""Days on which the mandate, or a part of it, is to be reported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.swedish_dates import Day, days

REPORT = re.compile(
    r"\b(?:(?:del|slut|av|åter)?(?:redovis|rapport)(?!ades?\b)\w*|\w*(?:redovisning|rapportering|rapport)"
    r"(?:en|ar|arna|er|s)?|\w*redovisnings?(?:tid|datum)\w*|redogör\w*|inkom(?!\b|mit\b|na\b)\w*|komma in med"
    r"|lämna[s]?|överlämna[s]?|presentera[s]?"
    r"|till ?handa|avge[s]?|tiden? (?:för|att) \w+|uppdragstid\w*|utredningstid\w*|informera\w*"
    r"|förläng\w*|ge[rs]? in|skickas?|svara[s]?|meddela[s]?)\b",
    re.IGNORECASE,
)
# What else happens on a day.
OTHER = re.compile(
    r"\b(?:rekvi\w+|återbetal\w+|betalas? tillbaka|utbetal\w+|betalas? ut|avslutad\w*|avslutas|slutför\w*|träder"
    r"|trädde|inrättas?|upphör\w*|gäller|ansök\w+|(?:får|ska|kan) (?:\w+ )?användas?|remissyttrande\w*|börja\w*"
    r"|starta\w*|pågå\w*|genomföras|tillträd\w*|överför\w*|driftsätt\w*|vara klar\w*|tas i drift|anmäla sig|öppnas?"
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
RANGE = re.compile(r"(?:[-–]|perioden|tiden|mellan)\s*(?:den\s+)?$")


def find(context: Context) -> Iterator[Found]:
    """The days in sentences that ask for a report."""
    for sentence in context.of(Part.DECISION):
        found = days(sentence.text)
        if not found or (SUPERSEDED.search(sentence.text) and not NOW.search(sentence.text)):
            continue
        previous: bool | None = None
        after = 0
        for day in found:
            if FROM.search(sentence.text[after : day.start]) and TO.match(sentence.text, day.end):
                continue
            due = _is_due(sentence.text, day, after, previous=previous)
            previous, after = due, day.end
            if due:
                yield Found("report_due", day.iso, sentence.start + day.start, sentence.start + day.end, "report.day")


def _is_due(text: str, day: Day, after: int, *, previous: bool | None) -> bool:
    """Whether a day is one of report: by the nearest word before it that says what happens on it, else after it."""
    before = text[after : day.start]
    if IN_PLACE_OF.search(before) or RANGE.search(before) or DECIDED.search(text[: day.start]):
        return False
    if UP_TO.search(before) and not (EXTENDED.search(before) and OF_REPORT.search(text)):
        return False
    words = _signs(before, latest=bool(LATEST.search(before)))
    if words:
        return words[-1][1]
    if previous is not None and len(before) < 30:
        return previous
    following = _signs(text[day.end : day.end + 220], latest=False)
    return following[0][1] if following else bool(previous)


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
