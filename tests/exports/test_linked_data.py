"""Turtle and JSON-LD as rdflib and pyshacl read them: the file alone answers who owns."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import cast

import pytest
import rdflib
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.model import NODE_TABLES, TABLE_BY_NAME
from export_fixtures import MakeContent
from rdflib.compare import isomorphic
from rdflib.query import ResultRow

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own, at import
    import pyshacl

Parse = Callable[..., rdflib.Graph]
"""Reads a source as written in a form; the keywords are those of ``About``."""

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
def parse(tmp_path: Path, content: MakeContent) -> Parse:
    def written(form: str, source: Source, **changes: object) -> rdflib.Graph:
        export(content(source, **changes), formats()[form], tmp_path / f"graph.{form}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader of JSON-LD uses its own old names
            return rdflib.Graph().parse(tmp_path / f"graph.{form}", format={"ttl": "turtle", "jsonld": "json-ld"}[form])

    return written


def test_who_owns_is_answered_from_the_file_alone(parse: Parse, demo: Source) -> None:
    rows = cast("Iterable[ResultRow]", parse("ttl", demo).query(WHO_OWNS))
    found = {(str(row.actor), str(row.bottleneck)) for row in rows}
    day = "2023-06-30"
    expected = {
        (row["start"], row["end"])
        for row in demo(TABLE_BY_NAME["responsible_for"])
        if row["role"] == "owner"
        and str(row["end"]).startswith("bottleneck:")
        and str(row["valid_from"] or "") <= day <= str(row["valid_to"] or "9999")
    }
    assert found == expected
    assert found


def test_both_forms_say_the_same(parse: Parse, hostile: Source) -> None:
    assert isomorphic(parse("ttl", hostile), parse("jsonld", hostile))


def test_what_is_promised_holds(parse: Parse, demo: Source) -> None:
    shapes = rdflib.Graph().parse(str(files("ansvarskarta.exports.formats") / "shapes.ttl"))
    conforms, _, said = pyshacl.validate(parse("ttl", demo), shacl_graph=shapes, advanced=True)
    assert conforms, said


def test_the_shapes_find_a_broken_promise(parse: Parse, hostile: Source) -> None:
    shapes = rdflib.Graph().parse(str(files("ansvarskarta.exports.formats") / "shapes.ttl"))
    graph = parse("ttl", hostile)
    role = rdflib.URIRef("http://www.w3.org/ns/org#role")
    some = next(graph.subjects(role))
    graph.set((some, role, rdflib.URIRef("https://w3id.org/ansvarskarta/terms#role-boss")))
    conforms, _, said = pyshacl.validate(graph, shacl_graph=shapes, advanced=True)
    assert not conforms
    assert "role-boss" in said


@pytest.mark.parametrize("form", ["ttl", "jsonld"])
def test_text_comes_back(parse: Parse, form: str, hostile: Source) -> None:
    graph = parse(form, hostile)
    description = rdflib.URIRef("https://w3id.org/ansvarskarta/terms#description")
    expected = {row["description"] for row in hostile(TABLE_BY_NAME["bottlenecks"])}
    assert {str(text) for text in graph.objects(None, description)} == expected


def test_every_node_stands_once_and_the_notice_is_there(parse: Parse, demo: Source) -> None:
    graph = parse("ttl", demo, url="https://karta.example.se")
    identifier = rdflib.URIRef("http://purl.org/dc/terms/identifier")
    assert len(set(graph.subjects(identifier))) == sum(len(list(demo(table))) for table in NODE_TABLES)
    dataset = rdflib.URIRef("https://karta.example.se/dataset")
    said = {str(text) for text in graph.objects(dataset, rdflib.URIRef("http://purl.org/dc/terms/description"))}
    assert "Demonstrationsdata, inte ett register." in said
