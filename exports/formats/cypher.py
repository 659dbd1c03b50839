r"""Cypher: one script for ``cypher-shell``, into an empty Neo4j that then gives the same answers.

Data stands in string literals alone. Neo4j replaces ``\u`` and four digits anywhere in a script before it reads it, so
a backslash never stands before a ``u`` here.
"""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import RELATIONSHIP_TABLES, NodeTable, RelationshipTable, Table
from ansvarskarta.graph.schema import constraint_statements
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.texts import Words

BATCH = 500
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class CypherWriter(GraphWriter):
    """One script of batches, each a statement of its own."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._file = target.open("w", encoding="utf-8", newline="\n")
        self._rows: list[str] = []
        self._statement = ""
        self._counties: list[str] = []
        self._head()

    def node(self, table: NodeTable, row: Row) -> None:
        """Writes one node."""
        self._add(f"CREATE (n:{':'.join(table.labels)}) SET n = row", _map(_filled(table, row)))
        if row.get("county"):
            self._counties.append(_map({"start": row["id"], "end": row["county"]}))

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Writes one relationship."""
        self._join_counties()
        own = {name: value for name, value in _filled(table, row).items() if name not in ("start", "end")}
        properties = _map({"key": identity(table, row), **own})
        ends = f"start: {literal(row['start'])}, end: {literal(row['end'])}"
        self._add(_create(table.type, " SET r = row.properties"), f"{{{ends}, properties: {properties}}}")

    def close(self) -> None:
        """Ends the script."""
        self._join_counties()
        self._flush()
        self._file.close()

    def _head(self) -> None:
        for sentence in [self.about.title(), *self.about.sentences()]:
            self._file.write(f"// {sentence}\n")
        for statement in constraint_statements():
            self._file.write(f"{statement};\n")
        # What the product keeps of a graph, so that it knows this one as its own.
        self._file.write(
            "MERGE (v:Ansvarskarta {key: 'graph'}) ON CREATE SET v.number = 0, v.token = randomUUID(), v.writes = [], "
            f"v.taken = '', v.demo = {str(self.about.is_demo).lower()};\n"
        )

    def _join_counties(self) -> None:
        for row in self._counties:
            self._add(_create("IN_COUNTY", ""), row)
        self._counties = []

    def _add(self, statement: str, row: str) -> None:
        if statement != self._statement or len(self._rows) == BATCH:
            self._flush()
            self._statement = statement
        self._rows.append(row)

    def _flush(self) -> None:
        if self._rows:
            self._file.write("UNWIND [\n" + ",\n".join(self._rows) + f"\n] AS row {self._statement};\n")
            self._rows = []


def literal(value: Value) -> str:
    """A value as Cypher writes it."""
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        # Every backslash is an escape by now, and the only one that can stand before a u is half of a doubled one.
        return "'" + value.translate(_ESCAPES).replace("\\u", "\\' + 'u") + "'"
    return repr(value)


def _map(values: Row) -> str:
    return "{" + ", ".join(f"`{name}`: {literal(value)}" for name, value in values.items()) + "}"


def _filled(table: Table, row: Row) -> Row:
    return {name: row[name] for name in table.column_names if row.get(name) not in (None, [])}


def _create(type_: str, rest: str) -> str:
    match = "MATCH (a:Entity {id: row.start}), (b:Entity {id: row.end})"
    return f"{match} CREATE (a)-[r:{type_}]->(b){rest}"


def check(path: Path, counts: dict[str, int]) -> None:
    """Counts the relationships that the script creates.

    Raises:
        ValueError: it lacks some.
    """
    expected = sum(counts[table.name] for table in RELATIONSHIP_TABLES)
    with path.open(encoding="utf-8", newline="\n") as lines:
        found = sum(line.startswith("{start: ") for line in lines)
    if found != expected:
        raise ValueError(f"relationships: {found}, not {expected}")


FORMAT = Format(
    "cypher",
    Words("Cypherskript, för en tom Neo4j", "Cypher script, for an empty Neo4j"),
    ".cypher",
    CypherWriter,
    check,
)
