"""What happened in the period: owners gained and lost, what was passed on, bottlenecks raised and resolved."""

from __future__ import annotations

from collections import defaultdict

from ansvarskarta.exports.document.content import Block, Heading, Paragraph
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report.period import changes
from ansvarskarta.exports.report.tables import number, table
from ansvarskarta.graph.dates import add_days
from ansvarskarta.queries import AnswerRow


def chapters(facts: Facts, first: str, last: str) -> list[Block]:
    """The chapter."""
    kinds: dict[str, list[AnswerRow]] = defaultdict(list)
    for row in changes(facts, first, last):
        kinds[str(row["change"])].append(row)
    passed_on = {str(row["bottleneck"]) for row in kinds["gained"]} & {str(row["bottleneck"]) for row in kinds["lost"]}
    compared = {"first": facts.day(add_days(first, -1)), "last": facts.day(last)}
    return [
        Heading(1, facts.text("report.looking_back")),
        Paragraph.of(facts.text("report.compared", **compared)),
        Heading(2, facts.text("report.passed_on")),
        Paragraph.of(facts.text("report.passed_on_meaning")),
        *_passed_on(facts, passed_on, kinds),
        *_one_way(facts, "gained", kinds, passed_on),
        *_one_way(facts, "lost", kinds, passed_on),
        *_bottlenecks(facts, "raised", first, last),
        *_bottlenecks(facts, "resolved", first, last),
    ]


def _passed_on(facts: Facts, passed_on: set[str], kinds: dict[str, list[AnswerRow]]) -> list[Block]:
    rows = []
    for bottleneck in sorted(passed_on, key=facts.name):
        sides = {
            change: [row for row in kinds[change] if row["bottleneck"] == bottleneck] for change in ("lost", "gained")
        }
        rows.append({"bottleneck": bottleneck, **{change: _actors(facts, found) for change, found in sides.items()}})
    columns = {
        "bottleneck": lambda row: facts.name(row["bottleneck"]),
        "from": lambda row: str(row["lost"]),
        "to": lambda row: str(row["gained"]),
    }
    return table(facts, facts.text("report.passed_on"), rows, columns)


def _actors(facts: Facts, rows: list[AnswerRow]) -> str:
    return ", ".join(f"{row['actor_name']} ({facts.day(row['day'])})" for row in rows)


def _one_way(facts: Facts, change: str, kinds: dict[str, list[AnswerRow]], passed_on: set[str]) -> list[Block]:
    rows = [row for row in kinds[change] if row["bottleneck"] not in passed_on]
    columns = {
        "bottleneck": lambda row: facts.name(row["bottleneck"]),
        "actor": lambda row: str(row["actor_name"]),
        "begins" if change == "gained" else "ends": lambda row: facts.day(row["day"]),
        "left": lambda row: number(row["left"]),
    }
    title = facts.text(f"report.{change}")
    return [Heading(2, title), *table(facts, title, rows, columns)]


def _bottlenecks(facts: Facts, what: str, first: str, last: str) -> list[Block]:
    rows = sorted(
        (row for row in facts.rows("bottlenecks") if first <= str(row.get(what) or "") <= last),
        key=lambda row: (str(row[what]), str(row["id"])),
    )
    columns = {
        "bottleneck": lambda row: facts.name(row["id"]),
        "severity": lambda row: number(row.get("severity")),
        "day": lambda row: facts.day(row.get(what)),
        "source": lambda row: facts.cited(row.get("document"), row.get("locator")),
    }
    title = facts.text(f"report.{what}")
    return [Heading(2, title), *table(facts, title, rows, columns)]
