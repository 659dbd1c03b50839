"""PDF with a text layer: lines from the words' places, columns one after the other, page numbers kept."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from statistics import median

import pdfplumber
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.decisions.document import RawBlock
from ansvarskarta.loaders.decisions.layout import Line, Page, blocks
from ansvarskarta.loaders.decisions.rows import FIGURE, is_begun, is_whole
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page as PdfPage
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

# No decision has more pages; what follows would only cost time.
MOST_PAGES = 400
LEAST_CHARACTERS_A_PAGE = 20
"""The width of an empty strip down a page, in points, that parts two columns."""
GUTTER = 14.0

logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    bold: bool


def read(data: bytes, name: str) -> list[RawBlock]:
    """The blocks of a PDF.

    Raises:
        BadInput: it is encrypted, broken, too long, or has pictures of text only.
    """
    return blocks(pages(data, name))


def pages(data: bytes, name: str) -> list[Page]:
    """The pages of a PDF as lines."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise BadInput("decisions.too_large", file=name)
            found = [_page(page) for page in document.pages]
    except PdfminerException as error:
        inner = error.args[0] if error.args else None
        code = "encrypted" if isinstance(inner, PDFPasswordIncorrect) else "broken"
        raise BadInput(f"decisions.{code}", file=name) from error
    except (MalformedPDFException, PSException, ValueError, KeyError, TypeError, OSError, RecursionError) as error:
        raise BadInput("decisions.broken", file=name) from error
    characters = sum(len(line.text) for page in found for line in page.lines)
    if not found:
        raise BadInput("decisions.broken", file=name)
    if characters < LEAST_CHARACTERS_A_PAGE * len(found):
        raise BadInput("decisions.scanned", file=name)
    return found


def _page(page: PdfPage) -> Page:
    words = [
        _Word(
            str(word["text"]), word["x0"], word["x1"], word["top"], word["bottom"], "bold" in word["fontname"].lower()
        )
        for word in page.extract_words(x_tolerance=1.5, y_tolerance=2, extra_attrs=["fontname"])
    ]
    page.close()
    words = _figures_last(words, float(page.width) / 2)
    lines: list[Line] = []
    for region in _regions(words, float(page.width)):
        lines += _lines(region)
    return Page(page.page_number, tuple(lines))


def _rows(words: list[_Word]) -> list[list[_Word]]:
    """Words by line, from top to bottom, each from left to right."""
    rows: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: (word.top, word.left)):
        if rows and word.top < rows[-1][0].top + (rows[-1][0].bottom - rows[-1][0].top) * 0.5:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _regions(words: list[_Word], width: float) -> list[list[_Word]]:
    """The page in reading order: runs of rows that a gutter parts are read column by column."""
    regions: list[list[_Word]] = []
    split: list[list[_Word]] = []
    for row in _rows(words):
        if _crossing(row, width):
            if split:
                regions += _columns(split, width)
                split = []
            regions.append(row)
        else:
            split.append(row)
    regions += _columns(split, width) if split else []
    return _merged(regions, width)


def _crossing(row: list[_Word], width: float) -> bool:
    """Whether a row runs over the middle of the page without a gutter there."""
    middle = width / 2
    left = [word.right for word in row if word.right <= middle + GUTTER]
    right = [word.left for word in row if word.left >= middle - GUTTER]
    over = any(word.left < middle - GUTTER and word.right > middle + GUTTER for word in row)
    if over or not left or _has_figure(row, middle):
        return True
    return bool(right) and min(right) - max(left) < GUTTER


def _has_figure(row: list[_Word], middle: float) -> bool:
    """Whether a row is one of a table: all that stands right of the middle is a figure."""
    return FIGURE.fullmatch(_text(word for word in row if word.left >= middle - GUTTER)) is not None


def _figures_last(words: list[_Word], middle: float) -> list[_Word]:
    """The words with the figure of a cell that runs over two lines on its second, where its row ends."""
    moved: list[_Word] = []
    rows = _rows(words)
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else []
        figure = [word for word in row if word.left >= middle - GUTTER]
        before = [word for word in row if word.left < middle - GUTTER]
        name = _text(before)
        runs_on = below and below[-1].right < middle + GUTTER and is_whole(f"{name} {_text(below)}")
        if runs_on and is_begun(name) and FIGURE.fullmatch(_text(figure)):
            figure = [replace(word, top=below[0].top, bottom=below[0].bottom) for word in figure]
        moved += before + figure
    return moved


def _text(words: Iterable[_Word]) -> str:
    return " ".join(word.text for word in words)


def _columns(rows: list[list[_Word]], width: float) -> list[list[_Word]]:
    """Rows with nothing over the middle: the left column, then the right one."""
    middle = width / 2
    left = [word for row in rows for word in row if word.right <= middle + GUTTER]
    right = [word for row in rows for word in row if word.right > middle + GUTTER]
    return [part for part in (left, right) if part]


def _merged(regions: list[list[_Word]], width: float) -> list[list[_Word]]:
    """Regions that follow each other on the full width as one, so that line gaps are seen."""
    merged: list[list[_Word]] = []
    for region in regions:
        above = merged[-1] if merged else None
        if above is not None and _left_aligned(above, region, width):
            above.extend(region)
        else:
            merged.append(list(region))
    return merged


def _left_aligned(above: list[_Word], region: list[_Word], width: float) -> bool:
    left = min(word.left for word in region)
    below = min(word.top for word in region) >= max(word.top for word in above) - 1
    return below and left < width / 2 - GUTTER and min(word.left for word in above) < width / 2 - GUTTER


def _lines(words: list[_Word]) -> list[Line]:
    rows = _rows(words)
    heights = [max(word.bottom - word.top for word in row) for row in rows]
    steps = [rows[place][0].top - rows[place - 1][0].top for place in range(1, len(rows))]
    usual = median(steps) if steps else 0.0
    size = median(heights) if heights else 0.0
    found: list[Line] = []
    for place, row in enumerate(rows):
        step = steps[place - 1] if place else 0.0
        gap = place == 0 or step > usual * 1.25
        found.append(Line(_text(row), gap, large=heights[place] > size * 1.15, bold=all(word.bold for word in row)))
    return found
