"""Who gets a copy of the decision."""

from __future__ import annotations

from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found


def find(context: Context) -> Iterator[Found]:
    """The bodies of the copy list, without the units that stand after a stroke."""
    for block in context.document.of_part(Part.COPIES):
        for mention in context.between(block.start, block.end):
            yield Found("extract_to", mention.name, mention.start, mention.end, "copies", mention.certainty)
