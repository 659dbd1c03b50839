"""What rests on the old text of a document that has been read with other content."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.proposed import Proposals
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.standing import Existing, identity


@dataclass(frozen=True, slots=True)
class Reopened:
    """A row of the graph that rests on a document whose content is now another.

    ``still_read`` says whether the new content proposes the same row.
    """

    table: str
    row: Row
    still_read: bool


def has_other_content(reading: Reading, document: str, existing: Existing) -> bool:
    """Whether the graph knows the document with other content than was read now."""
    known = [row for row in existing.get("documents", ()) if row["id"] == document]
    return bool(known) and known[0].get("sha256") not in (None, reading.sha256)


def reopened(found: Proposals, resting: Existing) -> list[Reopened]:
    """The rows that rest on a document of other content, each with whether it was read anew."""
    return [
        Reopened(table, row, still_read=any(identity(table, one) == identity(table, row) for one in found.rows[table]))
        for table, rows in resting.items()
        if table != "documents"
        for row in rows
    ]
