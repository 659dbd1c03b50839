"""What a graph holds, in numbers: for those who want to know with what data it runs."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.graph.schema import DERIVED_TYPES
from ansvarskarta.graph.transactions import Graph

_NODES = "MATCH (n:Entity) RETURN count(n)"
_RELATIONSHIPS = "MATCH (:Entity)-[r]->(:Entity) WHERE NOT type(r) IN $derived RETURN count(r)"
_LOADED = "MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v.loaded_at"


@dataclass(frozen=True, slots=True)
class Contents:
    """The numbers of nodes and relationships, proposed ones too; ``loaded_at`` is UTC, ``None`` before the first."""

    nodes: int
    relationships: int
    version: str
    loaded_at: str | None
    is_demo: bool


def contents(graph: Graph) -> Contents:
    """What the graph holds now.

    Raises:
        DatabaseUnavailable: the database is gone.
    """
    ((nodes,),) = graph.read(_NODES)
    ((relationships,),) = graph.read(_RELATIONSHIPS, {"derived": sorted(DERIVED_TYPES)})
    ((loaded_at,),) = graph.read(_LOADED)
    return Contents(
        nodes=int(str(nodes)),
        relationships=int(str(relationships)),
        version=str(graph.version()),
        loaded_at=None if loaded_at is None else str(loaded_at),
        is_demo=graph.is_demo(),
    )
