"""What can't be read says so in a sentence, proposes nothing, and takes time in line with its size."""

from __future__ import annotations

import cProfile
import io
import pstats
import zipfile
from pathlib import Path

import pytest
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.decisions import read_bytes, read_document
from ansvarskarta.texts import Language
from pypdf import PdfWriter

ENGLISH = b"The Government has decided that the agency shall report to the ministry of finance. "
NORWEGIAN = "Regjeringen og departementet skal ikke være enige om det som er vedtatt fra i dag. "
FINNISH = "Hallitus on päättänyt että virasto ei ole vastuussa ja se on niin. "
PHRASE = "Regeringen uppdrar åt Boverket att bygga. "


def empty_pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zip_of(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


REFUSED = {
    "empty.txt": (b"", "empty"),
    "blank.md": (b" \n\n", "empty"),
    "signs.txt": (b"- - - 123 456", "empty"),
    "empty.html": (b"<html><body></body></html>", "empty"),
    "scanned.pdf": (empty_pdf(), "scanned"),
    "locked.pdf": (empty_pdf("secret"), "encrypted"),
    "locked.docx": (b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
    "cut.pdf": (empty_pdf()[:40], "broken"),
    "cut.docx": (b"PK\x03\x04" + bytes(60), "broken"),
    "other.docx": (zip_of("a.txt", b"x"), "broken"),
    "no.pdf": (b"Regeringen", "broken"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
    "zip.txt": (zip_of("a.txt", b"x"), "binary"),
    "english.txt": (ENGLISH * 3, "not_swedish"),
    "norsk.txt": (NORWEGIAN.encode() * 8, "not_swedish"),
    "suomi.txt": (FINNISH.encode() * 8, "not_swedish"),
    "phrase.txt": (PHRASE.encode() * 120_000, "repetitive"),
    "letter.txt": (b"a" * 5_000_000, "repetitive"),
    "phrase.html": (f"<p>{PHRASE}</p>".encode() * 100_000, "repetitive"),
    "bomb.docx": (zip_of("word/document.xml", bytes(70_000_000)), "too_large"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_clear_sentence(name: str) -> None:
    data, code = REFUSED[name]
    with pytest.raises(BadInput) as refused:
        read_bytes(data, name)
    assert refused.value.code == f"decisions.{code}"
    assert name in refused.value.message(Language.SV)
    assert refused.value.hint(Language.EN)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_document(tmp_path / "no.pdf")
    assert refused.value.code == "decisions.missing"


def calls(data: bytes) -> int:
    """How many calls reading takes: the work done, whatever the machine's speed."""
    profile = cProfile.Profile()
    profile.runcall(read_bytes, data, "beslut.md")
    stats: dict[object, tuple[int, ...]] = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # typeshed lacks it
    return sum(entry[1] for entry in stats.values())


def long_decision(paragraphs: int) -> bytes:
    return "\n\n".join(
        ["# Uppdrag till Boverket"]
        + [
            f"Boverket ska samverka med Lantmäteriet om hus{number} och väg{number * 7} samt redovisa ort{number} till "
            f"Regeringskansliet (Finansdepartementet) senast den {number % 27 + 1} mars 20{number % 90 + 10}"
            for number in range(paragraphs)
        ]
    ).encode()


def test_work_grows_in_line_with_the_text() -> None:
    read_bytes(long_decision(5), "beslut.md")  # what is read once is not counted
    small, large = calls(long_decision(200)), calls(long_decision(800))
    assert large / small < 4.6


def test_one_endless_sentence_grows_no_faster() -> None:
    def endless(count: int) -> bytes:
        return (
            "# Uppdrag\n\nBoverket ska " + " och ".join(f"rita hus{n} åt Skolverket" for n in range(count))
        ).encode()

    read_bytes(endless(5), "beslut.md")
    small, large = calls(endless(400)), calls(endless(1600))
    assert large / small < 4.6
