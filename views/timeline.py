"""Tidslinje: every mandate from its first day to its last with the day that is asked about; and two days compared."""

from __future__ import annotations

from dataclasses import replace

from ansvarskarta.graph.dates import add_days
from ansvarskarta.queries.periods import MandatePeriod
from ansvarskarta.views import wording
from ansvarskarta.views.bars import Bar, chart
from ansvarskarta.views.filters import ACTOR, chosen, filters
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import SHOWN, Heading, Shown, Table, draw, table_of

VIEW, MANDATES, COMPARE = "vy", "uppdrag", "jamfor"
SINCE, UNTIL, WHICH = "fran", "till", "urval"
_SOON = 90
_MOST = 150
_YEARS = 8  # before and after the day
# Where nothing is chosen, two days of the demonstration data's story are compared.
_BEFORE = "2022-12-20"
_ORDER = ("soon", "holds", "coming", "over")


def show(page: Page) -> None:
    """Draws the page."""
    view = COMPARE if page.view.value(VIEW) == COMPARE else MANDATES
    page.show("timeline.html", chosen=view, views=(MANDATES, COMPARE))
    (_compare if view == COMPARE else _mandates)(page)


def state_of(one: MandatePeriod, day: str) -> str:
    """How a mandate stands on a day: ``holds``, ``soon`` to end, ``over`` or ``coming``."""
    if one.start and one.start > day:
        return "coming"
    if one.end and one.end < day:
        return "over"
    return "soon" if one.end and one.end <= add_days(day, _SOON) else "holds"


def _mandates(page: Page) -> None:
    actor, which = chosen(page, ACTOR).get(ACTOR, ""), page.view.value(WHICH)
    found = [one for one in page.data.mandate_periods() if not actor or actor in one.actors]
    stated = [(state_of(one, page.view.day), one) for one in found]
    if which != "alla":
        stated = [(state, one) for state, one in stated if state != "over"]
    stated.sort(key=lambda pair: (_ORDER.index(pair[0]), pair[1].end or "9999", pair[1].name))
    page.show("timeline_filter.html", filters=filters(page, ACTOR), which=which, shown=len(stated), all=len(found))
    if not stated:
        page.say("empty", day=wording.day(page.view.day, page.view.lang))
        return
    bars = [Bar(one.name, one.start, one.end, state) for state, one in stated[:_MOST]]
    chart(
        page,
        bars,
        described=page.text("timeline.alt", number=len(bars)),
        key=f"t-{page.view.day}-{page.view.lang}",
        years=_YEARS,
    )
    lang = page.view.lang
    listed = stated[:SHOWN]
    names = page.names(id_ for _, one in listed for id_ in (one.id, *one.actors))
    rows = tuple(
        (
            Shown(links=(names[one.id],)),
            Shown(one.reference),
            Shown(links=tuple(names[id_] for id_ in one.actors)),
            Shown(page.text(f"timeline.{state}")),
            Shown(wording.day(one.start, lang) or page.text("values.unknown_start")),
            Shown(wording.day(one.end, lang) or page.text("values.unknown_end")),
        )
        for state, one in listed
    )
    columns = ("mandate", "reference", "actors", "status", "valid_from", "valid_to")
    headings = tuple(Heading(page.text(f"columns.{name}")) for name in columns)
    page.show("part.html", title=page.text("timeline.table"), lead="", level=2)
    draw(page, Table(page.text("timeline.table"), headings, rows, len(stated)))


def _compare(page: Page) -> None:
    since, until = sorted((page.view.value(SINCE) or _BEFORE, page.view.value(UNTIL) or page.view.day))
    page.show("compare.html", since=since, until=until)
    answer = page.data.ask("changes", **{"from": since, "to": until})
    answer = replace(answer, rows=sorted(answer.rows, key=lambda row: str(row["day"] or "")))
    values = {"since": wording.day(since, page.view.lang), "until": wording.day(until, page.view.lang)}
    if not answer.rows:
        page.show("part_empty.html", what=page.text("timeline.same", **values))
        return
    counts = {name: sum(row["change"] == name for row in answer.rows) for name in ("gained", "lost")}
    counts["left"] = sum(row["change"] == "lost" and row["left"] == 0 for row in answer.rows)
    numbers = {name: wording.number(count, page.view.lang) for name, count in counts.items()}
    said = page.text("timeline.changed", **values, **numbers)
    page.show("thing_sentence.html", sentence=said)
    draw(page, table_of(page, answer, with_file=True))
