"""What falls due and ends in the half year after the last day, and what waits for it."""

from __future__ import annotations

from collections import defaultdict

from ansvarskarta.exports.document.content import Block, Figure, Heading, Paragraph
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.past import is_open
from ansvarskarta.exports.report.period import days_ahead, half_a_year_after
from ansvarskarta.exports.report.tables import Columns, table
from ansvarskarta.exports.report.timeline import Bar, timeline
from ansvarskarta.graph.model.relationships import OWNER
from ansvarskarta.graph.values import Row

MOST_BARS = 24


def chapters(facts: Facts, _first: str, last: str) -> list[Block]:
    """The chapter."""
    until = half_a_year_after(last)
    return [
        Heading(1, facts.text("report.ahead")),
        Paragraph.of(facts.text("report.ahead_meaning", first=facts.day(last), last=facts.day(until))),
        *_mandates(facts, last, until),
        *_ownerships(facts, last),
        *_reports(facts, last),
    ]


def _mandates(facts: Facts, last: str, until: str) -> list[Block]:
    rows = sorted(
        (row for row in facts.mandates.values() if last <= str(row.get("valid_to") or "") <= until),
        key=lambda row: (str(row["valid_to"]), str(row["id"])),
    )
    given: dict[str, list[str]] = {}
    for row in facts.rows("given_to"):
        given.setdefault(str(row["start"]), []).append(str(row["end"]))
    resting = _resting(facts, last)
    columns = {
        "mandate": lambda row: facts.name(row["id"]),
        "number": lambda row: facts.mandate_number(row["id"]),
        "actor": lambda row: facts.listed(sorted(given.get(str(row["id"]), []))),
        "ends": lambda row: facts.day(row["valid_to"]),
        "resting": lambda row: facts.some(sorted(map(facts.name, resting[str(row["id"])]))),
        "waiting": lambda row: facts.some(facts.waiting(resting[str(row["id"])], last)),
        "source": lambda row: facts.mandate_source(row["id"]),
    }
    title = facts.text("report.mandates_end")
    blocks = [Heading(2, title), *table(facts, title, rows, columns)]
    bars = _bars(facts, last)
    if bars:
        caption = facts.text("report.timeline_caption", day=facts.day(last))
        first = {bar: facts.day(bar.first) if bar.first else facts.text("report.unknown_day") for bar in bars}
        said = ". ".join(f"{bar.name}: {first[bar]}–{facts.day(bar.last)}" for bar in bars)
        blocks.append(Figure(caption, said, timeline(bars, last)))
    return blocks


def _bars(facts: Facts, last: str) -> list[Bar]:
    """The mandates of the day that end first."""
    valid: list[Row] = [
        row
        for row in facts.mandates.values()
        if row.get("valid_to") and str(row["valid_to"]) >= last and str(row.get("valid_from") or "") <= last
    ]
    valid.sort(key=lambda row: (str(row["valid_to"]), str(row["id"])))
    return [
        Bar(facts.name(row["id"]), str(row.get("valid_from") or ""), str(row["valid_to"])) for row in valid[:MOST_BARS]
    ]


def _resting(facts: Facts, day: str) -> dict[str, set[str]]:
    """By mandate the open bottlenecks that somebody owns by it on the day."""
    unsolved = {row["id"] for row in facts.rows("bottlenecks") if is_open(row, day)}
    found: dict[str, set[str]] = defaultdict(set)
    for one in facts.responsibilities:
        if one.role == OWNER and one.target in unsolved and one.holds(day):
            found[one.mandate].add(one.target)
    return found


def _ownerships(facts: Facts, last: str) -> list[Block]:
    rows = facts.ask("ownership_ends", last, days=days_ahead(last)).rows
    title = facts.text("report.ownerships_end")
    return [Heading(2, title), *table(facts, title, rows, ownership_columns(facts, last))]


def ownership_columns(facts: Facts, day: str) -> Columns:
    """What tables show of an ownership that ends."""
    return {
        "bottleneck": lambda row: str(row["bottleneck_name"]),
        "actor": lambda row: str(row["actor_name"]),
        "ends": lambda row: facts.day(row["ends"]),
        "mandate": lambda row: facts.name(row["mandate"]) or "–",
        "successor": lambda row: facts.listed(row["successor"]),
        "waiting": lambda row: facts.some(facts.waiting([str(row["bottleneck"])], day)),
    }


def _reports(facts: Facts, last: str) -> list[Block]:
    rows = facts.ask("reports_due", last, days=days_ahead(last)).rows
    title = facts.text("report.reports_due")
    return [Heading(2, title), *table(facts, title, rows, report_columns(facts))]


def report_columns(facts: Facts) -> Columns:
    """What tables show of a report that is due."""
    return {
        "mandate": lambda row: str(row["title"]),
        "number": lambda row: facts.mandate_number(row["mandate"]),
        "actor": lambda row: facts.listed(row["actors"]),
        "due": lambda row: facts.day(row["due"]),
        "source": lambda row: facts.mandate_source(row["mandate"]),
    }
