"""The adapter, with py2neo itself on the real Neo4j."""

from __future__ import annotations

import warnings

import pytest
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.py2neo_adapter import answer_subgraph, load_subgraph, subgraph
from ansvarskarta.exports.stored import stored_content
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES
from ansvarskarta.graph.settings import Settings
from ansvarskarta.graph.snapshot import read_all
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load
from ansvarskarta.queries import ask
from ansvarskarta.texts import Language
from engines import wipe
from export_fixtures import MakeContent

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # py2neo's own, at import
    import py2neo  # type: ignore[import-untyped]  # it has none

pytestmark = pytest.mark.filterwarnings("ignore")  # py2neo is at its end of life and warns of much


def test_the_demonstration_data_goes_out_and_comes_back(demo: Source, content: MakeContent, neo4j_graph: Graph) -> None:
    given = subgraph(content(demo))
    assert len(given.nodes) == sum(len(list(demo(table))) for table in NODE_TABLES)
    assert len(given.relationships) == sum(len(list(demo(table))) for table in RELATIONSHIP_TABLES)
    wipe(neo4j_graph)
    load_subgraph(neo4j_graph, given, person="notebook")
    stored = read_all(neo4j_graph)
    for table in (*NODE_TABLES, *RELATIONSHIP_TABLES):
        assert stored[table.name] == list(demo(table)), table.name


def test_an_answer_is_a_graph_that_py2neo_can_create(neo4j_graph: Graph, neo4j_settings: Settings) -> None:
    wipe(neo4j_graph)
    load(neo4j_graph, [demonstration()], person="test")
    answer = ask(neo4j_graph, "who_owns", {"bottleneck": "bottleneck:national-coordination"}, as_of="2026-11-24")
    given = answer_subgraph(stored_content(neo4j_graph, Language.SV), answer)
    named = {node["id"] for node in given.nodes}
    assert named >= {row["actor"] for row in answer.rows}
    wipe(neo4j_graph)
    notebook = py2neo.Graph(neo4j_settings.graph, auth=(neo4j_settings.user, neo4j_settings.password))
    try:
        notebook.create(given)
        ids = notebook.evaluate("MATCH (n:Entity) RETURN collect(n.id)")
        links = notebook.run("MATCH (a:Entity)-[r]->(b:Entity) RETURN DISTINCT a.id, type(r), b.id").to_table()
    finally:
        notebook.service.connector.close()
    assert set(ids) == named
    assert {tuple(link) for link in links} == {
        (one.start_node["id"], type(one).__name__, one.end_node["id"]) for one in given.relationships
    }


def test_what_comes_back_passes_the_checks_or_changes_nothing(neo4j_graph: Graph) -> None:
    wipe(neo4j_graph)
    load(neo4j_graph, [demonstration()], person="test")
    before = read_all(neo4j_graph)
    theme = py2neo.Node("Entity", "Theme", id="theme:energy", name="Elnät", colour="red")
    with pytest.raises(BadInput, match="colour"):
        load_subgraph(neo4j_graph, py2neo.Subgraph([theme]), person="notebook")
    stranger = py2neo.Node("Person", name="Nobody")
    with pytest.raises(BadInput, match="Person"):
        load_subgraph(neo4j_graph, py2neo.Subgraph([stranger]), person="notebook")
    nameless = py2neo.Node("Entity", "Theme", id="theme:new")
    with pytest.raises(BadInput):
        load_subgraph(neo4j_graph, py2neo.Subgraph([nameless]), person="notebook")
    assert read_all(neo4j_graph) == before


def test_a_change_made_in_a_notebook_is_one_on_record(neo4j_graph: Graph) -> None:
    wipe(neo4j_graph)
    load(neo4j_graph, [demonstration()], person="test")
    given = subgraph(stored_content(neo4j_graph, Language.SV), ["theme:energy"])
    (theme,) = given.nodes
    theme["name"] = "El"
    done = load_subgraph(neo4j_graph, given, person="notebook")
    assert done.total().changed == 1
    assert done.load_id
