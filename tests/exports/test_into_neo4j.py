"""The exports that are made for Neo4j, in a real one: they give it what the tables hold."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.formats.cypher import literal
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.model import TABLES
from ansvarskarta.graph.settings import Settings
from ansvarskarta.graph.snapshot import read_table
from engines import wipe
from export_fixtures import MakeContent
from neo4j_server import NotToBeHad, jars, java, neo4j_server

DERIVED = "MATCH (m:Municipality)-[:IN_COUNTY]->(c:County) WHERE m.county <> c.id RETURN count(*)"


def statements(script: str) -> list[str]:
    """What cypher-shell sends: the lines up to one that ends with a semicolon, comments left out."""
    lines = [line for line in script.split("\n") if not line.startswith("//")]
    return [part.strip() for part in ";\n".join("\n".join(lines).split(";\n")).split(";\n") if part.strip()]


def perform(statement: str, tx: neo4j.ManagedTransaction) -> None:
    tx.run(statement).consume()


def run(graph: Graph, script: str) -> None:
    for statement in statements(script):
        if statement.startswith(("CREATE CONSTRAINT", "CREATE INDEX")):
            graph.run_alone([statement])
        else:
            graph.write(partial(perform, statement))


@pytest.fixture
def both(demo: Source, hostile: Source) -> Source:
    """The demonstration data, and beside it what is meant to hurt."""
    return lambda table: sorted([*demo(table), *hostile(table)], key=lambda row: identity(table, row))


def holds(graph: Graph, source: Source) -> None:
    for table in TABLES:
        rows = list(source(table))
        ids = [row["id"] for row in rows if row["confidence"] != "proposed"] if "id" in table.column_names else []
        expected = [row for row in rows if row["confidence"] != "proposed" or row.get("id") not in ids]
        assert list(read_table(graph, table)) == expected, table.name


def test_cypher_script_makes_the_same_graph(
    neo4j_graph: Graph, tmp_path: Path, content: MakeContent, both: Source
) -> None:
    wipe(neo4j_graph)
    export(content(both), formats()["cypher"], tmp_path / "graph.cypher")
    run(neo4j_graph, (tmp_path / "graph.cypher").read_text(encoding="utf-8"))
    holds(neo4j_graph, both)
    assert neo4j_graph.read(DERIVED) == [[0]]


HARD = (
    "\\u0027 OR 1=1 //",
    "\\\\u0027}",
    "a\\",
    "'; MATCH (n) DETACH DELETE n; //",
    "\\'",
    "rad\nrad\r\ttab",
    "\\U0001F600",
)


@pytest.mark.parametrize("text", HARD)
def test_a_text_stays_a_text(neo4j_graph: Graph, text: str) -> None:
    assert neo4j_graph.read(f"RETURN {literal(text)}, {literal([text, text])}") == [[text, [text, text]]]


@pytest.fixture
def importer(tmp_path: Path) -> Callable[[Path, Path], None]:
    """Runs the real neo4j-admin in a folder of ours, into a home of its own."""
    try:
        program, lib = java(), jars()
    except NotToBeHad as missing:
        pytest.skip(f"no Neo4j: {missing}")

    def run_command(folder: Path, home: Path) -> None:
        script = (folder / "import.sh").read_text(encoding="utf-8").partition("set -e\n")[2]
        arguments = shlex.split(script.replace("\\\n", " "))
        assert arguments[0] == "neo4j-admin"
        conf = tmp_path / "import-conf"
        conf.mkdir()
        (conf / "neo4j.conf").touch()
        subprocess.run(
            [program, "-Xmx512m", "-cp", f"{lib}/*", "org.neo4j.cli.AdminTool", *arguments[1:]],
            cwd=folder,
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(conf)},
            check=True,
            timeout=300,
        )

    return run_command


def test_neo4j_admin_imports_the_same_graph(
    tmp_path: Path, content: MakeContent, importer: Callable[[Path, Path], None], both: Source
) -> None:
    if os.environ.get("ANSVARSKARTA_TEST_NEO4J"):
        pytest.skip("the importer writes a database's files, and a given address has none here")
    export(content(both), formats()["neo4j-admin"], tmp_path / "import")
    home = tmp_path / "home"
    home.mkdir()
    importer(tmp_path / "import", home)
    with neo4j_server(home) as server:
        settings = Settings(graph=server.address, user=server.user, password=server.password, home=tmp_path)
        with open_graph(settings) as graph:
            holds(graph, both)
            assert graph.is_demo()
            assert graph.read(DERIVED) == [[0]]
