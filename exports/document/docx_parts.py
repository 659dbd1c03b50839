"""What a DOCX needs and python-docx has no call for: fields, bookmarks, links, vector pictures, languages."""

from __future__ import annotations

from collections.abc import Sequence

from ansvarskarta.exports.document.content import Figure, Heading, Link
from ansvarskarta.exports.document.drawing import advances
from ansvarskarta.exports.document.emf import emf
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.shape import CT_Inline
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Emu, Length, Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

# The size of a table's text in points, how wide a character of it is, in the mean, and how much wider bold ones are.
_SIZE = 8.5
_CHARACTER = Mm(1.75)
_BOLD = 1.08


def element(name: str, /, **attributes: str) -> BaseOxmlElement:
    """An element of the word-processing namespace, its attributes of the same."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def set_font(style: ParagraphStyle, font: str) -> None:
    """Gives a style one font in place of the template's, which its theme may set too."""
    style.font.name = font
    fonts = style.element.get_or_add_rPr().rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)


def set_language(file: Docx, locale: str) -> None:
    """Says in which language the whole text is, for spelling and for reading aloud."""
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), locale)


def make_a4(section: Section) -> None:
    """A4, landscape: tables are wide."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)


def add_page_numbers(section: Section, title: str, words: tuple[str, str]) -> None:
    """A footer with the title and "Page 1 of 9"."""
    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(f"{title}    {words[0]} ")
    add_field(paragraph, "PAGE", "1")
    paragraph.add_run(f" {words[1]} ")
    add_field(paragraph, "NUMPAGES", "1")


def add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """A field with its result already in it."""
    field = element("fldSimple", instr=instruction)
    run = element("r")
    run.append(_text(result))
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no call for fields


def add_contents(file: Docx, title: str, headings: Sequence[Heading]) -> None:
    """A table of contents that is filled and links to the headings, so that nothing has to be updated on opening."""
    file.add_paragraph(title, style="TOC Heading")
    paragraphs = []
    for number, heading in enumerate(headings, start=1):
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(6 * (heading.level - 1))
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1.0
        link = element("hyperlink", anchor=_mark(number), history="1")
        run = element("r")
        run.append(_text(heading.text))
        link.append(run)
        paragraph._p.append(link)  # noqa: SLF001 - python-docx has no call for links
        paragraphs.append(paragraph)
    if paragraphs:
        first = paragraphs[0]._p  # noqa: SLF001 - the field begins before the first entry
        at = 1 if first.pPr is not None else 0
        for offset, part in enumerate([_field_mark("begin"), _instruction(), _field_mark("separate")]):
            first.insert(at + offset, part)
        paragraphs[-1]._p.append(_field_mark("end"))  # noqa: SLF001 - and ends after the last


def _field_mark(kind: str) -> BaseOxmlElement:
    run = element("r")
    run.append(element("fldChar", fldCharType=kind))
    return run


def _instruction() -> BaseOxmlElement:
    run = element("r")
    text = element("instrText")
    # Two levels, links, no page numbers: these are known only to the program that lays the pages out.
    text.text = ' TOC \\o "1-2" \\n \\h \\z '
    run.append(text)
    return run


def _text(value: str) -> BaseOxmlElement:
    made = element("t")
    made.text = value
    made.set(qn("xml:space"), "preserve")
    return made


def _mark(number: int) -> str:
    return f"_Toc{number:08}"


def add_bookmark(paragraph: Paragraph, number: int) -> None:
    """Marks a heading as what the table of contents leads to."""
    start = element("bookmarkStart", id=str(number), name=_mark(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)  # noqa: SLF001 - no call for bookmarks
    paragraph._p.append(element("bookmarkEnd", id=str(number)))  # noqa: SLF001 - as above


def add_link(paragraph: Paragraph, link: Link) -> None:
    """A link to an address or to a file beside the document."""
    if link.address.startswith("#"):
        paragraph.add_run(link.text)
        return
    target = paragraph.part.relate_to(link.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), target)
    run = element("r")
    look = element("rPr")
    look.append(element("color", val="0B57D0"))
    look.append(element("u", val="single"))
    run.append(look)
    run.append(_text(link.text))
    made.append(run)
    paragraph._p.append(made)  # noqa: SLF001 - python-docx has no call for links


def add_notice(file: Docx, text: str) -> None:
    """A paragraph in a frame."""
    paragraph = file.add_paragraph()
    paragraph.add_run(text).bold = True
    borders = element("pBdr")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val="single", sz="12", space="6", color="B3261E"))
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")  # noqa: SLF001 - no call for borders


def add_figure(file: Docx, figure: Figure) -> None:
    """A vector picture with its alternative text."""
    package = file.part.package
    number = len(file.inline_shapes) + 1
    part = Part(PackURI(f"/word/media/figure{number}.emf"), "image/x-emf", emf(figure.drawing), package)
    relation = file.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    width, height = (Pt(size) for size in (figure.drawing.width, figure.drawing.height))
    inline = CT_Inline.new_pic_inline(number, relation, f"figure{number}.emf", width, height)
    inline.docPr.set("descr", figure.alternative)
    paragraph = file.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.add_run()._r.add_drawing(inline)  # noqa: SLF001 - add_picture takes no vectors


def shade(cell: _Cell, colour: str) -> None:
    """Fills a cell."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))  # noqa: SLF001 - no call for shading


