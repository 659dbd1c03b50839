"""Överlämning: who hands over and when, what is then left without an owner, and who could take it over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from ansvarskarta.exports.handover import Asked
from ansvarskarta.queries import AnswerRow
from ansvarskarta.views import handover_package, successors, wording
from ansvarskarta.views.filters import ACTOR, MANDATE, chosen, filters
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Heading, Shown, Table, draw, table_of

DATE = "date"
_AHEAD = 3_650  # days
_DAYS = 12  # that are offered


def show(page: Page) -> None:
    """Draws the page."""
    given, day = chosen(page, ACTOR, MANDATE), page.view.value(DATE) or page.view.day
    actor, mandate = given.get(ACTOR, ""), given.get(MANDATE, "")
    page.show("handover.html", filters=filters(page, ACTOR, MANDATE), date=day)
    if not actor and not mandate:
        page.show("part_empty.html", what=page.text("handover.choose_first"))
        return
    successors.said(page)
    _days(page, actor, mandate, day)
    answer = page.data.ask("handover", actor=actor, mandate=mandate, date=day)
    left = [row for row in answer.rows if is_left(row)]
    counts = {name: wording.number(len(rows), page.view.lang) for name, rows in (("all", answer.rows), ("left", left))}
    key = "handover.sentence" if answer.rows else "handover.nothing"
    page.show("part.html", title=page.text("handover.step_2"), lead="", level=2)
    sentence = page.text(key, day=wording.day(day, page.view.lang), **counts)
    page.show("thing_sentence.html", sentence=sentence)
    if left:
        page.show("part.html", title=page.text("handover.left"), lead=page.text("handover.left_lead"), level=3)
        _draw_left(page, left)
    rest = [row for row in answer.rows if not is_left(row)]
    if rest:
        page.show("part.html", title=page.text("handover.rest"), lead=page.text("handover.rest_lead"), level=3)
        draw(page, table_of(page, replace(answer, rows=rest), without=("candidates",)))
    if left:
        _candidates(page, left)
        successors.show(page, left, day)
    handover_package.show(page, Asked(day, actor or None, mandate or None))


def _days(page: Page, actor: str, mandate: str, chosen: str) -> None:
    """Draws the days ahead on which the actor, or what rests on the mandate, stops owning something."""
    ends = Counter(
        str(row["ends"])
        for row in page.data.ask("ownership_ends", days=_AHEAD).rows
        if actor in ("", row["actor"]) and mandate in ("", row["mandate"])
    )
    if ends:
        page.show("handover_days.html", days=sorted(ends.items())[:_DAYS], chosen=chosen)


def is_left(row: AnswerRow) -> bool:
    """Whether nobody owns the thing on the day after: an ownership that neither is renewed nor has others beside it."""
    return row["role"] == "owner" and not row["renewed"] and not row["other_owners"]


def _draw_left(page: Page, left: list[AnswerRow]) -> None:
    lang = page.view.lang
    names = page.names(str(row["target"]) for row in left)
    rows = []
    for row in left:
        waiting = page.data.ask("blocks", bottleneck=str(row["target"])).rows if row["label"] == "Bottleneck" else []
        waits = page.names(str(one["id"]) for one in waiting[:5])
        rows.append(
            (
                Shown(links=(names[str(row["target"])],)),
                Shown(wording.kind(str(row["label"]), lang)),
                Shown(str(row["severity"] or page.text("values.none"))),
                Shown(wording.day(cast("str | None", row["ends"]), lang) or page.text("values.unknown_end")),
                Shown(links=tuple(waits.values()), more=max(len(waiting) - 5, 0))
                if waiting
                else Shown(page.text("values.nobody_waits")),
            )
        )
    headings = tuple(Heading(page.text(f"columns.{name}")) for name in ("target", "label", "severity", "ends", "waits"))
    draw(page, Table(page.text("handover.left"), headings, tuple(rows), len(rows)))


def _candidates(page: Page, left: list[AnswerRow]) -> None:
    page.show("part.html", title=page.text("handover.step_3"), lead=page.text("handover.step_3_lead"), level=2)
    pairs = [(row, one) for row in left for one in cast("list[Mapping[str, object]]", row["candidates"])]
    if not pairs:
        page.show("part_empty.html", what=page.text("handover.no_candidates"))
        return
    names = page.names(id_ for row, one in pairs for id_ in (str(row["target"]), str(one["actor"])))
    rows = tuple(
        (
            Shown(links=(names[str(row["target"])],)),
            Shown(links=(names[str(one["actor"])],)),
            Shown(str(one["score"])),
            Shown(", ".join(page.text(f"values.reason_{reason}") for reason in cast("list[str]", one["reasons"]))),
        )
        for row, one in pairs
    )
    columns = ("target", "candidate", "points", "reason")
    headings = tuple(Heading(page.text(f"columns.{name}"), is_number=name == "points") for name in columns)
    draw(page, Table(page.text("handover.step_3"), headings, rows, len(rows)))
