"""Reading and writing, on both engines."""

from __future__ import annotations

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import DatabaseUnavailable


def add(tx: neo4j.ManagedTransaction, id_: str) -> None:
    tx.run("CREATE (:Entity:Theme {id: $id, name: $id})", id=id_).consume()


def ids(graph: Graph) -> list[str]:
    return [str(row[0]) for row in graph.read("MATCH (n:Entity) RETURN n.id ORDER BY n.id")]


def test_what_is_written_is_read_and_raises_the_version(graph: Graph) -> None:
    before = graph.version()
    graph.write(lambda tx: add(tx, "theme:energy"))
    after = graph.version()
    assert ids(graph) == ["theme:energy"]
    assert (after.token, after.number) == (before.token, before.number + 1)
    assert str(after) == f"{before.token}-{before.number + 1}"


def test_a_write_that_fails_leaves_nothing_behind(graph: Graph) -> None:
    before = graph.version()

    def half(tx: neo4j.ManagedTransaction) -> None:
        add(tx, "theme:half")
        raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        graph.write(half)
    assert ids(graph) == []
    assert graph.version() == before


def test_an_id_is_there_once(graph: Graph) -> None:
    graph.write(lambda tx: add(tx, "theme:energy"))
    with pytest.raises(DatabaseUnavailable) as refused:
        graph.write(lambda tx: add(tx, "theme:energy"))
    assert refused.value.code == "engine.refused"
    assert ids(graph) == ["theme:energy"]


def test_a_reader_can_not_write(graph: Graph) -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        graph.read("CREATE (n:Entity:Theme {id: 'theme:sneaked'}) RETURN n.id")
    assert refused.value.code in ("engine.no_rights", "engine.only_reading")
    assert ids(graph) == []


def test_a_wrong_statement_is_refused_with_the_reason(graph: Graph) -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        graph.read("MATCH (n RETURN n")
    assert refused.value.code == "engine.refused"
    assert refused.value.values["reason"]


def test_holding_reads_all_at_one_version_and_changes_nothing(graph: Graph) -> None:
    graph.write(lambda tx: add(tx, "theme:energy"))
    before = graph.version()
    held = graph.hold(lambda tx: tx.run("MATCH (n:Entity) RETURN n.id").values())
    assert held == [["theme:energy"]]
    assert graph.version() == before
