"""How the report is made, and the documents that its ownerships rest on, with the paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from ansvarskarta.exports.document.content import Block, Heading, Link, Paragraph, Table, is_safe
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.past import valid


def chapters(facts: Facts, _first: str, last: str) -> list[Block]:
    """The chapter."""
    return [
        Heading(1, facts.text("report.method")),
        Paragraph.of(facts.text("report.method_meaning")),
        Paragraph.of(facts.text("report.method_dates")),
        Heading(1, facts.text("report.sources")),
        Paragraph.of(facts.text("report.sources_meaning", day=facts.day(last))),
        *source_list(facts, last),
    ]


def source_list(facts: Facts, day: str, targets: Collection[str] | None = None) -> list[Block]:
    """The documents that responsibilities rest on, of the day, for the targets or for all, with the places cited."""
    places: dict[str, set[str]] = defaultdict(set)
    for row in facts.rows("responsible_for"):
        if valid(row, day) and row.get("document") and (targets is None or row["end"] in targets):
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
