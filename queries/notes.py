"""What must be said beside an answer: what kind of data it rests on, and that its day lies outside all of it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from ansvarskarta.graph.connection import DataVersion, Graph, State
from ansvarskarta.graph.dates import today
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, Kind
from ansvarskarta.queries.sentence import spoken
from ansvarskarta.texts import Language, text


@cache
def _spans() -> tuple[str, ...]:
    """For relationships and for nodes a statement that gives the earliest and the latest of their whole dates."""
    spans = []
    for pattern, tables in (("()-[x]->()", RELATIONSHIP_TABLES), ("(x:Entity)", NODE_TABLES)):
        columns = {(column.name, column.kind) for table in tables for column in table.columns}
        one = [f"x.`{name}`" for name, kind in sorted(columns) if kind is Kind.DATE]
        several = [f"x.`{name}`" for name, kind in sorted(columns) if kind is Kind.DATES]  # kept in their order
        firsts = [f"min({value})" for value in (*one, *(f"head({value})" for value in several))]
        lasts = [f"max({value})" for value in (*one, *(f"last({value})" for value in several))]
        spans.append(f"MATCH {pattern} RETURN [{', '.join(firsts)}], [{', '.join(lasts)}]")
    return tuple(spans)


def notes(graph: Graph, state: State, day: str | None, lang: Language) -> list[str]:
    """The sentences that must stand beside an answer: that the data is for demonstration, and :func:`cautions`.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    demo = [text("asking.demo", lang)] if state.is_demo else []
    return [*demo, *cautions(graph, state, day, lang)]


def cautions(graph: Graph, state: State, day: str | None, lang: Language) -> list[str]:
    """What is to be known of the data on a day, or on all days, of whatever kind they are.

    That a load which is under way may not have brought all rows, and that nothing in the graph begins, ends or is due
    as early, or as late, as the day.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    loading = [text("asking.load_under_way", lang)] if state.loading else []
    return [*loading, *_on_day(graph, state.version, day, lang)]


def _on_day(graph: Graph, version: DataVersion, day: str | None, lang: Language) -> list[str]:
    # The dates of the whole graph are not worth a look each time that somebody asks about today.
    if day is None or day == today():
        return []
    first, last = _span(graph, version)
    if first and day < first:
        return [text("asking.before_all", lang, day=spoken(day, lang), first=spoken(first, lang))]
    if last and day > last:
        return [text("asking.after_all", lang, day=spoken(day, lang), last=spoken(last, lang))]
    return []


@lru_cache(maxsize=8)
def _span(graph: Graph, version: DataVersion) -> tuple[str | None, str | None]:
    """The earliest and the latest whole date in the graph. ``version`` is what the cache goes by."""
    del version
    rows = cast("list[list[list[str | None]]]", [row for statement in _spans() for row in graph.read(statement)])
    firsts = [day for first, _ in rows for day in first if day is not None]
    lasts = [day for _, last in rows for day in last if day is not None]
    return min(firsts, default=None), max(lasts, default=None)
