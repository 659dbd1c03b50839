"""Writes the package: one ZIP that can be read, checked, reloaded and archived with none of our software."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.exports.archive import zip_folder
from ansvarskarta.exports.calendar import calendar
from ansvarskarta.exports.cells import csv_cell
from ansvarskarta.exports.document.docx import save_docx
from ansvarskarta.exports.document.html import html
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.handover import chapters
from ansvarskarta.exports.handover.asked import Asked
from ansvarskarta.exports.handover.crate import crate
from ansvarskarta.exports.handover.pages import handover_document, start_page
from ansvarskarta.exports.stored import stored_content
from ansvarskarta.exports.writing import Progress, beside, feed, put
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.texts import Language

START = "LÄS MIG.html"
TABLES = {
    "xlsx": "tabeller.xlsx",
    "frictionless": "csv",
    "html": "bild.html",
    "graphml": "graf/ansvarskarta.graphml",
    "gexf": "graf/ansvarskarta.gexf",
    "ttl": "graf/ansvarskarta.ttl",
    "jsonld": "graf/ansvarskarta.jsonld",
    "cypher": "graf/ansvarskarta.cypher",
    "neo4j-admin": "graf/neo4j-admin",
}
"""Where each format stands in the package."""


def write_package(
    graph: Graph,
    out: Path,
    asked: Asked,
    *,
    lang: Language,
    url: str | None = None,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Writes the package and says how many rows of each table it holds; tables hold the whole history.

    The same data, actor, mandate, day, language and version of the product give the same bytes.

    Args:
        graph: an open graph.
        out: the file, ending with ``.zip``.
        asked: what is handed over, and when.
        lang: the language of its pages.
        url: the public address of the installation, for links in the calendar.
        progress: told how many of how many steps are done.

    Raises:
        WrongUse: the file has another ending, or the actor or mandate does not exist.
        BadInput: a file did not pass its check, or the data changed meanwhile; no file was written.
        DatabaseUnavailable: the database can't be reached.
    """
    if out.suffix.lower() != ".zip":
        raise WrongUse("export.wrong_ending", ending=".zip", file=out.name)
    content = stored_content(graph, lang, day=asked.date, url=url)
    facts = Facts(graph, content)
    chapters.rows(facts, asked)  # refuses ids that do not exist before anything is written
    with beside(out) as work:
        folder = work / "package"
        (folder / "graf").mkdir(parents=True)
        known = formats()
        targets = [(known[name], folder / place) for name, place in TABLES.items() if name in known]
        counts = feed(content, targets, progress)
        save_docx(handover_document(facts, asked), folder / "överlämning.docx")
        (folder / START).write_text(html(start_page(facts, asked, counts)), encoding="utf-8", newline="\n")
        (folder / "kalender.ics").write_bytes(calendar(content, asked.actor))
        _write_sources(facts, folder / "källor.csv")
        _write_answers(facts, asked, folder / "svar.json")
        crate(facts, asked, folder)
        _write_sums(folder)
        if not content.is_current():
            raise BadInput("export.data_changed")
        zip_folder(folder, work / "package.zip", first=START)
        put(work / "package.zip", out)
    return counts


def _write_sources(facts: Facts, path: Path) -> None:
    table = TABLE_BY_NAME["documents"]
    names = ("id", "title", "publisher", "published", "url", "reference", "sha256")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in facts.rows("documents"):
            writer.writerow([csv_cell(table.column(name), row.get(name)) for name in names])


def _write_answers(facts: Facts, asked: Asked, path: Path) -> None:
    """What was asked, of which data, with which version, and the answers that the pages show."""
    answer = facts.ask("handover", asked.date, **asked.parameters).as_json()
    said = {
        "asked": asked.parameters,
        "made_with": f"ansvarskarta {PRODUCT_VERSION}",
        "data_version": facts.content.about.data_version,
        "handover": answer,
        "successors": chapters.successor_rows(facts, asked),
        "gaps": chapters.gaps(facts, asked),
        "reports_due": chapters.reports(facts, asked),
    }
    path.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _write_sums(folder: Path) -> None:
    """The checksums of every file, as ``sha256sum --check`` reads them."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / "SHA256SUMS").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
