"""How a result is written: one format is one file, each with ``write(result, out)``."""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, TextIO, cast

from ansvarskarta.terminal.command import Format
from ansvarskarta.terminal.result import Result


class Writer(Protocol):
    """What the module of a format offers."""

    def write(self, result: Result, out: TextIO) -> None:
        """Writes a result."""
        ...


def writer(chosen: Format) -> Writer:
    """The writer of a format; loaded when asked for, since the table's takes a while."""
    return cast("Writer", import_module(f"{__name__}.as_{chosen.value}"))
