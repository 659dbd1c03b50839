"""Sets the documents of this folder from their sources: python build.py (needs LibreOffice for the PDF files).

A source is lines of text: ``@head left | right``, ``@title``, ``@h`` heading, ``- `` list item, ``@sign``, ``@copies``
heading of a copy list whose lines follow, ``@row`` cells of a table, anything else a paragraph; ``@columns`` sets the
body in two columns. All decisions are invented; so are the people who sign them.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION_START
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
WIDTH = 72
COLUMN_WIDTH = 38
SYLLABLE = re.compile(r"(?<=[aeiouyåäö])(?=[bcdfghjklmnprstv][aeiouyåäö])")
FOOT = "Postadress: 103 33 Stockholm   Telefonväxel: 08-405 10 00   E-post: registrator@example.se"

Line = tuple[str, str]


def parse(source: str) -> list[Line]:
    """The lines of a source with what they are."""
    found: list[Line] = []
    for line in source.splitlines():
        kind, _, rest = line.partition(" ") if line.startswith("@") else ("", "", line)
        if line.startswith("- "):
            found.append(("item", line[2:]))
        elif line:
            found.append((kind.removeprefix("@") or "text", rest))
    return found


def wrapped(text: str, width: int) -> list[str]:
    """A paragraph's lines, with words hyphenated at their ends as a setter would."""
    lines = [""]
    for word in text.split(" "):
        line = lines[-1]
        if len(line) + len(word) + 1 <= width:
            lines[-1] = f"{line} {word}".strip()
            continue
        room = width - len(line) - 2
        cuts = [cut.start() for cut in SYLLABLE.finditer(word) if 3 <= cut.start() <= min(room, len(word) - 3)]
        if cuts and word.isalpha():
            lines[-1] = f"{line} {word[: cuts[-1]]}-".strip()
            lines.append(word[cuts[-1] :])
        else:
            lines.append(word)
    return lines


def as_docx(lines: list[Line], *, hyphenated: bool) -> Document:
    """A decision as the government office's template sets it: table of head, running head and foot, body, lists."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Liberation Serif"
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.page_height, section.page_width = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(3)
    section.header.paragraphs[0].text = next((rest for kind, rest in lines if kind == "head"), "").replace("|", "")
    _page_number(section.header.add_paragraph())
    section.footer.paragraphs[0].text = FOOT
    heads = [rest for kind, rest in lines if kind == "head"]
    if heads:
        table = document.add_table(rows=0, cols=2)
        for head in heads:
            left, _, right = head.partition("|")
            pair = table.add_row().cells
            pair[0].text, pair[1].text = left.strip(), right.strip()
    columns = ("columns", "") in lines
    width = COLUMN_WIDTH if columns else WIDTH
    for at, (kind, rest) in enumerate(lines):
        if kind == "title":
            document.add_paragraph().add_run(rest).bold = True
            if columns:
                _two_columns(document)
        elif kind in ("h", "copies"):
            document.add_paragraph().add_run(rest).bold = True
        elif kind in ("text", "item", "sign"):
            mark = "•  " if kind == "item" else ""
            text = "\n".join(wrapped(mark + rest, width)) if hyphenated else mark + rest
            document.add_paragraph(text)
        elif kind == "row":
            _add_row(document, cells(rest), begins=lines[at - 1][0] != "row")
    return document


def cells(row: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip() for cell in row.split("|")]


def _add_row(document: Document, row: list[str], *, begins: bool) -> None:
    table = document.add_table(rows=0, cols=len(row)) if begins else document.tables[-1]
    for cell, text in zip(table.add_row().cells, row, strict=True):
        cell.text = text


def _page_number(paragraph: Paragraph) -> None:
    for field in ("PAGE", "NUMPAGES"):
        run = paragraph.add_run()
        for kind, text in (("begin", None), (None, field), ("end", None)):
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.text = text
            run._r.append(element)
        paragraph.add_run(" (" if field == "PAGE" else ")")


def _two_columns(document: Document) -> None:
    section = document.add_section(WD_SECTION_START.CONTINUOUS)
    columns = section._sectPr.xpath("./w:cols")
    element = columns[0] if columns else OxmlElement("w:cols")
    element.set(qn("w:num"), "2")
    element.set(qn("w:space"), "700")
    if not columns:
        section._sectPr.append(element)


def as_html(lines: list[Line]) -> str:
    """The decision as a web page, with menus and scripts around it."""
    title = next(rest for kind, rest in lines if kind == "title")
    tags = {"title": "h1", "h": "h2", "copies": "h2", "item": "li", "head": "p", "text": "p", "sign": "p", "row": "p"}
    order = sorted(range(len(lines)), key=lambda place: lines[place][0] != "head")
    body = "\n".join(
        f"<{tags[lines[at][0]]}>{html.escape(lines[at][1].replace('|', ' '))}</{tags[lines[at][0]]}>"
        for at in order
        if lines[at][0] in tags
    )
    return (
        f'<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        "<style>p{margin:0}</style><script>document.title='x'</script></head><body><nav><ul><li>Start</li>"
        f"<li>Regeringen</li></ul></nav><main>{body}</main><script>alert('Boverket')</script></body></html>\n"
    )


def as_text(lines: list[Line]) -> str:
    """The decision as typed text, hyphenated."""
    pieces = []
    for kind, rest in lines:
        text = "   ".join(cells(rest)).strip() if kind in ("head", "row") else rest
        pieces.append("\n".join(wrapped(text, WIDTH)))
    return "\n\n".join(pieces) + "\n"


def build(source: Path) -> None:
    """Writes one document beside its source's folder."""
    target = HERE / source.name.removesuffix(".source")
    lines = parse(source.read_text(encoding="utf-8"))
    if target.suffix == ".html":
        target.write_text(as_html(lines), encoding="utf-8")
    elif target.suffix == ".txt":
        encoding = "latin-1" if "gammalt" in target.name else "utf-8"
        target.write_text(as_text(lines), encoding=encoding)
    elif target.suffix == ".docx":
        as_docx(lines, hyphenated=False).save(str(target))
    else:
        with tempfile.TemporaryDirectory() as folder:
            set_ = Path(folder) / f"{target.stem}.docx"
            as_docx(lines, hyphenated=True).save(str(set_))
            subprocess.run(
                ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(HERE), str(set_)],
                check=True,
                capture_output=True,
            )


if __name__ == "__main__":
    chosen = sys.argv[1:]
    for path in sorted((HERE / "sources").glob("*.source")):
        if not chosen or any(path.name.startswith(name) for name in chosen):
            build(path)
