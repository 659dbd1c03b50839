"""The demonstration data that ships with the product."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from functools import cache
from importlib.resources import files
from pathlib import Path

MARKS = (b"Demonstrationsdata, inte ett register", b"Demonstration data, not a register")
"""What our exports say of themselves while demonstration data is in the graph, in either language."""


def demonstration() -> Path:
    """The folder of the demonstration data's tables."""
    return Path(str(files("ansvarskarta.data") / "norrland"))


def is_demonstration(sha256: str) -> bool:
    """Whether a file with that checksum is one of the demonstration data's tables."""
    return sha256 in _checksums()


def says_demonstration(name: str, raw: bytes) -> bool:
    """Whether a file that is no table, or a workbook, is marked as ours are while demonstration data is in the graph.

    What was exported has other checksums than what was loaded: without the mark, loading it again would make a register
    of it.
    """
    if name.casefold().endswith(".xlsx"):
        try:
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                raw = archive.read("docProps/core.xml")
        except (zipfile.BadZipFile, KeyError, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError):
            return False  # whoever reads its tables says what is wrong with it
    return any(mark in raw for mark in MARKS)


@cache
def _checksums() -> frozenset[str]:
    return frozenset(hashlib.sha256(path.read_bytes()).hexdigest() for path in demonstration().glob("*.csv"))
