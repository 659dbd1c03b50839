"""The two documents of the package: the page to start at, and the handover as a whole."""

from __future__ import annotations

from ansvarskarta.exports.document.content import Block, Bullets, Document, Heading, Link, Paragraph, Table
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.handover import chapters
from ansvarskarta.exports.handover.asked import Asked
from ansvarskarta.exports.report.sources import method_and_sources

# Each file that a person opens, in the order in which the first page lists them, and the key of what is said of it.
FILES = {
    "överlämning.docx": "document",
    "tabeller.xlsx": "workbook",
    "bild.html": "picture",
    "kalender.ics": "calendar",
    "källor.csv": "sources",
    "csv/datapackage.json": "csv",
    "graf/ansvarskarta.graphml": "graphml",
    "graf/ansvarskarta.gexf": "gexf",
    "graf/ansvarskarta.ttl": "ttl",
    "graf/ansvarskarta.jsonld": "jsonld",
    "graf/ansvarskarta.cypher": "cypher",
    "graf/neo4j-admin/README.md": "neo4j_admin",
    "svar.json": "answers",
    "ro-crate-metadata.json": "crate",
    "SHA256SUMS": "sums",
}


def start_page(facts: Facts, asked: Asked, counts: dict[str, int]) -> Document:
    """The page to start at: what this is, what is left without an owner, what the files are, how to reload."""
    blocks: list[Block] = [
        Heading(1, facts.text("handover.in_brief")),
        Bullets(_in_brief(facts, asked, counts)),
        *chapters.unowned(facts, asked),
        *chapters.proposed(facts, asked),
        Heading(1, facts.text("handover.files")),
        Table(
            facts.text("handover.files"),
            (facts.text("report.head_file"), facts.text("report.head_meaning")),
            tuple((Link(name, name), facts.text(f"handover.file_{key}")) for name, key in FILES.items()),
        ),
        Heading(1, facts.text("handover.reload")),
        Paragraph.of(facts.text("handover.reload_meaning")),
        Paragraph.of(facts.text("handover.reload_check")),
    ]
    return _document(facts, asked, blocks)


def handover_document(facts: Facts, asked: Asked) -> Document:
    """The whole handover in words."""
    blocks: list[Block] = [
        *chapters.ending(facts, asked),
        *chapters.unowned(facts, asked),
        *chapters.proposed(facts, asked),
        *chapters.succession(facts, asked),
        *chapters.open_questions(facts, asked),
        *chapters.contacts(facts, asked),
        *method_and_sources(facts, asked.date, {str(row["target"]) for row in chapters.rows(facts, asked)}),
    ]
    return _document(facts, asked, blocks)


def _document(facts: Facts, asked: Asked, blocks: list[Block]) -> Document:
    about = facts.content.about
    who = ", ".join(facts.name(id_) for id_ in (asked.actor, asked.mandate) if id_)
    return Document(
        lang=facts.lang,
        title=facts.text("handover.title", who=who),
        subtitle=f"{facts.text('handover.subtitle', day=facts.day(asked.date))} {about.made_by()}",
        day=asked.date,
        notices=(about.notice,) if about.notice else (),
        blocks=tuple(blocks),
    )


def _in_brief(facts: Facts, asked: Asked, counts: dict[str, int]) -> tuple[str, ...]:
    ends = chapters.rows(facts, asked)
    left = len(chapters.left(facts, asked))
    counted = (facts.text("handover.ends_count", number=len(ends)), facts.text("handover.left_count", number=left))
    return (
        facts.text("handover.what", day=facts.day(asked.date)),
        *(counted if ends else [chapters.nothing(facts, asked)]),
        facts.text("handover.whole_history", **counts, rows=sum(counts.values())),
    )
