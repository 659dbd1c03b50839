"""What the fixtures of the exports' tests give, for those that take them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ansvarskarta.exports.content import Content
from ansvarskarta.graph.content import Content as Rows

MakeContent = Callable[..., Content]
"""Makes a content of a source; the keywords are those of ``About``."""

Stored = dict[str, Rows]
"""Each table's rows by identity, as the loader reads them."""

ReadBack = Callable[[Path], Stored]
"""Reads files as ``load`` does; there must be nothing wrong with them."""

Convert = Callable[[Path, str], Path]
"""Converts a file with LibreOffice to the form named; gives the folder of what came out."""
