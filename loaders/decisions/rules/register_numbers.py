"""The document's own numbers: in its head, right below its title, or after *Diarienummer*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.registers import numbers

LABELLED = re.compile(r"(?:[Dd]iarienummer|[Dd]nr|[Ää]rendenummer)(?: för (?:beslutet|detta beslut))?\s*:\s*$")
# In the right column of a head, whatever the left one says.
OWN_DIRECTIVE = re.compile(r"Dir\. ?\d{4}:\d+$")
# "Tilläggsdirektiv till Utredningen om x (N 2020:03)" in a head names another document.
OTHERS = re.compile(r"\b(?:till|er(?:t)?|ändring av|se)\b", re.IGNORECASE)


def find(context: Context) -> Iterator[Found]:
    """The register numbers, committee directives' own numbers among them."""
    for block in context.document.of_part(Part.HEAD):
        for number in numbers(context.text, block.start, block.end):
            before = context.text[block.start : number.start]
            beside = number.kind == "directive" and OWN_DIRECTIVE.match(context.text, number.start, block.end)
            if number.kind != "committee" and (beside or not OTHERS.search(before)):
                yield Found("register_numbers", number.value, number.start, number.end, "register.head")
    for block in context.document.of_part(Part.DECISION, Part.SIGNATURE, Part.COPIES):
        for number in numbers(context.text, block.start, block.end):
            if LABELLED.search(context.text[block.start : number.start]):
                yield Found("register_numbers", number.value, number.start, number.end, "register.labelled")
