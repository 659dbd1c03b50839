"""The days that a report is about: its period, and the half year after it."""

from __future__ import annotations

import calendar
import datetime as dt

from ansvarskarta.exports.facts import Facts
from ansvarskarta.graph.dates import add_days
from ansvarskarta.queries import AnswerRow


def changes(facts: Facts, first: str, last: str) -> list[AnswerRow]:
    """Who gained or lost ownership in the period: the day before it compared with its last."""
    # A mandate often begins on the first day of a year: compared with that day itself, it would be in no report.
    return facts.ask("changes", last, **{"from": add_days(first, -1), "to": last}).rows


def half_a_year_after(day: str) -> str:
    """The same day six months later; from the last day of a month to the last day of one."""
    date = dt.date.fromisoformat(day)
    years, month = divmod(date.month + 5, 12)
    year = date.year + years
    if year > dt.MAXYEAR:
        return dt.date.max.isoformat()
    last = calendar.monthrange(year, month + 1)[1]
    is_last = date.day == calendar.monthrange(date.year, date.month)[1]
    return dt.date(year, month + 1, last if is_last else min(date.day, last)).isoformat()


def days_ahead(day: str) -> int:
    """How many days that is."""
    return (dt.date.fromisoformat(half_a_year_after(day)) - dt.date.fromisoformat(day)).days
