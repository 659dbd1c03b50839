"""What the graph has, made ready to be looked up: names, numbers, and which mandate and document a reading is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ansvarskarta.loaders.decisions.gazetteer.unknown import slug
from ansvarskarta.loaders.decisions.linking import Linker
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.standing import Existing

LONGEST_ID = 60


@dataclass(frozen=True, slots=True)
class Known:
    """What the graph has, made ready to be looked up by any number of readings."""

    existing: Existing
    linker: Linker
    references: Mapping[str, str]
    ids: frozenset[str]

    def own_document(self, reading: Reading) -> str | None:
        """The graph's document with this content or, where only one has it, this title."""
        rows = self.existing.get("documents", ())
        same = [str(row["id"]) for row in rows if row.get("sha256") == reading.sha256]
        titled = [str(row["id"]) for row in rows if reading.title and row.get("title") == reading.title]
        return same[0] if same else titled[0] if len(titled) == 1 else None

    def own_mandate(self, reading: Reading) -> str:
        """The graph's mandate with this number or, where there is none, the one of this document that has none."""
        for number in reading.register_numbers:
            if id_ := self.references.get(number.casefold()):
                return id_
        document = self.own_document(reading)
        if document is not None and not reading.register_numbers:
            rows = [row for row in self.existing.get("mandates", ()) if row.get("document") == document]
            unnumbered = [str(row["id"]) for row in rows if not row.get("reference")]
            if len(unnumbered) == 1:
                return unnumbered[0]
        return mandate_id(reading)


def known(existing: Existing) -> Known:
    """Makes what the graph has ready to be looked up."""
    mandates = existing.get("mandates", ())
    return Known(
        existing,
        Linker(existing),
        {str(row["reference"]).casefold(): str(row["id"]) for row in mandates if row.get("reference")},
        frozenset(str(row["id"]) for name in ("mandates", "counties") for row in existing.get(name, ())),
    )


def mandate_id(reading: Reading) -> str:
    """The id of a decision's mandate: its first register number, else its title."""
    if reading.register_numbers:
        return f"mandate:{number_id(reading.register_numbers[0])}"
    name = slug(reading.title or reading.document)
    return f"mandate:{name[:LONGEST_ID].strip('-')}"


def number_id(number: str) -> str:
    """What an id has of a register number."""
    return re.sub(r"[^\w.-]+", "-", number.replace("dir. ", "dir-")).strip("-")
