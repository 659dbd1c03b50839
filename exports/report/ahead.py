"""What falls due and ends in the half year after the last day, and what waits for it."""

from __future__ import annotations

from collections import defaultdict

from ansvarskarta.exports.document.content import Block, Figure, Heading, Paragraph
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report.overview import DAYS_AHEAD
from ansvarskarta.exports.report.tables import table
from ansvarskarta.exports.report.timeline import Bar, timeline
from ansvarskarta.graph.dates import add_days
from ansvarskarta.graph.model.relationships import OWNER
from ansvarskarta.graph.values import Row

MOST_BARS = 24


def chapters(facts: Facts, _first: str, last: str) -> list[Block]:
    """The chapter."""
    until = add_days(last, DAYS_AHEAD)
    return [
        Heading(1, facts.text("report.ahead")),
        Paragraph.of(facts.text("report.ahead_meaning", first=facts.day(last), last=facts.day(until))),
        *_mandates(facts, last, until),
        *_ownerships(facts, last),
        *_reports(facts, last),
    ]


def _mandates(facts: Facts, last: str, until: str) -> list[Block]:
    rows = sorted(
        (row for row in facts.rows("mandates") if last <= str(row.get("valid_to") or "") <= until),
        key=lambda row: (str(row["valid_to"]), str(row["id"])),
    )
    given: dict[str, list[str]] = {}
    for row in facts.rows("given_to"):
        given.setdefault(str(row["start"]), []).append(str(row["end"]))
    resting = _resting(facts, last)
    columns = {
        "mandate": lambda row: facts.name(row["id"]),
        "number": lambda row: str(row.get("reference") or "–"),
        "actor": lambda row: facts.listed(sorted(given.get(str(row["id"]), []))),
        "ends": lambda row: facts.day(row["valid_to"]),
        "waiting": lambda row: _waiting(facts, sorted(resting[str(row["id"])]), last),
        "source": lambda row: facts.cited(row.get("document"), row.get("locator")),
    }
    title = facts.text("report.mandates_end")
    blocks = [Heading(2, title), *table(facts, title, rows, columns)]
    bars = _bars(facts, last)
    if bars:
        caption = facts.text("report.timeline_caption", day=facts.day(last))
        said = ". ".join(f"{bar.name}: {facts.day(bar.first)}–{facts.day(bar.last)}" for bar in bars)
        blocks.append(Figure(caption, said, timeline(bars, last)))
    return blocks


def _bars(facts: Facts, last: str) -> list[Bar]:
    """The mandates of the day that end first."""
    valid: list[Row] = [
        row
        for row in facts.rows("mandates")
        if row.get("valid_to") and str(row["valid_to"]) >= last and str(row.get("valid_from") or "") <= last
    ]
    valid.sort(key=lambda row: (str(row["valid_to"]), str(row["id"])))
    return [
        Bar(facts.name(row["id"]), str(row.get("valid_from") or ""), str(row["valid_to"])) for row in valid[:MOST_BARS]
    ]


def _resting(facts: Facts, day: str) -> dict[str, set[str]]:
    """By mandate the bottlenecks that somebody owns by it on the day."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in facts.responsibilities:
        if one.role == OWNER and one.target.startswith("bottleneck:") and one.holds(day):
            found[one.mandate].add(one.target)
    return found


def _waiting(facts: Facts, bottlenecks: list[str], day: str) -> str:
    """The bottlenecks and what waits for them, in names."""
    return facts.some([*map(facts.name, bottlenecks), *facts.waiting(bottlenecks, day)])


def _ownerships(facts: Facts, last: str) -> list[Block]:
    rows = facts.ask("ownership_ends", last, days=DAYS_AHEAD).rows
    columns = {
        "bottleneck": lambda row: str(row["bottleneck_name"]),
        "actor": lambda row: str(row["actor_name"]),
        "ends": lambda row: facts.day(row["ends"]),
        "mandate": lambda row: facts.name(row["mandate"]) or "–",
        "successor": lambda row: facts.listed(row["successor"]),
        "waiting": lambda row: facts.some(facts.waiting([str(row["bottleneck"])], last)),
    }
    title = facts.text("report.ownerships_end")
    return [Heading(2, title), *table(facts, title, rows, columns)]


def _reports(facts: Facts, last: str) -> list[Block]:
    rows = facts.ask("reports_due", last, days=DAYS_AHEAD).rows
    columns = {
        "mandate": lambda row: str(row["title"]),
        "actor": lambda row: facts.listed(row["actors"]),
        "due": lambda row: facts.day(row["due"]),
    }
    title = facts.text("report.reports_due")
    return [Heading(2, title), *table(facts, title, rows, columns)]
