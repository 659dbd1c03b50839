"""DOCX: paragraphs, lists and tables of the body in their order; heads and feet of pages are left out."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.decisions.document import BlockKind, RawBlock
from ansvarskarta.loaders.decisions.hyphens import join
from ansvarskarta.loaders.decisions.layout import BULLET, HEADING
from ansvarskarta.loaders.decisions.rows import row
from docx.document import Document as DocxDocument
from docx.table import Table
from docx.text.paragraph import Paragraph

# What a decision's parts may unpack to together; more is not one.
LARGEST_UNPACKED = 64_000_000
LONGEST_HEADING = 200
ENCRYPTED = b"\xd0\xcf\x11\xe0"
HEADING_STYLE = re.compile(r"(?:heading|rubrik) ?(\d)|(title|rubrik)", re.IGNORECASE)


def read(data: bytes, name: str) -> list[RawBlock]:
    """The blocks of a DOCX file.

    Raises:
        BadInput: it is encrypted, broken, or unpacks to more than any decision.
    """
    if data.startswith(ENCRYPTED):
        raise BadInput("decisions.encrypted", file=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > LARGEST_UNPACKED:
                raise BadInput("decisions.too_large", file=name)
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise BadInput("decisions.broken", file=name) from error
    except SyntaxError as error:  # what lxml raises where a part is no XML
        raise BadInput("decisions.broken", file=name) from error
    return _body(document)


def _body(document: DocxDocument) -> list[RawBlock]:
    found: list[RawBlock] = []
    for element in document.iter_inner_content():
        if isinstance(element, Table):
            for line in element.rows:
                cells = dict.fromkeys(line.cells)
                found += row([block for cell in cells for paragraph in cell.paragraphs for block in _blocks(paragraph)])
        else:
            found += _blocks(element)
    return found


def _blocks(paragraph: Paragraph) -> list[RawBlock]:
    """A paragraph's blocks: its lines are joined where they flow, and stand apart where they are short."""
    lines = [re.sub(r"\s+", " ", line).strip() for line in paragraph.text.split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        return []
    style = HEADING_STYLE.match(paragraph.style.name or "") if paragraph.style is not None else None
    flows = sum(len(line) > 45 for line in lines[:-1]) * 2 >= len(lines[:-1])
    if flows:
        text = ""
        for line in lines:
            text = join(text, line)
        lines = [text]
    if style:
        level = int(style.group(1)) if style.group(1) else 1
        return [RawBlock(line, BlockKind.HEADING, level) for line in lines]
    listed = "list" in (paragraph.style.name or "").lower() if paragraph.style is not None else False
    if _is_bold(paragraph) and len(lines) == 1 and len(lines[0]) < LONGEST_HEADING:
        return [RawBlock(lines[0], BlockKind.HEADING, 2 if HEADING.fullmatch(lines[0]) else 3)]
    return [_plain(line, listed=listed) for line in lines]


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether all of a paragraph's words are bold, as headings without a style are set."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _plain(line: str, *, listed: bool) -> RawBlock:
    if listed or (BULLET.match(line) and not line[0].isalnum()):
        return RawBlock(BULLET.sub("", line, count=1), BlockKind.ITEM)
    if HEADING.fullmatch(line):
        return RawBlock(line, BlockKind.HEADING, 2)
    return RawBlock(line)
