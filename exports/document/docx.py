"""A document as DOCX: real headings, a filled table of contents, header rows, captions and alternative texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import docx
from ansvarskarta.exports.archive import settle_office_file
from ansvarskarta.exports.document import docx_parts as parts
from ansvarskarta.exports.document.content import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Inline,
    Paragraph,
    Table,
    leads_on,
    shown,
)
from ansvarskarta.texts import Language, text
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Line

_FONT = "Arial"
_BLUE = RGBColor(0x1F, 0x3A, 0x5F)
_LOCALE = {Language.SV: "sv-SE", Language.EN: "en-GB"}


def save_docx(document: Document, target: Path) -> None:
    """Writes the document; the same content gives the same bytes."""
    file = _Writer(document).write()
    raw = target.with_name(f"{target.name}.raw")
    file.save(str(raw))
    settle_office_file(raw, target, f"{document.day}T00:00:00Z")
    raw.unlink()


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._lang = document.lang
        self._file: Docx = docx.Document()
        self._numbers = {"table": 0, "figure": 0}
        self._bookmark = 0

    def write(self) -> Docx:
        self._set_up()
        self._file.add_paragraph(self._document.title, style="Title")
        self._file.add_paragraph(self._document.subtitle, style="Subtitle")
        for notice in self._document.notices:
            parts.add_notice(self._file, notice)
        if self._document.contents:
            parts.add_contents(self._file, text("document.contents", self._lang), self._document.headings())
        blocks = self._document.blocks
        for block, following in zip(blocks, (*blocks[1:], None), strict=True):
            self._add(block)
            if isinstance(block, Paragraph) and isinstance(following, Bullets | Table):
                # What leads in to a list or a table is not left behind on the page before.
                self._file.paragraphs[-1].paragraph_format.keep_with_next = True
        return self._file

    def _set_up(self) -> None:
        properties = self._file.core_properties
        properties.title = self._document.title
        properties.author = properties.last_modified_by = "Ansvarskarta"
        properties.comments = ""
        properties.language = _LOCALE[self._lang]
        properties.created = dt.datetime.fromisoformat(self._document.day)
        for style in self._file.styles:
            if isinstance(style, ParagraphStyle):
                parts.set_font(style, _FONT)
                if style.name and style.name.startswith(("Heading", "Title", "Subtitle", "Caption")):
                    style.font.color.rgb = _BLUE
        parts.set_language(self._file, _LOCALE[self._lang])
        normal = self._file.styles["Normal"]
        if isinstance(normal, ParagraphStyle):
            normal.font.size = Pt(10.5)
        parts.make_a4(self._file.sections[0])
        words = (text("document.page", self._lang), text("document.of", self._lang))
        parts.add_page_numbers(self._file.sections[0], self._document.title, words)

    def _add(self, block: Block) -> None:
        match block:
            case Heading():
                paragraph = self._file.add_heading(block.text, level=block.level)
                paragraph.paragraph_format.page_break_before = self._document.contents and not self._bookmark
                if block.level <= 2:
                    self._bookmark += 1
                    parts.add_bookmark(paragraph, self._bookmark)
            case Paragraph():
                self._fill(self._file.add_paragraph(), block.parts)
            case Bullets():
                for item in block.items:
                    self._fill(self._file.add_paragraph(style="List Bullet"), [item])
            case Table():
                self._caption("table", block.caption, before=True)
                self._table(block)
            case Figure():
                parts.add_figure(self._file, block)
                self._caption("figure", block.caption, before=False)

    def _caption(self, kind: str, caption: str, *, before: bool) -> None:
        self._numbers[kind] += 1
        paragraph = self._file.add_paragraph(style="Caption")
        paragraph.paragraph_format.keep_with_next = before
        word = text(f"document.{kind}", self._lang)
        paragraph.add_run(f"{word} ")
        parts.add_field(paragraph, f"SEQ {word} \\* ARABIC", str(self._numbers[kind]))
        paragraph.add_run(f". {caption}")

    def _table(self, block: Table) -> None:
        table = self._file.add_table(rows=1, cols=len(block.head), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        for cell, head in zip(table.rows[0].cells, block.head, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
            parts.shade(cell, "DCE6F1")
        parts.repeat_header(table.rows[0])
        for row in block.rows:
            added = table.add_row()
            parts.keep_together(added)
            for cell, content in zip(added.cells, row, strict=True):
                self._fill(cell.paragraphs[0], [content])
        columns = zip(block.head, *block.rows, strict=True)
        parts.set_widths(table, [[shown(cell) for cell in column] for column in columns], Mm(259))
        for paragraph in table._tbl.iter(qn("w:p")):  # noqa: SLF001 - cells are built anew at every access: quadratic
            parts.make_compact(paragraph)
        self._file.add_paragraph().paragraph_format.space_after = Pt(4)

    def _fill(self, paragraph: Line, content: Iterable[Inline]) -> None:
        for part in content:
            if leads_on(part):
                parts.add_link(paragraph, part)
            else:
                paragraph.add_run(shown(part))
