"""The first and the last day of the mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.report_due import DECIDED
from ansvarskarta.loaders.decisions.sentences import Sentence
from ansvarskarta.loaders.decisions.swedish_dates import Day, days

ABOUT_MANDATE = re.compile(
    r"\b(?:uppdrag(?:et|ets|stiden)?|uppdrar|erbjuder|utser|förordnar|lokaliseringen|arbetet|förordnande\w*|erbjudandet"
    r"|beslutet|avvecklingen"
    r"|omlokaliseringen|överföringen|verksamheten|försöksverksamheten|försöket|insatserna|projektet|samordnaren"
    r"|utredaren|delegationen)\b",
    re.IGNORECASE,
)
NOT_OF_MANDATE = re.compile(
    r"\b(?:kostnad\w*|finansier\w*|medel|medlen|anslag\w*|lagen|förordningen|direktivet|kronor|rekvi\w+|upphör som"
    r"|inrättas|bestämmelse\w*|entledigas|träder|trädde|myndigheten bildas|statistik)\b",
    re.IGNORECASE,
)
FROM = re.compile(
    r"(?:från och med|fr\.?\s?o\.?\s?m\.?|med början|inleds|påbörjas|börjar(?: gälla)?|gäller från"
    r"|träder i kraft)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
TO = re.compile(
    r"(?:till och med|t\.?\s?o\.?\s?m\.?|gäller till|pågår? till|pågår? längst till|löper till|längst till"
    r"|dock längst till|förläng(?:s|er|a|as)? (?:\w+ ){0,6}till|till dess)\s+(?:den\s+)?$",
    re.IGNORECASE,
)
# "under perioden 1 oktober 2024–31 december 2026", "mellan den 1 mars 2024 och den 1 juni 2025": both days at once.
RANGE_FROM = re.compile(
    r"(?:under (?:perioden|tiden)|för (?:perioden|tiden)|mellan|under)\s+(?:den\s+)?$", re.IGNORECASE
)
RANGE_TO = re.compile(r"\s*(?:[–-]|till(?: och med)?|t\.o\.m\.|och)\s*(?:den\s+)?")
DONE_BY = re.compile(
    r"\b(?:ska|skall) (?:\w+ ){0,3}(?:vara )?(?:slutfört|slutförd|slutföras|avslutat|avslutad|avslutas|genomfört"
    r"|genomförd|upphöra)\b[^.]{0,40}(?:senast |den |vid )+$"
    r"|\b(?:uppdrag(?:et)?|förordnandet|[Bb]eslutet) (?:avslutas|upphör|löper ut)[^.]{0,30}(?:senast |den |vid )+$",
    re.IGNORECASE,
)
# What no longer holds from a day on held to the day before.
ENDS_FROM = re.compile(
    r"\b(?:upphäv\w+|återkalla\w*|upphör\w*|avslutas?)\b[^.;]{0,60}(?:från och med|fr\.o\.m\.) (?:den )?$",
    re.IGNORECASE,
)
BUDGET_YEAR = re.compile(r"\b(?:för|under) budgetåret (?P<year>20\d\d)\b")
LETTER = re.compile(r"regleringsbrev", re.IGNORECASE)
# The day is of something else that the sentence speaks of: a report, a consultation, a purpose, a clause with *som*.
ASIDE = re.compile(
    r"\b(?:\w*redovis\w*|\w*rapport\w*|samråd\w*|avser|avseende|vidtagits|som (?:kommit|beslutats|gjorts)|personer"
    r"|elever"
    r"|utgör\w*|blir|är|anvisande|för att)\b[^,]{0,80}$|\bsom (?:\w+ ){0,2}(?:till och med|från och med|t\.o\.m\."
    r"|fr\.o\.m\."
    r"|börjar gälla|träder i kraft) (?:den )?$",
    re.IGNORECASE,
)


# What somebody wishes is not decided: *anser att det är rimligt att uppdraget förlängs till den*.
WISHED = re.compile(r"\b(?:anser|anför|begär\w*|begärt|hemställ\w*|önskar|önskemål|ansök\w*)\b", re.IGNORECASE)


def find(context: Context) -> Iterator[Found]:
    """The days from and to which the text says that the mandate itself holds."""
    letter = [block for block in context.document.of_part(Part.TITLE, Part.HEAD) if LETTER.search(block.text)]
    for block in letter:
        for year in BUDGET_YEAR.finditer(block.text):
            at = (block.start + year.start(), block.start + year.end())
            yield Found("start", f"{year['year']}-01-01", *at, "period.budget_year", Certainty.MEDIUM)
            yield Found("end", f"{year['year']}-12-31", *at, "period.budget_year", Certainty.MEDIUM)
    if not letter:
        for sentence in context.of(Part.DECISION):
            yield from _of(sentence)


def _of(sentence: Sentence) -> Iterator[Found]:
    text = sentence.text
    found = days(text)
    if ended := next((day for day in found if _ends_from(text[: day.start])), None):
        last = date.fromisoformat(ended.iso) - timedelta(days=1)
        yield _found("end", sentence, replace(ended, iso=last.isoformat()), "period.ends_from")
    elif ABOUT_MANDATE.search(text):
        yield from _held(sentence, text, found)


def _ends_from(before: str) -> bool:
    return bool(ENDS_FROM.search(before)) and not WISHED.search(before)


def _held(sentence: Sentence, text: str, found: list[Day]) -> Iterator[Found]:
    """The days from and to which a sentence about the mandate says that it holds."""
    for first, last in pairwise(found):
        before = text[: first.start]
        if RANGE_FROM.search(before) and RANGE_TO.fullmatch(text[first.end : last.start]) and _is_of_mandate(before):
            yield _found("start", sentence, first, "period.range")
            yield _found("end", sentence, last, "period.range")
            return
    for day in found:
        before = text[: day.start]
        if DECIDED.search(before) or WISHED.search(before):
            continue
        clause = re.split(r"[;:]", before)[-1]
        if NOT_OF_MANDATE.search(clause[-160:]):
            continue
        if DONE_BY.search(before):
            yield _found("end", sentence, day, "period.done_by")
        elif TO.search(before) and _near(before):
            yield _found("end", sentence, day, "period.to")
        elif FROM.search(before) and _near(before):
            yield _found("start", sentence, day, "period.from")


def _is_of_mandate(before: str) -> bool:
    return _near(before) and not NOT_OF_MANDATE.search(before[-160:])


def _near(before: str) -> bool:
    """Whether the words before the day are about the mandate rather than something else in the sentence."""
    return bool(ABOUT_MANDATE.search(before[-140:])) and not ASIDE.search(before)


def _found(field: str, sentence: Sentence, day: Day, rule: str) -> Found:
    return Found(field, day.iso, sentence.start + day.start, sentence.start + day.end, rule)
