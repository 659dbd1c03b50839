"""A Neo4j by its address: what can stand in the way, each told in a sentence, and ``neo4j://``."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.settings import Settings
from ansvarskarta.texts import Language


def refusal(settings: Settings) -> DatabaseUnavailable:
    with pytest.raises(DatabaseUnavailable) as refused:
        open_graph(settings)
    for lang in Language:
        assert settings.graph in refused.value.message(lang)
        assert refused.value.hint(lang)
    return refused.value


def test_nobody_answers() -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        error = refusal(Settings(graph=f"bolt://127.0.0.1:{port}", user="neo4j", password="x"))  # noqa: S106  # nobody's
    assert error.code == "engine.unreachable"


def test_a_wrong_password(neo4j_settings: Settings) -> None:
    error = refusal(replace(neo4j_settings, password="wrong"))  # noqa: S106  # that is what it is
    assert error.code == "engine.wrong_password"
    assert "wrong" not in error.message(Language.EN) + error.hint(Language.EN) + str(error.values)


def test_a_database_that_is_not_there(neo4j_settings: Settings) -> None:
    assert refusal(replace(neo4j_settings, database="nosuch")).code == "engine.database_missing"


def test_a_statement_that_takes_too_long_is_stopped(neo4j_graph: Graph) -> None:
    started = time.monotonic()
    with pytest.raises(DatabaseUnavailable) as refused:
        neo4j_graph.read("UNWIND range(1, 1000000000) AS i RETURN count(i % 7)", timeout=0.5)
    assert refused.value.code == "engine.timeout"
    assert time.monotonic() - started < 30
    assert neo4j_graph.read("RETURN 1") == [[1]]


@contextmanager
def stranger(graph: Graph) -> Iterator[None]:
    """Within it the database is somebody else's: a node of theirs, and none of ours."""

    def theirs(tx: neo4j.ManagedTransaction) -> None:
        tx.run("MATCH (n) DETACH DELETE n").consume()
        tx.run("CREATE (:Film {title: 'Persona'})").consume()

    graph.write(theirs)
    try:
        yield
    finally:
        graph.run_alone(["MATCH (n:Film) DELETE n"])


def test_a_database_of_somebody_else_is_left_alone(neo4j_graph: Graph, neo4j_settings: Settings) -> None:
    with stranger(neo4j_graph):
        error = refusal(neo4j_settings)
        assert error.code == "engine.foreign_database"
        assert error.values["nodes"] == 1
        assert neo4j_graph.read("MATCH (n) RETURN labels(n), n.title") == [[["Film"], "Persona"]]
        with pytest.raises(DatabaseUnavailable) as refused:
            neo4j_graph.write(lambda _: None)
        assert refused.value.code == "engine.not_prepared"
    with open_graph(neo4j_settings) as mended:
        assert mended.version().number == 1


def merge(tx: neo4j.ManagedTransaction, id_: str) -> None:
    tx.run("MERGE (:Entity:Theme {id: $id})", id=id_).consume()


def test_routing_and_bookmarks(neo4j_graph: Graph, neo4j_settings: Settings) -> None:
    address = neo4j_settings.graph.replace("bolt://", "neo4j://")
    with open_graph(replace(neo4j_settings, graph=address)) as routed:
        for number in range(5):
            routed.write(partial(merge, id_=f"theme:r{number}"))
            found = routed.read("MATCH (n:Entity) WHERE n.id STARTS WITH 'theme:r' RETURN count(n)")
            assert found == [[number + 1]]
        assert routed.version() == neo4j_graph.version()
        with pytest.raises(DatabaseUnavailable) as refused:
            routed.read("MATCH (n:Entity) DETACH DELETE n")
        assert refused.value.code == "engine.only_reading"
