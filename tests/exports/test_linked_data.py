"""Turtle and JSON-LD as rdflib and pyshacl read them: the file alone answers who owns."""

from __future__ import annotations

import warnings
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.model import NODE_TABLES, TABLE_BY_NAME
from rdflib.compare import isomorphic

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own, at import
    import pyshacl

WHO_OWNS = """
PREFIX ak: <https://w3id.org/ansvarskarta/terms#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?actor ?bottleneck WHERE {
  ?membership a org:Membership ; org:member ?a ; org:role ak:role-owner ; ak:responsibleFor ?b .
  ?b a ak:Bottleneck ; dcterms:identifier ?bottleneck .
  ?a dcterms:identifier ?actor .
  FILTER NOT EXISTS { ?membership ak:confidence "proposed" }
  FILTER NOT EXISTS { ?membership ak:valid_from ?from FILTER (?from > "2023-06-30"^^xsd:date) }
  FILTER NOT EXISTS { ?membership ak:valid_to ?to FILTER (?to < "2023-06-30"^^xsd:date) }
}
"""


@pytest.fixture
def parse(tmp_path: Path, content):
    def written(form: str, source, **changes: object) -> rdflib.Graph:
        export(content(source, **changes), formats()[form], tmp_path / f"graph.{form}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader of JSON-LD uses its own old names
            return rdflib.Graph().parse(tmp_path / f"graph.{form}", format={"ttl": "turtle", "jsonld": "json-ld"}[form])

    return written


def test_who_owns_is_answered_from_the_file_alone(parse, demo) -> None:
    found = {(str(row.actor), str(row.bottleneck)) for row in parse("ttl", demo).query(WHO_OWNS)}
    day = "2023-06-30"
    expected = {
        (row["start"], row["end"])
        for row in demo(TABLE_BY_NAME["responsible_for"])
        if row["role"] == "owner"
        and row["end"].startswith("bottleneck:")
        and (row["valid_from"] or "") <= day <= (row["valid_to"] or "9999")
    }
    assert found == expected
    assert found


def test_both_forms_say_the_same(parse, hostile) -> None:
    assert isomorphic(parse("ttl", hostile), parse("jsonld", hostile))


def test_what_is_promised_holds(parse, demo) -> None:
    shapes = rdflib.Graph().parse(str(files("ansvarskarta.exports.formats") / "shapes.ttl"))
    conforms, _, said = pyshacl.validate(parse("ttl", demo), shacl_graph=shapes, advanced=True)
    assert conforms, said


def test_the_shapes_find_a_broken_promise(parse, hostile) -> None:
    shapes = rdflib.Graph().parse(str(files("ansvarskarta.exports.formats") / "shapes.ttl"))
    graph = parse("ttl", hostile)
    role = rdflib.URIRef("http://www.w3.org/ns/org#role")
    some = next(graph.subjects(role))
    graph.set((some, role, rdflib.URIRef("https://w3id.org/ansvarskarta/terms#role-boss")))
    conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    assert not conforms
    assert "role-boss" in said


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_text_comes_back(parse, form: str, hostile) -> None:
    graph = parse(form, hostile)
    description = rdflib.URIRef("https://w3id.org/ansvarskarta/terms#description")
    expected = {row["description"] for row in hostile(TABLE_BY_NAME["bottlenecks"])}
    assert {str(text) for text in graph.objects(None, description)} == expected


def test_every_node_stands_once_and_the_notice_is_there(parse, demo) -> None:
    graph = parse("ttl", demo, url="https://karta.example.se")
    identifier = rdflib.URIRef("http://purl.org/dc/terms/identifier")
    assert len(set(graph.subjects(identifier))) == sum(len(list(demo(table))) for table in NODE_TABLES)
    dataset = rdflib.URIRef("https://karta.example.se/dataset")
    said = {str(text) for text in graph.objects(dataset, rdflib.URIRef("http://purl.org/dc/terms/description"))}
    assert "Demonstrationsdata, inte ett register." in said
