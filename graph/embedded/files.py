"""Small private files that are whole or not there, whenever the process or the machine dies."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Writes a file that its owner alone may read: beside its place first, then renamed into it.

    Raises:
        OSError: the folder can't be written, or the disk is full.
    """
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # made with mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def read_object(path: Path) -> dict[str, object] | None:
    """The JSON object in a file; nothing where there is no such file or it does not hold one."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return value if isinstance(value, dict) else None
