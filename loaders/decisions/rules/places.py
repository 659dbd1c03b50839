"""Counties and municipalities that the mandate concerns."""

from __future__ import annotations

from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found

PARTS = frozenset({Part.TITLE, Part.DECISION})


def find(context: Context) -> Iterator[Found]:
    """Places named in title and decision; a county in the name of its board or region is none."""
    for start, end, county in context.counties:
        if context.document.block_at(start).part in PARTS and not _inside_name(context, start, end):
            yield Found("counties", county.name, start, end, "place.county")
    for mention in context.mentions:
        if mention.type == "municipality" and context.document.block_at(mention.start).part in PARTS:
            yield Found("municipalities", mention.name, mention.start, mention.end, "place.municipality")


def _inside_name(context: Context, start: int, end: int) -> bool:
    return any(mention.start < end and start < mention.end for mention in context.between(start - 120, end))
