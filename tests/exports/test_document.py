"""One content, three forms; what comes from data is text in each of them."""

from __future__ import annotations

import zipfile
from html.parser import HTMLParser
from pathlib import Path

import docx
import pypdf
import pytest
from ansvarskarta.exports.document.content import Bullets, Document, Figure, Heading, Link, Paragraph, Table
from ansvarskarta.exports.document.docx import save_docx
from ansvarskarta.exports.document.drawing import Anchor, Drawing, Label, Line, Rectangle, fitted
from ansvarskarta.exports.document.html import html
from ansvarskarta.exports.document.markdown import markdown
from ansvarskarta.texts import Language
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from export_fixtures import Convert

HOSTILE = "<script>alert(1)</script> ![x](http://evil.example/p.png) |*_"
DRAWING = Drawing(
    300,
    80,
    (
        Rectangle(10, 10, 120, 30, "1f3a5f"),
        Line(0, 60, 300, 60, "b3261e", 2),
        Label(70, 28, "Åsele och Östersund", 9, Anchor.MIDDLE, "ffffff", bold=True),
        Label(290, 75, HOSTILE, 6, Anchor.END),
    ),
)
DOCUMENT = Document(
    Language.SV,
    "Lägesrapport",
    "1 januari till 31 mars 2026",
    "2026-04-01",
    ("Demonstrationsdata, inte ett register.",),
    (
        Heading(1, "Teman"),
        Paragraph.of("Se ", Link("källan", "https://example.org/?a=1&b=2"), " och ", HOSTILE),
        Bullets(("ett", Link("två", "tabeller/a.csv"))),
        Heading(2, HOSTILE),
        Table("Exempel", ("Namn", "Ägare"), (("Elnät", HOSTILE), ("Väg", Link("ond", "javascript:alert(1)")))),
        Figure("En figur", "Två rutor.", DRAWING),
    ),
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    save_docx(DOCUMENT, tmp_path / "report.docx")
    return tmp_path / "report.docx"


def words(element: BaseOxmlElement) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")))


def test_docx_has_real_headings_captions_and_header_rows(report: Path) -> None:
    file = docx.Document(str(report))
    styles = [(paragraph.style.name if paragraph.style else None, words(paragraph._p)) for paragraph in file.paragraphs]
    assert ("Heading 1", "Teman") in styles
    assert ("Heading 2", HOSTILE) in styles
    assert [text for name, text in styles if name == "Caption"] == ["Tabell 1. Exempel", "Figur 1. En figur"]
    (table,) = file.tables
    row_properties = table.rows[0]._tr.trPr
    assert row_properties is not None
    assert row_properties.find(qn("w:tblHeader")) is not None
    assert table.cell(1, 1).text == HOSTILE


def test_docx_contents_are_filled_and_lead_to_their_headings(report: Path) -> None:
    body = docx.Document(str(report)).element.body
    links = {link.get(qn("w:anchor")): words(link) for link in body.iter(qn("w:hyperlink"))}
    marks = {mark.get(qn("w:name")): words(mark.getparent()) for mark in body.iter(qn("w:bookmarkStart"))}
    assert {name: text for name, text in links.items() if name} == marks
    assert list(marks.values()) == ["Teman", HOSTILE]


def test_docx_asks_for_no_update_of_fields(report: Path) -> None:
    with zipfile.ZipFile(report) as archive:
        assert b"updateFields" not in archive.read("word/settings.xml")
        assert b"w:dirty" not in archive.read("word/document.xml")


def test_docx_picture_has_its_words_and_links_are_on_the_web(report: Path) -> None:
    file = docx.Document(str(report))
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == ["Två rutor."]
    targets = {part.target_ref for part in file.part.rels.values() if part.is_external}
    assert targets == {"https://example.org/?a=1&b=2", "tabeller/a.csv"}


def test_docx_says_its_language_and_title(report: Path) -> None:
    file = docx.Document(str(report))
    assert file.core_properties.title == "Lägesrapport"
    assert {lang.get(qn("w:val")) for lang in file.styles.element.iter(qn("w:lang"))} == {"sv-SE"}


def test_docx_is_the_same_bytes_each_time(report: Path, tmp_path: Path) -> None:
    save_docx(DOCUMENT, tmp_path / "again.docx")
    assert report.read_bytes() == (tmp_path / "again.docx").read_bytes()


def test_libreoffice_shows_every_part(report: Path, libreoffice: Convert) -> None:
    folder = libreoffice(report, "pdf")
    text = "".join(page.extract_text() for page in pypdf.PdfReader(folder / "report.pdf").pages)
    for part in (
        "Lägesrapport",
        "Demonstrationsdata",
        "Innehåll",
        "Tabell 1. Exempel",
        "Åsele och Östersund",
        "Sida 1 av",
    ):
        assert part in text


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_html_has_nothing_outside_itself_and_runs_nothing() -> None:
    tags = Tags(html(DOCUMENT)).seen
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in tags}
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert links == ["#h1", "#h2", "https://example.org/?a=1&b=2", "tabeller/a.csv"]
    assert [attributes["lang"] for tag, attributes in tags if tag == "html"] == ["sv"]
    assert [attributes["aria-label"] for tag, attributes in tags if tag == "svg"] == ["Två rutor."]


def test_markdown_takes_nothing_in_data_for_form() -> None:
    page = markdown(DOCUMENT)
    assert "# Lägesrapport" in page
    assert "| Namn | Ägare |\n| --- | --- |" in page
    assert "[källan](<https://example.org/?a=1&b=2>)" in page
    assert "\\<script\\>" in page
    assert "!\\[" in page.replace("\\!", "!")
    assert "javascript" not in page


def test_a_label_that_is_too_long_ends_with_an_ellipsis() -> None:
    assert fitted("Luleå", 9, 100) == "Luleå"
    assert fitted("Nationell samordning av samhällsomställningen", 9, 60) == "Nationell sa…"
