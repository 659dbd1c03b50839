"""The document's title."""

from __future__ import annotations

from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found


def find(context: Context) -> Iterator[Found]:
    """The title, where the document has one."""
    for block in context.document.of_part(Part.TITLE):
        yield Found("title", block.text, block.start, block.end, "title")
