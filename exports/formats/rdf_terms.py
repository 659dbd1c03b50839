"""The graph as linked data: which public vocabulary says what, and our own terms for what none says.

A relationship is a node of its own, as it has days, a document and a role: W3C ORG's membership for responsibilities
and offices, PROV-O's qualified source for what it rests on, ELI for mandates, SKOS for themes and roles. Every column
is also there under our own name, so that nothing is lost.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from urllib.parse import quote

from ansvarskarta.exports.cells import parts, plain, words
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import Column, Kind, NodeTable, RelationshipTable, Table
from ansvarskarta.graph.values import Row

BASE = "https://data.ansvarskarta.invalid/"
"""Where ids live when the installation has no public address: a name that nobody can own."""

PREFIXES = {
    "ak": "https://w3id.org/ansvarskarta/terms#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "cv": "http://data.europa.eu/m8g/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
CLASSES = {
    "Actor": ("org:Organization", "prov:Agent"),
    "Municipality": ("org:Organization", "cv:PublicOrganisation", "dcterms:Location"),
    "County": ("dcterms:Location",),
    "Theme": ("skos:Concept",),
    "Mandate": ("eli:LegalResource",),
    "Document": ("prov:Entity", "dcterms:BibliographicResource"),
    "Measure": ("prov:Activity",),
}
_TYPES = {
    Kind.DATE: "date",
    Kind.DATES: "date",
    Kind.INTEGER: "integer",
    Kind.DECIMAL: "decimal",
    Kind.FRACTION: "decimal",
}

Term = tuple[str, ...]
"""``("iri", prefixed or whole)``, ``("text", text, language)`` or ``("typed", text, type)``."""


def iri(text: str) -> Term:
    """A resource, prefixed (``org:role``) or whole."""
    return ("iri", text)


@lru_cache(maxsize=100_000)
def node_iri(base: str, id_: str) -> str:
    """The address of a node."""
    return f"{base}id/{quote(id_, safe=':')}"


def row_iri(base: str, table: RelationshipTable, row: Row) -> str:
    """The address of a relationship: as stable as its identity."""
    digest = hashlib.sha256(identity(table, row).encode()).hexdigest()[:32]
    return f"{base}relation/{table.name}/{digest}"


def node(base: str, table: NodeTable, row: Row) -> tuple[str, list[tuple[str, Term]]]:
    """A node's address and what is said of it."""
    said = [("a", iri(f"ak:{table.label}")), *(("a", iri(name)) for name in CLASSES.get(table.label, ()))]
    said.append(("rdfs:label", ("text", words(row["name"]), "sv")))
    if row.get("name_en"):
        said.append(("rdfs:label", ("text", words(row["name_en"]), "en")))
    said += [("skos:altLabel", ("text", alias, "")) for alias in parts(row.get("aliases"))]
    if table.label == "Theme":
        said.append(("skos:prefLabel", ("text", words(row["name"]), "sv")))
    said += [
        ("dcterms:identifier", ("text", words(row["id"]), "")),
        *_columns(base, table, row, ("id", "name", "name_en")),
    ]
    return node_iri(base, words(row["id"])), said


def relationship(base: str, table: RelationshipTable, row: Row) -> list[tuple[str, list[tuple[str, Term]]]]:
    """What is said of a relationship, as a resource of its own, and of its start in one short sentence."""
    start, end = (iri(node_iri(base, words(row[name]))) for name in ("start", "end"))
    own = row_iri(base, table, row)
    said = [("a", iri(f"ak:{_camel(table.type)}")), ("ak:startNode", start), ("ak:endNode", end)]
    if table.type == "RESPONSIBLE_FOR":
        role = iri(f"ak:role-{row['role']}")
        said += [("a", iri("org:Membership")), ("org:member", start), ("org:role", role), ("ak:responsibleFor", end)]
    if row.get("document"):
        document = iri(node_iri(base, words(row["document"])))
        said += [("prov:hadPrimarySource", document), ("dcterms:source", document)]
    said += _columns(base, table, row, ("start", "end"))
    sentences = [(own, said)]
    # What nobody has accepted is said of the proposal alone, not of the actor.
    if row.get("confidence") != "proposed":
        sentences.append((start[1], [(f"ak:{_lower_camel(table.type)}", end)]))
    return sentences


def _columns(base: str, table: Table, row: Row, without: tuple[str, ...]) -> list[tuple[str, Term]]:
    return [
        (f"ak:{column.name}", _value(base, column, part))
        for column in table.columns
        if column.name not in without
        for part in parts(row.get(column.name))
    ]


def _value(base: str, column: Column, part: str) -> Term:
    if column.kind in (Kind.ID, Kind.IDS):
        return iri(node_iri(base, part))
    if column.kind in _TYPES:
        return ("typed", plain(part), f"xsd:{_TYPES[column.kind]}")
    if column.kind is Kind.PARTIAL_DATE:
        return ("typed", part, {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(part), "xsd:date"))
    if column.kind is Kind.URL:
        return ("typed", part, "xsd:anyURI")
    return ("text", part, "")


def _camel(type_: str) -> str:
    return "".join(word.capitalize() for word in type_.split("_"))


def _lower_camel(type_: str) -> str:
    camel = _camel(type_)
    return camel[0].lower() + camel[1:]
