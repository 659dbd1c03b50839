"""JSON-LD: the same linked data as the Turtle file, for programs that read JSON."""

from __future__ import annotations

import json
from pathlib import Path

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.exports.formats import rdf_terms as rdf
from ansvarskarta.graph.model import RELATIONSHIP_TABLES, NodeTable, RelationshipTable
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Words


class JsonLdWriter(GraphWriter):
    """One document, an object a line, written as rows come."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._base = f"{self.about.url}/" if self.about.url else rdf.BASE
        self._file = target.open("w", encoding="utf-8", newline="\n")
        self._file.write('{"@context": ' + json.dumps(rdf.PREFIXES) + ',\n"@graph": [\n')
        lang = self.about.lang.value
        said: list[tuple[str, rdf.Term]] = [
            ("a", rdf.iri("prov:Entity")),
            ("dcterms:title", ("text", self.about.title(), lang)),
            *(("dcterms:description", ("text", sentence, lang)) for sentence in self.about.sentences()),
            ("dcterms:created", ("typed", self.about.day, "xsd:date")),
            ("dcterms:hasVersion", ("text", self.about.data_version, "")),
            ("dcterms:creator", ("text", f"Ansvarskarta {PRODUCT_VERSION}", "")),
        ]
        self._file.write(_object(f"{self._base}dataset", said))

    def node(self, table: NodeTable, row: Row) -> None:
        """Writes one node."""
        self._file.write(",\n" + _object(*rdf.node(self._base, table, row)))

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Writes one relationship."""
        for subject, said in rdf.relationship(self._base, table, row):
            self._file.write(",\n" + _object(subject, said))

    def close(self) -> None:
        """Ends the document."""
        self._file.write("\n]}\n")
        self._file.close()


def _object(subject: str, said: list[tuple[str, rdf.Term]]) -> str:
    made: dict[str, object] = {"@id": subject}
    values: dict[str, list[object]] = {}
    for predicate, term in said:
        values.setdefault("@type" if predicate == "a" else predicate, []).append(_value(predicate, term))
    return json.dumps(made | values, ensure_ascii=False)


def _value(predicate: str, term: rdf.Term) -> object:
    match term:
        case ("iri", text):
            return text if predicate == "a" else {"@id": text}
        case ("text", text, ""):
            return text
        case ("text", text, language):
            return {"@value": text, "@language": language}
        case ("typed", text, type_):
            return {"@value": text, "@type": type_}
        case _:
            raise ValueError(term)


def check(path: Path, counts: dict[str, int]) -> None:
    """Reads the document line by line and counts the relationships.

    Raises:
        ValueError: a line is no JSON, or some lack.
    """
    found = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"@id"'):
                found += "ak:startNode" in json.loads(line.rstrip().removesuffix(","))
    expected = sum(counts[table.name] for table in RELATIONSHIP_TABLES)
    if found != expected:
        raise ValueError(f"relationships: {found}, not {expected}")


FORMAT = Format(
    "jsonld",
    Words("JSON-LD, länkade data", "JSON-LD, linked data"),
    ".jsonld",
    JsonLdWriter,
    check,
)
