"""The first chapters: the situation in numbers, and where coordination is needed most."""

from __future__ import annotations

from collections import Counter

from ansvarskarta.exports.document.content import Block, Bullets, Figure, Heading, Paragraph
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report.matrix import matrix, matrix_in_words
from ansvarskarta.exports.report.period import changes, days_ahead, half_a_year_after
from ansvarskarta.exports.report.tables import number, table
from ansvarskarta.queries import AnswerRow


def chapters(facts: Facts, first: str, last: str) -> list[Block]:
    """Both chapters."""
    return [*_situation(facts, first, last), *_need(facts, last)]


def _situation(facts: Facts, first: str, last: str) -> list[Block]:
    unowned = facts.ask("no_owner", last)
    uncovered = facts.ask("uncovered", last)
    ends = facts.ask("ownership_ends", last, days=days_ahead(last))
    due = facts.ask("reports_due", last, days=days_ahead(last))
    changed = Counter(row["change"] for row in changes(facts, first, last))
    until = facts.day(half_a_year_after(last))
    return [
        Heading(1, facts.text("report.situation")),
        Paragraph.of(facts.text("report.as_of", day=facts.day(last))),
        Bullets(
            (
                facts.text("report.unowned", number=len(unowned.rows), of=unowned.of),
                facts.text("report.uncovered_pairs", number=len(uncovered.rows), of=uncovered.of),
                facts.text("report.changed", gained=changed["gained"], lost=changed["lost"]),
                facts.text("report.ending", number=len(ends.rows), day=until),
                facts.text("report.due", number=len(due.rows), day=until),
            )
        ),
    ]


def _need(facts: Facts, last: str) -> list[Block]:
    answer = facts.ask("coordination_need", last)
    columns = {
        "theme": lambda row: facts.name(row["theme"]),
        "open": lambda row: number(row["open"]),
        "unowned": lambda row: number(row["unowned"]),
        "unowned_severity": lambda row: number(row["unowned_severity"]),
        "shared": lambda row: number(row["shared"]),
        "actors": lambda row: number(row["actors"]),
        "municipalities": lambda row: number(row["municipalities"]),
        "establishments": lambda row: number(row["establishments"]),
        "crossing": lambda row: number(row["crossing"]),
    }
    blocks: list[Block] = [
        Heading(1, facts.text("report.need")),
        Paragraph.of(facts.text("report.need_meaning")),
        *table(facts, facts.text("report.need_caption", day=facts.day(last)), answer.rows, columns),
    ]
    coverage = facts.ask("coverage", last).rows
    if coverage:
        blocks.append(_matrix(facts, coverage, last))
    return blocks


def _matrix(facts: Facts, rows: list[AnswerRow], last: str) -> Figure:
    return Figure(
        facts.text("report.matrix_caption", day=facts.day(last)),
        matrix_in_words(facts, rows),
        matrix(facts, rows),
    )
