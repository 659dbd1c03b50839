"""The schema comes from the model, is made again and again, and keeps older and later graphs apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ansvarskarta.graph import schema
from ansvarskarta.graph.archive import verified
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES
from ansvarskarta.graph.opening import ensure

CONSTRAINTS = "SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name"


def set_schema(graph: Graph, version: int) -> None:
    graph.write(lambda tx: tx.run("MATCH (v:Ansvarskarta) SET v.schema = $version", version=version).consume())


@pytest.fixture
def prepared(graph: Graph) -> Iterator[Graph]:
    yield graph
    set_schema(graph, schema.SCHEMA)


def test_it_is_made_again_and_again(prepared: Graph) -> None:
    before = prepared.read(CONSTRAINTS)
    token = prepared.version().token
    schema.prepare(prepared)
    schema.prepare(prepared)
    assert prepared.read(CONSTRAINTS) == before == [["ansvarskarta_key"], ["entity_id"], ["load_id"]]
    assert prepared.version().token == token
    assert prepared.read("MATCH (n) RETURN count(n)") == [[1]], "it leaves nothing but the version node"


def test_a_later_version_s_graph_is_not_opened(prepared: Graph, tmp_path: Path) -> None:
    set_schema(prepared, schema.SCHEMA + 1)
    with pytest.raises(DatabaseUnavailable) as refused:
        ensure(prepared, tmp_path)
    assert refused.value.code == "engine.schema_newer"


def test_an_older_graph_is_backed_up_and_brought_up_to_date(prepared: Graph, tmp_path: Path) -> None:
    prepared.write(lambda tx: tx.run("CREATE (:Entity:Theme {id: 'theme:old'})").consume())
    set_schema(prepared, 0)
    ensure(prepared, tmp_path / "backups")
    (safe,) = (tmp_path / "backups").iterdir()
    manifest = verified(safe)
    assert (manifest.schema, manifest.rows) == (0, 1)
    assert prepared.read("MATCH (v:Ansvarskarta) RETURN v.schema") == [[schema.SCHEMA]]
    assert prepared.read("MATCH (n:Theme) RETURN n.id") == [["theme:old"]]


def test_each_label_and_type_of_the_model_is_made() -> None:
    statements = " ".join(schema.type_statements())
    for table in NODE_TABLES:
        assert f"(n:{':'.join(table.labels)})" in statements
    for link in RELATIONSHIP_TABLES:
        assert f"[r:{link.type}]" in statements
