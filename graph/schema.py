"""Constraints and indexes, made from the model by the product itself, and the one node that says what the graph is.

The node ``(:Ansvarskarta {key: 'graph'})`` carries ``number`` (raised by each write), ``token`` (this graph and no
other), ``schema`` (which version's), ``demo`` and ``loaded_at``.
"""

from __future__ import annotations

from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES
from ansvarskarta.graph.transactions import Graph

SCHEMA = 1
"""Raised with every change of what is below: an older graph is then brought up to it when it is opened."""

META_LABELS = ("Ansvarskarta", "Load", "Change", "Proposal")
"""The labels of nodes that are the product's own, beside the model's ``Entity``."""

DERIVED_TYPES = ("IN_COUNTY",)
"""Relationship types that loading derives from columns: they are in no table."""

_CONSTRAINTS = {"entity_id": ("Entity", "id"), "ansvarskarta_key": ("Ansvarskarta", "key"), "load_id": ("Load", "id")}
_INDEXES = {"change_load": ("Change", "load"), "proposal_id": ("Proposal", "id")}

_OURS = " OR ".join(
    [f"n:{label}" for label in META_LABELS] + [f"(n:Entity AND n:{table.label})" for table in NODE_TABLES]
)
FOREIGN = f"MATCH (n) WHERE NOT ({_OURS}) RETURN count(n)"
"""Counts the nodes that the product can't have made, nor anybody who loaded its exports by other means."""

_FIRST = """
MERGE (v:Ansvarskarta {key: 'graph'})
ON CREATE SET v.number = 0, v.token = randomUUID(), v.writes = [], v.taken = '', v.demo = false
"""


def constraint_names() -> tuple[str, ...]:
    """The names of the constraints that a graph of ours has."""
    return tuple(_CONSTRAINTS)


def constraint_statements() -> list[str]:
    """The statements that make all constraints and indexes; safe again and again."""
    return [
        *(
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
            for name, (label, key) in _CONSTRAINTS.items()
        ),
        *(f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{key})" for name, (label, key) in _INDEXES.items()),
    ]


def type_statements() -> list[str]:
    """Statements that leave nothing behind but every label combination and relationship type.

    The embedded engine makes a type when it first meets it, and stumbles where two writes do so at once.
    """
    labels = [table.labels for table in NODE_TABLES] + [(label,) for label in META_LABELS]
    types = [table.type for table in RELATIONSHIP_TABLES] + list(DERIVED_TYPES)
    return [
        *(f"CREATE (n:{':'.join(names)}) DELETE n" for names in labels),
        *(f"CREATE (a:Entity)-[r:{type_}]->(b:Entity) DELETE r, a, b" for type_ in types),
    ]


def prepare(graph: Graph) -> None:
    """Makes everything that the model asks for, and the version node; safe again and again, and from several at once.

    Raises:
        DatabaseUnavailable: the writer may not change the schema, or the database is gone.
    """
    graph.run_alone(constraint_statements())
    graph.run_alone([_FIRST])

    def types_and_version(tx: neo4j.ManagedTransaction) -> None:
        for statement in type_statements():
            tx.run(statement).consume()
        tx.run("MATCH (v:Ansvarskarta {key: 'graph'}) SET v.schema = $schema", schema=SCHEMA).consume()

    graph.write(types_and_version)
