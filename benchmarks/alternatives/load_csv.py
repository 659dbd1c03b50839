"""Loading the tables with LOAD CSV and MERGE, from the server's import folder.

    python -m benchmarks.alternatives.load_csv FOLDER BOLT_ADDRESS USER PASSWORD

The server's import folder has to be FOLDER, and loading from files allowed there.
"""

from __future__ import annotations

import sys
from pathlib import Path

import neo4j
from ansvarskarta.graph.model import NodeTable, RelationshipTable
from ansvarskarta.graph.model.columns import Column, Kind

from benchmarks.alternatives.tables import tables

IN_BATCHES = "IN TRANSACTIONS OF 2000 ROWS"


def load(folder: Path, driver: neo4j.Driver) -> None:
    """Runs one statement a table."""
    nodes, links = tables(folder)
    with driver.session() as session:
        for table in (*nodes, *links):
            with (folder / f"{table.name}.csv").open(encoding="utf-8") as file:
                header = file.readline().strip().split(",")
            session.run(statement(table, header)).consume()


def statement(table: NodeTable | RelationshipTable, header: list[str]) -> str:
    """The statement that loads one table."""
    columns = [table.column(name) for name in header if name not in ("id", "start", "end")]
    values = ", ".join(f"x.`{column.name}` = {_value(column)}" for column in columns)
    if isinstance(table, NodeTable):
        merge = f"MERGE (x:Entity {{id: row.id}}) SET x:{':'.join(table.labels[1:])}, {values}"
    else:
        telling = " + '|' + ".join(f"coalesce(row.`{name}`, '')" for name in table.identity if name in header)
        merge = (
            "MATCH (a:Entity {id: row.start}) MATCH (b:Entity {id: row.end}) "
            f"MERGE (a)-[x:{table.type} {{key: {telling}}}]->(b) SET {values}"
        )
    return f"LOAD CSV WITH HEADERS FROM 'file:///{table.name}.csv' AS row CALL (row) {{ {merge} }} {IN_BATCHES}"


def _value(column: Column) -> str:
    cell = f"row.`{column.name}`"
    if column.kind.is_list:
        return f"split({cell}, ';')"
    if column.kind is Kind.INTEGER:
        return f"toInteger({cell})"
    if column.kind in (Kind.DECIMAL, Kind.FRACTION):
        return f"toFloat({cell})"
    return cell


if __name__ == "__main__":
    with neo4j.GraphDatabase.driver(sys.argv[2], auth=(sys.argv[3], sys.argv[4])) as connection:
        load(Path(sys.argv[1]), connection)
