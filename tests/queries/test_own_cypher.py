"""A person's own Cypher reads and does nothing else, on either engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import AnsvarskartaError, WrongUse
from ansvarskarta.loaders.loading import load_demonstration
from ansvarskarta.queries.own_cypher import ROWS, ask_own, require_reading
from engines import wipe


@pytest.fixture(scope="module")
def demonstrated(any_graph: Graph) -> Iterator[Graph]:
    wipe(any_graph)
    load_demonstration(any_graph, person="prov")
    yield any_graph
    wipe(any_graph)


def test_it_reads(demonstrated: Graph) -> None:
    found = ask_own(demonstrated, "MATCH (b:Bottleneck) RETURN count(b) AS antal;")
    assert (found.columns, found.rows, found.truncated) == (("antal",), [[70]], False)


def test_rows_are_limited(demonstrated: Graph) -> None:
    found = ask_own(demonstrated, "UNWIND range(1, 5000) AS i RETURN i")
    assert (len(found.rows), found.truncated) == (ROWS, True)


def test_nodes_are_shown_by_name(demonstrated: Graph) -> None:
    found = ask_own(demonstrated, "MATCH (n:Entity {id: 'theme:energy'}) RETURN n")
    assert found.rows == [["Elnät och energiförsörjning"]]


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n:Bottleneck) SET n.name = 'x' RETURN n",
        "MATCH (n:Bottleneck) DETACH DELETE n RETURN 1 AS one",
        "MERGE (n:Entity {id: 'x'}) RETURN n",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "SHOW SETTINGS",
        "SHOW USERS",
        "MATCH (n) RETURN n; MATCH (m) DETACH DELETE m",
    ],
)
def test_it_does_nothing_else(demonstrated: Graph, cypher: str) -> None:
    before = demonstrated.version()
    with pytest.raises(AnsvarskartaError):
        ask_own(demonstrated, cypher)
    assert demonstrated.version() == before
    assert ask_own(demonstrated, "MATCH (b:Bottleneck) RETURN count(b)").rows == [[70]]


@pytest.mark.parametrize(
    "cypher", ["CALL dbms.components() YIELD name RETURN name", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'"]
)
def test_what_a_server_takes_for_reading_is_refused_there(neo4j_graph: Graph, cypher: str) -> None:
    with pytest.raises(WrongUse) as refused:
        ask_own(neo4j_graph, cypher)
    assert refused.value.code in ("own_cypher.refused", "own_cypher.writes")


@pytest.mark.parametrize("cypher", ["", "  ;  "])
def test_an_empty_question_is_refused(demonstrated: Graph, cypher: str) -> None:
    with pytest.raises(WrongUse) as refused:
        ask_own(demonstrated, cypher)
    assert refused.value.code == "own_cypher.empty"


def test_a_plan_that_reads_a_file_is_refused() -> None:
    plan = {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": "LoadCSV@neo4j", "children": []}]}
    with pytest.raises(WrongUse) as refused:
        require_reading("r", plan)
    assert refused.value.values == {"what": "LoadCSV"}


@pytest.mark.parametrize("query_type", ["w", "rw", "s", None])
def test_a_plan_that_does_not_only_read_is_refused(query_type: str | None) -> None:
    with pytest.raises(WrongUse):
        require_reading(query_type, {"operatorType": "ProduceResults@neo4j", "children": []})


def test_a_reading_plan_is_let_through() -> None:
    plan = {"operatorType": "ProduceResults@neo4j", "children": [{"operatorType": "NodeByLabelScan@neo4j"}]}
    require_reading("r", plan)
