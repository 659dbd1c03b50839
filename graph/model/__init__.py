"""The graph model, declared once: every node and relationship table, its columns, and what they mean.

Validation, constraints, loading, table templates, exports and the reference documentation all read it from here.
"""

from __future__ import annotations

from ansvarskarta.graph.model.columns import Choice, Column, Kind
from ansvarskarta.graph.model.nodes import NODE_TABLES
from ansvarskarta.graph.model.relationships import RELATIONSHIP_TABLES
from ansvarskarta.graph.model.tables import NodeTable, RelationshipTable, Table

TABLES: tuple[Table, ...] = (*NODE_TABLES, *RELATIONSHIP_TABLES)
TABLE_BY_NAME: dict[str, Table] = {table.name: table for table in TABLES}
NODE_TABLE_BY_LABEL: dict[str, NodeTable] = {table.label: table for table in NODE_TABLES}
RELATIONSHIP_TABLE_BY_TYPE: dict[str, RelationshipTable] = {table.type: table for table in RELATIONSHIP_TABLES}


def is_a(label: str, wanted: str) -> bool:
    """Whether a node of the model's ``label`` may stand where ``wanted`` is asked for (a Municipality is an Actor)."""
    return label == wanted or wanted in NODE_TABLE_BY_LABEL[label].also


__all__ = [
    "NODE_TABLES",
    "NODE_TABLE_BY_LABEL",
    "RELATIONSHIP_TABLES",
    "RELATIONSHIP_TABLE_BY_TYPE",
    "TABLES",
    "TABLE_BY_NAME",
    "Choice",
    "Column",
    "Kind",
    "NodeTable",
    "RelationshipTable",
    "Table",
    "is_a",
]
