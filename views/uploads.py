"""Uploaded files on disk, for as long as they are read. What a browser calls a file is never a path here."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from streamlit.runtime.uploaded_file_manager import UploadedFile

_LONGEST = 50  # characters before the ending; a file system holds no more than 255 bytes
_ENDING = 10
_NOT_A_NAME = re.compile(r"[^\w .()-]+")


@contextmanager
def files_of(uploaded: Iterable[UploadedFile]) -> Iterator[list[Path]]:
    """The files, each in a folder of its own under its harmless name, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
        paths = []
        for number, file in enumerate(uploaded):
            beside = Path(folder) / str(number)
            beside.mkdir()
            path = beside / harmless_name(file.name)
            path.write_bytes(file.getvalue())
            paths.append(path)
        yield paths


def harmless_name(given: str) -> str:
    """A file's own name without folders, dots at its front, or anything that a file system could take amiss."""
    last = re.split(r"[\\/]", given)[-1]
    kept = PurePath(_NOT_A_NAME.sub("_", last).strip(" ."))
    return f"{kept.stem[:_LONGEST]}{kept.suffix[:_ENDING]}" or "fil"
