"""Days: today in Sweden, reading and adding. In the graph every date is its ISO 8601 text.

Text sorts as time does, holds ``2023`` and ``2023-06`` where a source says no more, and means the same on every
engine; questions compare it with ``<=`` and never convert.
"""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FULL = re.compile(r"\d{4}-\d{2}-\d{2}")
PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def today() -> str:
    """Today's date in Sweden, whatever the machine's own time zone."""
    return dt.datetime.now(STOCKHOLM).date().isoformat()


def now() -> str:
    """This moment in UTC, to the second, as ISO 8601."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def is_date(value: str) -> bool:
    """Whether the text is a full ISO 8601 date that exists in the calendar."""
    if not FULL.fullmatch(value):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def is_partial_date(value: str) -> bool:
    """Whether the text is ``YYYY``, ``YYYY-MM`` or a full date, and exists in the calendar."""
    return bool(PARTIAL.fullmatch(value)) and is_date(first_day(value))


def first_day(value: str) -> str:
    """The first day of a year, a month or (itself) a day."""
    return value + "-01-01"[(len(value) - 4) :] if len(value) < 10 else value


def add_days(day: str, days: int) -> str:
    """The date that many days later (earlier where negative), kept within the calendar's years 1 to 9999."""
    ordinal = dt.date.fromisoformat(day).toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal())).isoformat()
