"""What must be said beside an answer: what kind of data it rests on, and that its day lies outside all of it."""

from __future__ import annotations

from functools import lru_cache

from ansvarskarta.graph.connection import DataVersion, Graph, State
from ansvarskarta.graph.dates import today
from ansvarskarta.texts import Language, text

_SPAN = """
MATCH ()-[r]->() WHERE r.valid_from IS NOT NULL OR r.valid_to IS NOT NULL
WITH min(coalesce(r.valid_from, r.valid_to)) AS first, max(coalesce(r.valid_to, r.valid_from)) AS last
OPTIONAL MATCH (m:Mandate)
RETURN first, last, min(coalesce(m.valid_from, m.valid_to)), max(coalesce(m.valid_to, m.valid_from))
"""


def notes_on_data(state: State, lang: Language) -> list[str]:
    """That the data is for demonstration, and that a load which is under way may not have brought all rows."""
    demo = [text("asking.demo", lang)] if state.is_demo else []
    return [*demo, text("asking.load_under_way", lang)] if state.loading else demo


def note_on_day(graph: Graph, version: DataVersion, day: str, lang: Language) -> list[str]:
    """A sentence where no date in the graph is as early, or as late, as the day; today needs none."""
    if day == today():  # the dates of the whole graph are not worth a look each time that the terminal is used
        return []
    first, last = _span(graph, version)
    if first and day < first:
        return [text("asking.before_all", lang, day=day, first=first)]
    if last and day > last:
        return [text("asking.after_all", lang, day=day, last=last)]
    return []


@lru_cache(maxsize=8)
def _span(graph: Graph, version: DataVersion) -> tuple[str | None, str | None]:
    """The earliest and the latest date by which something holds. ``version`` is what the cache goes by."""
    del version
    first, last, mandate_first, mandate_last = graph.read(_SPAN)[0]
    firsts = [str(one) for one in (first, mandate_first) if one is not None]
    lasts = [str(one) for one in (last, mandate_last) if one is not None]
    return min(firsts, default=None), max(lasts, default=None)
