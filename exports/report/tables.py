"""Tables of a document from an answer's rows, bounded so that a report stays one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from ansvarskarta.exports.document.content import Block, Inline, Paragraph, Table
from ansvarskarta.exports.facts import Facts
from ansvarskarta.queries import Answer, catalogue

MOST_ROWS = 200

Row: TypeAlias = Mapping[str, object]
Columns: TypeAlias = Mapping[str, Callable[[Row], Inline]]
"""The key of each column's heading, below ``report.head_``, and what its cells show of a row."""


def table(facts: Facts, caption: str, rows: Sequence[Row], columns: Columns, none: str = "report.none") -> list[Block]:
    """The rows as a table, or the text ``none`` where there are none; where there are too many, how many more."""
    if not rows:
        return [Paragraph.of(facts.text(none))]
    head = tuple(facts.text(f"report.head_{name}") for name in columns)
    shown = tuple(tuple(cell(row) for cell in columns.values()) for row in rows[:MOST_ROWS])
    blocks: list[Block] = [Table(caption, head, shown)]
    if len(rows) > MOST_ROWS:
        blocks.append(Paragraph.of(facts.text("report.more", shown=MOST_ROWS, number=len(rows))))
    return blocks


def counted(facts: Facts, answer: Answer) -> Paragraph:
    """What the question means, and how many of how many."""
    question = catalogue()[answer.question]
    said = question.meaning.in_(facts.lang)
    if answer.of is not None and question.of is not None:
        of = question.of.in_(facts.lang)
        said += " " + facts.text("report.count", number=len(answer.rows), of=answer.of, what=of)
    return Paragraph.of(said)


def number(value: object) -> str:
    """A number as text; an empty one is a dash."""
    return "–" if value is None else str(value)
