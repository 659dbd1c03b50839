"""A decision's text with the words marked that proposals rest on."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Evidence, Proposals, Reading


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text; ``number`` is its mark's, 0 where it is not marked."""

    text: str
    number: int


def marked(reading: Reading, found: Proposals) -> tuple[list[Part], dict[str, int]]:
    """The text in parts, and the number of the mark that each proposed row rests on, by the row's identity."""
    rows = [
        (evidence, key_of(table, row))
        for table, of_table in found.rows.items()
        for row, evidence in zip(of_table, found.evidence[table], strict=True)
        if evidence is not None
    ]
    parts: list[Part] = []
    numbers: dict[str, int] = {}
    at, number = 0, 0
    for evidence, key in sorted(rows, key=lambda one: (one[0].start, -one[0].end)):
        if evidence.start >= at:
            number += 1
            parts += [Part(reading.text[at : evidence.start], 0), Part(_words(reading, evidence), number)]
            at = evidence.end
        numbers[key] = number  # words within a mark share its number
    return [part for part in (*parts, Part(reading.text[at:], 0)) if part.text], numbers


def key_of(table: str, row: Row) -> str:
    """The identity that a row has once it is accepted."""
    return identity(TABLE_BY_NAME[table], {**row, "confidence": "stated"})


def _words(reading: Reading, evidence: Evidence) -> str:
    return reading.text[evidence.start : evidence.end]
