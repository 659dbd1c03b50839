"""What the checks need to know of the graph that the tables go into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ansvarskarta.graph.content import PROPOSED, Content, as_row
from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.graph.snapshot import look_up
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.graph.values import Value
from ansvarskarta.loaders.checking.mentioned import mentioned
from ansvarskarta.loaders.tables import Tables

Days = tuple[str | None, str | None]
"""First and last day on which something holds; ``None`` bounds nothing."""


@dataclass(frozen=True, slots=True)
class Existing:
    """The graph as far as checks need it; empty where tables are checked by themselves.

    ``labels`` and ``days`` are of its nodes by id, ``proposed`` the ids of nodes that nobody has accepted,
    ``contents`` the rows of the tables that the input has too, by table name.
    """

    labels: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, Days] = field(default_factory=dict)
    proposed: frozenset[str] = frozenset()
    contents: Mapping[str, Content] = field(default_factory=dict)


def existing_in(contents: Mapping[str, Content]) -> Existing:
    """The whole graph, where all of its tables were read."""
    labels: dict[str, str] = {}
    days: dict[str, Days] = {}
    accepted_ids: set[str] = set()
    for table in NODE_TABLES:
        for key, record in contents.get(table.name, {}).items():
            row = as_row(table, record)
            id_ = str(row["id"])
            labels[id_] = table.label
            days[id_] = (_text(row.get("valid_from")), _text(row.get("valid_to")))
            if not key.endswith(PROPOSED):
                accepted_ids.add(id_)
    return Existing(labels, days, frozenset(labels.keys() - accepted_ids), contents)


def existing_for(graph: Graph, tables: Tables, contents: Mapping[str, Content]) -> Existing:
    """The part of the graph that the tables speak of: the nodes they mention, and the rows of the same tables."""
    known = look_up(graph, mentioned(tables))
    return Existing(
        {id_: node.label for id_, node in known.items()},
        {id_: (node.valid_from, node.valid_to) for id_, node in known.items()},
        frozenset(id_ for id_, node in known.items() if node.proposed),
        contents,
    )


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
