"""What a page shows is all in its address: the day, the language, and the page's own values. Nothing else decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from ansvarskarta.graph.dates import is_date, today
from ansvarskarta.texts import Language

LANG = "lang"
AS_OF = "as_of"
SEARCH, THING, GAPS, COVERAGE, TIMELINE = "", "objekt", "luckor", "tackning", "tidslinje"
HANDOVER, ASK, LOAD, ABOUT, OVERVIEW = "overlamning", "fraga", "ladda", "om", "oversikt"
EXPLORE = "utforska"
REVIEW = "granska"
NAMES = (SEARCH, THING, GAPS, COVERAGE, TIMELINE, HANDOVER, ASK, LOAD, ABOUT, OVERVIEW, EXPLORE, REVIEW)
_LONGEST = 10_000  # characters of one value: an address that is longer was made by no page


@dataclass(frozen=True, slots=True)
class View:
    """One address, read.

    ``as_of`` is empty while the day is to follow the calendar ("today"); ``refused_day`` is what stood in the address
    and was no date. ``values`` are the page's own parameters.
    """

    page: str
    lang: Language = Language.SV
    as_of: str = ""
    refused_day: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def day(self) -> str:
        """The day that everything on the page is said of."""
        return self.as_of or today()

    def value(self, name: str) -> str:
        """One of the page's own parameters; empty where the address has none."""
        return self.values.get(name, "")

    def href(self, page: str, /, **values: str | int) -> str:
        """The address of a page with these values, in the same language and on the same day, unless given anew.

        It is relative, so that it holds behind any proxy; every page lies one level below the start.
        """
        kept: dict[str, str | int] = {AS_OF: self.as_of, LANG: "" if self.lang is Language.SV else self.lang.value}
        query = urlencode({name: value for name, value in {**values, **kept, **values}.items() if value != ""})
        return f"./{page}?{query}" if query else f"./{page}"

    def here(self, **values: str | int) -> str:
        """This very address with some values changed; an empty one goes."""
        return self.href(self.page, **{**self.values, **values})


def read_view(page: str, query: Mapping[str, str]) -> View:
    """What an address says. A day that is no date is refused and told, not guessed."""
    values = {name: value[:_LONGEST] for name, value in query.items() if name not in (LANG, AS_OF) and value}
    asked = query.get(AS_OF, "").strip()
    return View(
        page=page,
        lang=Language.EN if query.get(LANG) == Language.EN else Language.SV,
        as_of=asked if is_date(asked) else "",
        refused_day="" if not asked or is_date(asked) else asked[:40],
        values=values,
    )
