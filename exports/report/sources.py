"""How the report is made, and the documents that its ownerships rest on, with the paragraphs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from ansvarskarta.exports.document.content import Block, Heading, Inline, Paragraph, Table
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report.tables import MOST_ROWS
from ansvarskarta.exports.responsibilities import Responsibility


def chapters(facts: Facts, _first: str, last: str) -> list[Block]:
    """Both chapters."""
    return method_and_sources(facts, last)


def method_and_sources(facts: Facts, day: str, targets: Collection[str] | None = None) -> list[Block]:
    """Both chapters, about the responsibilities of the day for the targets, or for all."""
    held = [one for one in facts.responsibilities if one.holds(day) and (targets is None or one.target in targets)]
    inferred = sum(one.confidence == "inferred" for one in held)
    return [
        Heading(1, facts.text("report.method")),
        Paragraph.of(facts.text("report.method_meaning")),
        Paragraph.of(facts.text("report.method_inferred", of=len(held), inferred=inferred, day=facts.day(day))),
        Paragraph.of(facts.text("report.method_dates")),
        Heading(1, facts.text("report.sources")),
        Paragraph.of(facts.text("report.sources_meaning", day=facts.day(day))),
        *_sources(facts, held),
    ]


def _sources(facts: Facts, held: Iterable[Responsibility]) -> list[Block]:
    """The documents that responsibilities rest on, with the places cited; where they are many, the most used."""
    cited: dict[str, Counter[str]] = defaultdict(Counter)
    for one in held:
        if one.document:
            cited[one.document][one.locator] += 1
    if not cited:
        return [Paragraph.of(facts.text("report.none"))]
    used = sorted(cited, key=lambda id_: (-cited[id_].total(), id_))[:MOST_ROWS]
    head = tuple(facts.text(f"report.head_{name}") for name in ("source", "publisher", "published", "cited"))
    rows = [_row(facts, id_, cited[id_]) for id_ in sorted(used, key=lambda id_: (facts.sources[id_].title, id_))]
    blocks: list[Block] = [Table(facts.text("report.sources"), head, tuple(rows))]
    if len(cited) > MOST_ROWS:
        blocks.append(Paragraph.of(facts.text("report.more_sources", shown=MOST_ROWS, number=len(cited))))
    return blocks


def _row(facts: Facts, id_: str, places: Iterable[str]) -> tuple[Inline, ...]:
    source = facts.sources[id_]
    where = "; ".join(sorted(filter(None, places))) or "–"
    return facts.cited(id_), source.publisher or "–", facts.day(source.published), where
