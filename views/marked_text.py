"""A decision's text with the words marked that proposals rest on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ansvarskarta.graph.content import accepted
from ansvarskarta.graph.proposals import Proposal
from ansvarskarta.loaders.decisions import Proposals, Reading
from ansvarskarta.loaders.decisions.adding import VALUES
from ansvarskarta.loaders.decisions.quotes import characters
from ansvarskarta.loaders.decisions.tables import key_of


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text from character ``start``.

    ``number`` is that of the proposal that rests on it, 0 where none does; ``is_first`` is whether the proposal rests
    on no words before these.
    """

    text: str
    start: int
    number: int = 0
    is_first: bool = False


def marked(text: str, places: Iterable[tuple[int, int, str]]) -> tuple[list[Part], dict[str, int]]:
    """The text in parts, and the number of each proposed row, by its identity, in the order of the text.

    ``places`` are first and last character and the row's identity.
    """
    parts: list[Part] = []
    numbers: dict[str, int] = {}
    at = last = 0
    for start, end, key in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= at:
            is_first = key not in numbers
            last = numbers.setdefault(key, len(set(numbers.values())) + 1)
            parts += [Part(text[at:start], at), Part(text[start:end], start, last, is_first)]
            at = end
        numbers.setdefault(key, last)  # rows that rest on words within others' share their number
    return [part for part in (*parts, Part(text[at:], at)) if part.text], numbers


def places_of(reading: Reading, found: Proposals) -> list[tuple[int, int, str]]:
    """Where the words stand that the reader's rows rest on; the mandate rests on those of each of its values."""
    mandate = key_of("mandates", found.rows["mandates"][0])
    values = [(one.start, one.end, mandate) for one in reading.evidence if one.field in VALUES]
    rows = [
        (evidence.start, evidence.end, key_of(table, row))
        for table, of_table in found.rows.items()
        for row, evidence in zip(of_table, found.evidence[table], strict=True)
        if evidence is not None
    ]
    return values + [place for place in rows if not values or place[2] != mandate]


def places_added(waiting: Iterable[Proposal], document: str, length: int) -> list[tuple[int, int, str]]:
    """Where the words stand that people marked in the document; places that its text does not have are left out."""
    return [
        (*place, accepted(one.key))
        for one in waiting
        if one.row.get("document") == document and (place := characters(one.row.get("locator"))) and place[1] <= length
    ]
