"""Puts the report together, and writes it in the form that the file's name asks for."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.exports.document.content import Document
from ansvarskarta.exports.document.docx import save_docx
from ansvarskarta.exports.document.html import html
from ansvarskarta.exports.document.markdown import markdown
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report import ahead, gaps, looking_back, overview, sources
from ansvarskarta.exports.stored import stored_content
from ansvarskarta.exports.writing import Progress, beside, put
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.dates import is_date
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.texts import Language

ENDINGS = (".docx", ".md", ".html")


def write_report(
    graph: Graph, out: Path, *, first: str, last: str, lang: Language, progress: Progress | None = None
) -> Document:
    """Writes the report of a period as DOCX, Markdown or HTML, by the ending of the file's name.

    Raises:
        WrongUse: another ending, or days that are none or in the wrong order.
        BadInput: the data changed meanwhile; no file was written.
        DatabaseUnavailable: the database can't be reached.
    """
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise WrongUse("export.wrong_ending", ending=", ".join(ENDINGS), file=out.name)
    document = report(graph, first=first, last=last, lang=lang, progress=progress)
    with beside(out) as work:
        save_document(document, work / f"report{ending}")
        put(work / f"report{ending}", out)
    return document


def save_document(document: Document, path: Path) -> None:
    """Writes a document in the form that the ending of the name asks for."""
    match path.suffix:
        case ".docx":
            save_docx(document, path)
        case ".md":
            path.write_text(markdown(document), encoding="utf-8", newline="\n")
        case _:
            path.write_text(html(document), encoding="utf-8", newline="\n")


def report(graph: Graph, *, first: str, last: str, lang: Language, progress: Progress | None = None) -> Document:
    """The report of a period; what is said of one day is said of its last.

    Raises:
        WrongUse: days that are none or in the wrong order.
        BadInput: the data changed meanwhile.
        DatabaseUnavailable: the database can't be reached.
    """
    if not (is_date(first) and is_date(last) and first <= last):
        raise WrongUse("export.wrong_period", first=first, last=last)
    content = stored_content(graph, lang, day=last)
    facts = Facts(graph, content)
    chapters = (overview.chapters, looking_back.chapters, gaps.chapters, ahead.chapters, sources.chapters)
    blocks = []
    for done, chapter in enumerate(chapters, start=1):
        blocks += chapter(facts, first, last)
        if progress:
            progress(done, len(chapters))
    if not content.is_current():
        raise BadInput("export.data_changed")
    period = facts.text("report.period", first=facts.day(first), last=facts.day(last))
    return Document(
        lang=lang,
        title=facts.text("report.title"),
        subtitle=f"{period} {content.about.made_by()}",
        day=last,
        notices=(content.about.notice,) if content.about.notice else (),
        blocks=tuple(blocks),
    )
