"""What a command has found or done: sentences, rows, and both as one JSON object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Cell = object
"""A value in a row: text, number, truth, ``None``, or a list of texts or of objects."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows by column name. ``title`` stands above them where a person reads."""

    columns: tuple[str, ...]
    rows: Sequence[Mapping[str, Cell]]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What is written to standard output, and in which exit code it ends.

    ``json`` is one object; where a command gives one a file, ``json_lines`` are written instead, each on its line.

    ``text`` stands above the sheets; CSV holds the first sheet alone. ``notes`` are about the result, such as "7 of
    42": below it where a person reads, otherwise on standard error.
    """

    json: object
    json_lines: tuple[object, ...] = ()
    text: str = ""
    sheets: tuple[Sheet, ...] = ()
    notes: tuple[str, ...] = ()
    exit_code: int = 0
