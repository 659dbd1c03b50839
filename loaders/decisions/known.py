"""What the graph has, made ready to be looked up: names, numbers, and which mandate and document a reading is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.gazetteer.unknown import slug
from ansvarskarta.loaders.decisions.linking import Linker
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.standing import Existing

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph has, made ready to be looked up by any number of readings.

    ``references`` gives a mandate's id by its number, ``ids`` are those of mandates and counties; documents are found
    by content and by title, mandates without a number by their document.
    """

    existing: Existing
    linker: Linker
    references: Mapping[str, str]
    ids: frozenset[str]
    by_content: Mapping[str, Sequence[str]]
    by_title: Mapping[str, Sequence[str]]
    unnumbered: Mapping[str, Sequence[str]]

    def own_document(self, reading: Reading) -> str | None:
        """The graph's document with this content or, where only one has it, this title."""
        same = self.by_content.get(reading.sha256, ())
        titled = self.by_title.get(reading.title or "", ())
        return same[0] if same else titled[0] if len(titled) == 1 else None

    def own_mandate(self, reading: Reading) -> str:
        """The graph's mandate with this number or, where there is none, the one of this document that has none."""
        for number in reading.register_numbers:
            if id_ := self.references.get(number.casefold()):
                return id_
        document = self.own_document(reading)
        if document is not None and not reading.register_numbers:
            unnumbered = self.unnumbered.get(document, ())
            if len(unnumbered) == 1:
                return unnumbered[0]
        return mandate_id(reading)


def known(existing: Existing) -> Known:
    """Makes what the graph has ready to be looked up."""
    mandates, documents = existing.get("mandates", ()), existing.get("documents", ())
    return Known(
        existing,
        Linker(existing),
        {str(row["reference"]).casefold(): str(row["id"]) for row in mandates if row.get("reference")},
        frozenset(str(row["id"]) for name in ("mandates", "counties") for row in existing.get(name, ())),
        _ids_by("sha256", documents),
        _ids_by("title", documents),
        _ids_by("document", [row for row in mandates if not row.get("reference")]),
    )


def _ids_by(column: str, rows: Iterable[Row]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        if row.get(column):
            found.setdefault(str(row[column]), []).append(str(row["id"]))
    return found


def mandate_id(reading: Reading) -> str:
    """The id of a decision's mandate: its first register number, else its title."""
    if reading.register_numbers:
        return f"mandate:{number_id(reading.register_numbers[0])}"
    name = slug(reading.title or reading.document)
    return f"mandate:{name[:LONGEST_ID].strip('-')}"


def number_id(number: str) -> str:
    """What an id has of a register number."""
    return re.sub(r"[^\w.-]+", "-", number.replace("dir. ", "dir-")).strip("-")
