"""How the report is made, and the documents that its ownerships rest on, with the paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from ansvarskarta.exports.document.content import Block, Heading, Link, Paragraph, Table, is_safe
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.past import valid
from ansvarskarta.graph.values import Row


def chapters(facts: Facts, _first: str, last: str) -> list[Block]:
    """Both chapters."""
    return method_and_sources(facts, last)


def method_and_sources(facts: Facts, day: str, targets: Collection[str] | None = None) -> list[Block]:
    """Both chapters, about the responsibilities of the day for the targets, or for all."""
    held = [
        row for row in facts.rows("responsible_for") if valid(row, day) and (targets is None or row["end"] in targets)
    ]
    inferred = sum(row.get("confidence") == "inferred" for row in held)
    return [
        Heading(1, facts.text("report.method")),
        Paragraph.of(facts.text("report.method_meaning")),
        Paragraph.of(facts.text("report.method_inferred", of=len(held), inferred=inferred, day=facts.day(day))),
        Paragraph.of(facts.text("report.method_dates")),
        Heading(1, facts.text("report.sources")),
        Paragraph.of(facts.text("report.sources_meaning", day=facts.day(day))),
        *_sources(facts, held),
    ]


def _sources(facts: Facts, held: Iterable[Row]) -> list[Block]:
    """The documents that responsibilities rest on, with the places cited."""
    places: dict[str, set[str]] = defaultdict(set)
    for row in held:
        if row.get("document"):
            places[str(row["document"])].add(str(row.get("locator") or ""))
    rows = []
    for id_ in sorted(places, key=lambda id_: (facts.sources[id_].title, id_)):
        source = facts.sources[id_]
        title = Link(source.title, source.url) if source.url and is_safe(source.url) else source.title
        cited = "; ".join(sorted(filter(None, places[id_]))) or "–"
        rows.append((title, source.publisher or "–", facts.day(source.published), cited))
    if not rows:
        return [Paragraph.of(facts.text("report.none"))]
    head = tuple(facts.text(f"report.head_{name}") for name in ("source", "publisher", "published", "cited"))
    return [Table(facts.text("report.sources"), head, tuple(rows))]
