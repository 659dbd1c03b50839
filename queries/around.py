"""What a node is linked to, on any day or as of one, as the API gives it."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.graph.connection import Graph
from ansvarskarta.queries.words import statement
from ansvarskarta.texts import Language

MOST_RELATIONSHIPS = 1_000
RELATIONSHIP = (
    "type", "start", "end", "role", "valid_from", "valid_to", "mandate", "document", "locator", "confidence",
    "other_name",
)  # fmt: skip
"""What is said of each relationship; ``other_name`` is the name of the node at its other end."""


@dataclass(frozen=True, slots=True)
class Around:
    """A node's relationships by the names of ``RELATIONSHIP``; ``truncated`` where there are more than so many."""

    relationships: list[dict[str, object]]
    truncated: bool


def around(graph: Graph, id_: str, as_of: str | None, lang: Language) -> Around:
    """A node's relationships: with no day those of any day, proposed ones too; as of a day those that hold on it.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    given = {"id": id_, "as_of": as_of, "english": lang is Language.EN, "most": MOST_RELATIONSHIPS + 1}
    found = [dict(zip(RELATIONSHIP, row, strict=True)) for row in graph.read(statement("around"), given)]
    return Around(found[:MOST_RELATIONSHIPS], truncated=len(found) > MOST_RELATIONSHIPS)
