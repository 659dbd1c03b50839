"""GraphML and GEXF as networkx reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from ansvarskarta.exports.content import Content, Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, TABLE_BY_NAME
from export_fixtures import MakeContent

READERS: dict[str, Callable[[Path], nx.Graph[str]]] = {
    "graphml": lambda path: nx.read_graphml(path, force_multigraph=True),
    "gexf": nx.read_gexf,
}


@pytest.fixture(params=READERS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(form: str, tmp_path: Path, content: Content) -> nx.Graph[str]:
    export(content, formats()[form], tmp_path / f"graph.{form}")
    return READERS[form](tmp_path / f"graph.{form}")


def test_every_node_and_relationship_is_there(form: str, tmp_path: Path, demo: Source, content: MakeContent) -> None:
    graph = written(form, tmp_path, content(demo))
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.number_of_nodes() == sum(len(list(demo(table))) for table in NODE_TABLES)
    assert graph.number_of_edges() == sum(len(list(demo(table))) for table in RELATIONSHIP_TABLES)


def test_values_have_types(form: str, tmp_path: Path, demo: Source, content: MakeContent) -> None:
    graph = written(form, tmp_path, content(demo))
    assert graph.nodes["municipality:2401"]["population"] == 6942
    assert graph.nodes["municipality:2401"]["lat"] == 63.5685
    assert graph.nodes["municipality:2401"]["code"] == "2401"
    shares = {data["share"] for _, _, data in graph.edges(data=True) if "share" in data}
    assert 1.0 in shares


def test_who_owns_can_be_read_from_the_file_alone(
    form: str, tmp_path: Path, demo: Source, content: MakeContent
) -> None:
    graph = written(form, tmp_path, content(demo))
    owners = {
        (start, end)
        for start, end, data in graph.edges(data=True)
        if data["type"] == "RESPONSIBLE_FOR" and data["role"] == "owner"
    }
    expected = {(row["start"], row["end"]) for row in demo(TABLE_BY_NAME["responsible_for"]) if row["role"] == "owner"}
    assert owners == expected


def test_text_comes_back_and_an_id_stands_once(
    form: str, tmp_path: Path, hostile: Source, content: MakeContent
) -> None:
    graph = written(form, tmp_path, content(hostile))
    for row in hostile(TABLE_BY_NAME["bottlenecks"]):
        assert graph.nodes[str(row["id"])]["description"] == row["description"]
    names = {row["name"] for row in hostile(TABLE_BY_NAME["actors"]) if row["confidence"] != "proposed"}
    assert {graph.nodes["agency:a"]["label" if form == "gexf" else "name"]} == names


def test_gexf_has_days_on_nodes_and_edges(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    graph = written("gexf", tmp_path, content(demo))
    assert graph.nodes["mandate:Fi2022-03493"]["start"] == "2022-12-23"
    assert graph.nodes["mandate:Fi2022-03493"]["end"] == "2023-12-31"
    assert graph.graph["mode"] == "dynamic"


def test_the_notice_stands_in_the_file(form: str, tmp_path: Path, demo: Source, content: MakeContent) -> None:
    written(form, tmp_path, content(demo))
    assert "Demonstrationsdata, inte ett register." in (tmp_path / f"graph.{form}").read_text(encoding="utf-8")


def test_same_content_gives_same_bytes(form: str, tmp_path: Path, demo: Source, content: MakeContent) -> None:
    written(form, tmp_path, content(demo))
    first = (tmp_path / f"graph.{form}").read_bytes()
    written(form, tmp_path, content(demo))
    assert (tmp_path / f"graph.{form}").read_bytes() == first
