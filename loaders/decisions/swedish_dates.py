"""Days written out in Swedish; a day without a year is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ansvarskarta.graph.dates import is_date

MONTHS = {
    name: number
    for number, name in enumerate(
        [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        start=1,
    )
}
MONTH = "|".join(MONTHS)
# "den 1juni 2017", "den l mars 2013": slips that are common in scanned and pasted texts.
LIST = r"(?:\s*,\s*|\s+(?:och|respektive|samt|eller)\s+|\s*,\s*(?:och|samt|dels|respektive)\s+)"
FULL = re.compile(
    rf"(?<![\w.-])(?P<day>\d{{1,2}}|l)\s?(?P<month>{MONTH})\.?\s+(?:år\s+)?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
SHORT = re.compile(rf"(?<![\w.-])(?P<day>\d{{1,2}}|l)\s?(?P<month>{MONTH})(?!\w)", re.IGNORECASE)
FURTHER_YEAR = re.compile(rf"{LIST}(?P<year>(?:19|20)\d\d)(?!\d|[-–/:])")
NEXT_DAY = re.compile(rf"(?:{LIST}|\s*(?:,?\s*)(?:dels|och|samt)\s+)(?:senast\s+)?(?:den\s+)?$", re.IGNORECASE)
ISO = re.compile(r"(?<![\d/-])(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)(?![\d-])")
END_OF_MONTH = re.compile(
    rf"(?:utgången|slutet) av (?P<month>{MONTH})(?: månad)? (?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
YEARLY = re.compile(
    rf"(?<![\w.-])(?P<day>\d{{1,2}})\s?(?P<month>{MONTH})\s+(?:(?:årligen|varje år|respektive år)\s+"
    rf"|(?=under åren|under perioden))"
    r"(?:(?:från(?: och med)?|fr\.o\.m\.|under|för|åren|perioden|med början)\s+){0,3}(?P<first>20\d\d)\s*"
    r"(?:till(?: och med)?|t\.o\.m\.|[–-])\s*(?P<last>20\d\d)(?!\d)",
    re.IGNORECASE,
)
MOST_YEARS = 10
LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a text: ISO 8601, with the characters it is written in."""

    iso: str
    start: int
    end: int


def days(text: str) -> list[Day]:
    """All days of a text that have a year, in order."""
    found = [Day(found["iso"], found.start(), found.end()) for found in ISO.finditer(text) if is_date(found["iso"])]
    for full in FULL.finditer(text):
        found += _full(text, full)
    found += [day for end in END_OF_MONTH.finditer(text) if (day := _end_of_month(end)) is not None]
    found += [day for yearly in YEARLY.finditer(text) for day in _yearly(yearly)]
    return sorted(found, key=lambda day: day.start)


def _yearly(found: re.Match[str]) -> Iterator[Day]:
    """The day of each year: *den 31 mars årligen från 2015 till 2017*."""
    first, last = int(found["first"]), int(found["last"])
    for year in range(first, min(last, first + MOST_YEARS) + 1):
        iso = _iso(str(year), found["month"], found["day"])
        if iso is not None:
            yield Day(iso, found.start(), found.end())


def _full(text: str, full: re.Match[str]) -> Iterator[Day]:
    iso = _iso(full["year"], full["month"], full["day"])
    if iso is not None:
        yield from _before(text, full)
        yield Day(iso, full.start(), full.end())
    at = full.end()
    while further := FURTHER_YEAR.match(text, at):
        iso = _iso(further["year"], full["month"], full["day"])
        # "2017, 2018 och 2019 ska": a list of years; "2017, 2018 års": not of the day's.
        if iso is None or re.match(r"\s*(?:års|kronor)", text[further.end() :]):
            break
        yield Day(iso, further.start("year"), further.end())
        at = further.end()


def _before(text: str, full: re.Match[str]) -> list[Day]:
    """The days that share the year of one that they are listed with: *den 15 maj och den 1 juni 2019*."""
    found: list[Day] = []
    to = full.start()
    while True:
        short = [*SHORT.finditer(text, max(0, to - 60), to)]
        if not short or not NEXT_DAY.fullmatch(text[short[-1].end() : to]):
            return found
        iso = _iso(full["year"], short[-1]["month"], short[-1]["day"])
        if iso is None:
            return found
        found.insert(0, Day(iso, short[-1].start(), short[-1].end()))
        to = short[-1].start()


def _iso(year: str, month: str, day: str) -> str | None:
    iso = f"{year}-{MONTHS[month.lower()]:02}-{int(day.replace('l', '1')):02}"
    return iso if is_date(iso) else None


def _end_of_month(found: re.Match[str]) -> Day | None:
    month = MONTHS[found["month"].lower()]
    for last in (LAST_DAYS[month - 1], 28):
        iso = f"{found['year']}-{month:02}-{last:02}"
        if is_date(iso):
            return Day(iso, found.start(), found.end())
    return None
