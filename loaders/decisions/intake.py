"""From a file to a document ready to be read, or a clear refusal; in linear time, whatever the file holds."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.decisions.document import Document, RawBlock, assemble
from ansvarskarta.loaders.decisions.formats import docx, html, markdown, pdf, plain
from ansvarskarta.loaders.decisions.hyphens import mend
from ansvarskarta.loaders.decisions.parts import assign_parts

LARGEST_FILE = 64_000_000
LARGEST_TEXT = 2_000_000
SAMPLE_WORDS = 20_000
LEAST_VARIETY = 0.03
SHORT = 60
WORD = re.compile(r"\w{1,100}")
# Signs that a format is what its name says, or what it really is.
PDF_MARK, ZIP_MARK, OLE_MARK = b"%PDF-", b"PK\x03\x04", docx.ENCRYPTED
ENDINGS: dict[str, Callable[[bytes, str], list[RawBlock]]] = {
    ".pdf": pdf.read,
    ".docx": docx.read,
    ".html": html.read,
    ".htm": html.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": plain.read,
}
DIRECTIVE_LABEL, DIRECTIVE_NUMBER = re.compile(r"[Dd]ir\.?"), re.compile(r"(?:19|20)\d\d:\d{1,3}")
# Words that only Swedish has, and those it shares with its neighbours; words of others that are none of these.
ONLY_SWEDISH = frozenset({
    "och", "att", "är", "för", "på", "inte", "ska", "skall", "från", "åt", "samt", "uppdrag", "uppdraget", "regeringen",
})  # fmt: skip
SWEDISH = ONLY_SWEDISH | {"till", "av", "som", "med", "den", "det", "ett", "i", "om", "eller"}
FOREIGN = frozenset({
    "the", "of", "and", "to", "is", "shall",
    "og", "ikke", "er", "skal", "af", "fra", "å", "være",
    "der", "die", "das", "und", "ist", "nicht",
    "ja", "ei", "että",
    "le", "les", "des", "et", "est", "que", "de", "la", "el", "los",
    "na", "se", "oraz", "nie", "dla", "jest",
})  # fmt: skip


def open_document(path: Path) -> Document:
    """The document in a file.

    Raises:
        BadInput: it is missing, empty, binary, broken, encrypted, scanned, too large, repeats itself or is not Swedish.
    """
    if not path.is_file():
        raise BadInput("decisions.missing", file=str(path))
    if path.stat().st_size > LARGEST_FILE:
        raise BadInput("decisions.too_large", file=path.name)
    return document_from(path.read_bytes(), path.name)


def document_from(data: bytes, name: str) -> Document:
    """The document in a file's bytes; ``name`` is shown to people and its ending says the format.

    Raises:
        BadInput: as :func:`open_document`.
    """
    read = _reader(data, name)
    if not data.strip():
        raise BadInput("decisions.empty", file=name)
    if read in (plain.read, markdown.read, html.read):
        _check_text(plain.decode(data, name), name)
    raw = [block for block in (replace(block, text=mend(block.text)) for block in read(data, name)) if block.text]
    document = assemble(name, hashlib.sha256(data).hexdigest(), _with_their_numbers(raw))
    _check_text(document.text, name)
    _check_language(document.text, name)
    return assign_parts(document)


def _reader(data: bytes, name: str) -> Callable[[bytes, str], list[RawBlock]]:
    if data.startswith(PDF_MARK):
        return pdf.read
    ending = Path(name).suffix.lower()
    if data.startswith((ZIP_MARK, OLE_MARK)):
        if ending == ".docx":
            return docx.read
        raise BadInput("decisions.binary", file=name)
    if ending in (".pdf", ".docx") and data.strip():
        raise BadInput("decisions.broken", file=name)
    return ENDINGS.get(ending, plain.read)


def _with_their_numbers(blocks: Iterable[RawBlock]) -> Iterator[RawBlock]:
    """The blocks, *Dir.* alone on its line put together with the number below it, as the head of directives has it."""
    waiting = list(blocks)[::-1]
    while waiting:
        block = waiting.pop()
        if waiting and DIRECTIVE_LABEL.fullmatch(block.text) and DIRECTIVE_NUMBER.fullmatch(waiting[-1].text):
            block = replace(block, text=f"Dir. {waiting.pop().text}")
        yield block


def _check_text(text: str, name: str) -> None:
    words = [found.group().lower() for found in islice(WORD.finditer(text), SAMPLE_WORDS)]
    if not any(word[0].isalpha() for word in words):
        raise BadInput("decisions.empty", file=name)
    varied = len(set(words)) / len(words) >= LEAST_VARIETY
    if (len(words) >= 400 and not varied) or (len(text) > 200 * len(words) and len(text) > 20_000):
        raise BadInput("decisions.repetitive", file=name)
    if len(text) > LARGEST_TEXT:
        raise BadInput("decisions.too_large", file=name)


def _check_language(text: str, name: str) -> None:
    words = [found.group().lower() for found in islice(WORD.finditer(text), SAMPLE_WORDS)]
    swedish = sum(word in SWEDISH for word in words)
    sure = sum(word in ONLY_SWEDISH for word in words)
    foreign = sum(word in FOREIGN for word in words)
    if len(words) < SHORT:
        refused = not (swedish or re.search("[åäö]", text.lower())) or foreign > max(swedish, 1)
    else:
        refused = swedish < 0.04 * len(words) or sure < 0.01 * len(words) or foreign > sure * 2
    if refused:
        raise BadInput("decisions.not_swedish", file=name)