def repeat_header(row: _Row) -> None:
    """Marks a row as the table's header: it stands on every page, and is read out with the cells."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))  # noqa: SLF001 - no call for header rows


def keep_together(row: _Row) -> None:
    """Keeps a row on one page."""
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))  # noqa: SLF001 - no call for it


def set_widths(table: Table, texts: Sequence[Sequence[str]], room: Length) -> None:
    """Gives each column room by what stands in it, so that numbers are narrow and names wide.

    Args:
        table: the table.
        texts: the texts of each column.
        room: the width of the whole table.
    """
    table.autofit = False
    shares = _shares(texts, room / _CHARACTER)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(int(room * share))
    widths = [int(column.width or 0) for column in table.columns]
    for row in table._tbl.tr_lst:  # noqa: SLF001 - cells are built anew at every access: quadratic
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Emu(width)


def _shares(texts: Sequence[Sequence[str]], room: float) -> list[float]:
    """Each column's share of a room of so many characters: its longest word first, the rest by what else is in it."""
    least = [_longest_word(column) + 3.0 for column in texts]
    more = [max(_wanted(column) - few, 0) for column, few in zip(texts, least, strict=True)]
    spare = max(room - sum(least), 0)
    given = [few + spare * extra / (sum(more) or 1) for few, extra in zip(least, more, strict=True)]
    return [one / sum(given) for one in given]


def _longest_word(texts: Sequence[str]) -> float:
    """In characters of the mean width; as wide as if it were bold, which heads are."""
    widest = max((sum(advances(word, _SIZE)) for text in texts for word in text.split()), default=0)
    return min(Pt(widest * _BOLD) / _CHARACTER, 30)


def _wanted(texts: Sequence[str]) -> float:
    longest = max(map(len, texts), default=1)
    mean = sum(map(len, texts)) / max(len(texts), 1)
    # What is short, such as a date, stays on one line.
    return min(max(mean, min(longest + 2, 19), 7), 45)


def make_compact(paragraph: BaseOxmlElement) -> None:
    """Sets a table's paragraph tight and small."""
    Paragraph(paragraph, None).paragraph_format.space_after = Pt(0)  # type: ignore[arg-type]  # no parent is needed
    for run in paragraph.iter(qn("w:r")):
        look = run.get_or_add_rPr()
        look.append(element("sz", val=str(round(_SIZE * 2))))
