"""What of the graph decisions are compared with: all names and numbers, and the rows that they speak of themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ansvarskarta.graph.content import as_row
from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.graph.snapshot import read_columns, read_content, read_links
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.known import Known
from ansvarskarta.loaders.decisions.proposals import proposed_to
from ansvarskarta.loaders.decisions.proposed import PROPOSED, Proposals
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.standing import Existing

_NAMED = ("id", "name", "name_en", "aliases", "org_number", "confidence")
# The columns that tie a decision's names and numbers to nodes, by table.
_NAMES = {
    "actors": _NAMED,
    "municipalities": _NAMED,
    "counties": _NAMED,
    "mandates": ("id", "name", "reference", "document", "valid_to", "confidence"),
    "documents": ("id", "title", "sha256", "confidence"),
}
_TOPICS = {"themes": _NAMED, "bottlenecks": _NAMED}


@dataclass(frozen=True, slots=True)
class Compared:
    """What decisions propose, and the graph's own rows of the same nodes and of their mandates' relationships.

    ``near`` has the accepted ones and the proposed ones, ``stands`` the accepted ones alone.
    """

    found: Proposals
    near: dict[str, list[Row]]
    stands: dict[str, list[Row]]


def read_names(graph: Graph) -> dict[str, list[Row]]:
    """The names and numbers of all nodes that decisions name; the same until the graph is written to."""
    return _read(graph, _NAMES)


def read_topics(graph: Graph) -> dict[str, list[Row]]:
    """The names of all that a decision may be about."""
    return _read(graph, _TOPICS)


def compared(graph: Graph, readings: Sequence[Reading], names: Known) -> Compared:
    """What readings propose where the graph has these names, with what it has of the same already."""
    found = proposed_to(names, readings)
    near = _near(graph, found)
    stands = accepted_of(near)
    if stands["given_to"]:
        # Who holds a mandate that the graph has already tells whom a role in the text means.
        held = replace(names, existing={**names.existing, "given_to": stands["given_to"]})
        found = proposed_to(held, readings)
    return Compared(found, near, stands)


def accepted_of(rows: Existing) -> dict[str, list[Row]]:
    """The rows that somebody has accepted."""
    return {name: [row for row in of_table if row["confidence"] != PROPOSED] for name, of_table in rows.items()}


def _near(graph: Graph, found: Proposals) -> dict[str, list[Row]]:
    ids = {table: [str(row["id"]) for row in found.rows.get(table.name, ())] for table in NODE_TABLES}
    nodes = {
        table.name: [as_row(table, record) for record in read_content(graph, table, of_table).values()]
        for table, of_table in ids.items()
        if of_table
    }
    return nodes | read_links(graph, {str(row["id"]) for row in found.rows["mandates"]})


def _read(graph: Graph, columns: Mapping[str, Sequence[str]]) -> dict[str, list[Row]]:
    return {
        table.name: read_columns(graph, table, [name for name in columns[table.name] if name in table.column_names])
        for table in NODE_TABLES
        if table.name in columns
    }
