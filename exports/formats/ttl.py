"""Turtle: the graph as linked data, with terms of W3C and the EU where there are such."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.exports.formats import rdf_terms as rdf
from ansvarskarta.graph.model import RELATIONSHIP_TABLES, NodeTable, RelationshipTable
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Words
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import XSD

# Beyond this the check parses only the beginning: rdflib holds what it parses in memory.
MOST_CHECKED = 5_000_000


class TurtleWriter(GraphWriter):
    """One file, a paragraph a resource, written as rows come."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._base = f"{self.about.url}/" if self.about.url else rdf.BASE
        self._file = target.open("w", encoding="utf-8", newline="\n")
        for prefix, namespace in rdf.PREFIXES.items():
            self._file.write(f"@prefix {prefix}: <{namespace}> .\n")
        self._file.write("\n")
        about: list[tuple[str, rdf.Term]] = [
            ("a", rdf.iri("prov:Entity")),
            ("dcterms:title", ("text", self.about.title(), self.about.lang.value)),
            *(("dcterms:description", ("text", said, self.about.lang.value)) for said in self.about.sentences()),
            ("dcterms:created", ("typed", self.about.day, "xsd:date")),
            ("dcterms:hasVersion", ("text", self.about.data_version, "")),
            ("dcterms:creator", ("text", f"Ansvarskarta {PRODUCT_VERSION}", "")),
        ]
        self._write(f"{self._base}dataset", about)

    def node(self, table: NodeTable, row: Row) -> None:
        """Writes one node."""
        self._write(*rdf.node(self._base, table, row))

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Writes one relationship."""
        for subject, said in rdf.relationship(self._base, table, row):
            self._write(subject, said)

    def close(self) -> None:
        """Closes the file."""
        self._file.close()

    def _write(self, subject: str, said: list[tuple[str, rdf.Term]]) -> None:
        lines = " ;\n  ".join(f"{predicate} {_term(term)}" for predicate, term in said)
        self._file.write(f"<{subject}> {lines} .\n\n")


@lru_cache(maxsize=100_000)
def _term(term: rdf.Term) -> str:
    """A term as Turtle writes it; texts by rdflib, which knows how they are escaped. Most come again and again."""
    match term:
        case ("iri", text):
            return text if text.partition(":")[0] in rdf.PREFIXES else URIRef(text).n3()
        case ("text", text, language):
            return Literal(text, lang=language or None).n3()
        case ("typed", text, type_):
            return Literal(text, datatype=XSD[type_.removeprefix("xsd:")], normalize=False).n3()
        case _:
            raise ValueError(term)


def check(path: Path, counts: dict[str, int]) -> None:
    """Parses the file, where it is small enough for that, and counts the relationships.

    Raises:
        ValueError: it can't be parsed, or lacks some.
    """
    expected = sum(counts[table.name] for table in RELATIONSHIP_TABLES)
    if path.stat().st_size <= MOST_CHECKED:
        try:
            graph = Graph().parse(path, format="turtle")
        except Exception as error:
            raise ValueError(str(error)) from error
        found = len(set(graph.subjects(URIRef(rdf.PREFIXES["ak"] + "startNode"))))
    else:
        with path.open(encoding="utf-8") as lines:
            found = sum(line.startswith("  ak:startNode ") for line in lines)
    if found != expected:
        raise ValueError(f"relationships: {found}, not {expected}")


FORMAT = Format(
    "ttl",
    Words("Turtle, länkade data", "Turtle, linked data"),
    ".ttl",
    TurtleWriter,
    check,
)
