"""Single nodes as pages and the API show them: their names, their facts, and what they are linked to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.model import NODE_TABLE_BY_LABEL, NODE_TABLES
from ansvarskarta.graph.values import Value
from ansvarskarta.texts import Language

PROPOSED = "proposed"
# A Municipality is an Actor as well: its own label is the one that adds others.
_NARROW_FIRST = sorted(NODE_TABLE_BY_LABEL, key=lambda label: -len(NODE_TABLE_BY_LABEL[label].also))
_NAME = "coalesce(CASE WHEN $english THEN {0}.name_en END, {0}.name, {0}.title, {0}.id)"
_NAMED = f"""
UNWIND $ids AS id
MATCH (n:Entity {{id: id}})
RETURN n.id, labels(n), {_NAME.format("n")}
"""
_LISTED = f"""
MATCH (n:{{label}}) WHERE coalesce(n.confidence, '') <> 'proposed'
WITH collect([n.id, labels(n), {_NAME.format("n")}]) AS rows
RETURN rows
"""
_SOURCES = """
MATCH (n:Document) WHERE coalesce(n.confidence, '') <> 'proposed'
RETURN n.id, coalesce(n.title, n.name, n.id), n.publisher, n.published, n.url, n.reference
"""
_COUNTS = """
MATCH (n:{label}) WHERE coalesce(n.confidence, '') <> 'proposed'{others}
RETURN count(n)
"""
_NODE = "MATCH (n:Entity {id: $id}) RETURN labels(n), properties(n)"
_LINK = f"type(r) AS type, properties(r) AS properties, m.id AS id, labels(m) AS labels, {_NAME.format('m')} AS name"
_LINKS = f"""
MATCH (n:Entity {{id: $id}})-[r]->(m:Entity)
RETURN true AS outward, {_LINK}
UNION ALL
MATCH (n:Entity {{id: $id}})<-[r]-(m:Entity)
RETURN false AS outward, {_LINK}
"""
_START = f"n.id AS start, labels(n) AS start_labels, {_NAME.format('n')} AS start_name"
_STATED = f"""
MATCH (n:Entity) WHERE n.document = $id
RETURN {_START}, null AS type, null AS end, null AS end_labels, null AS end_name, n.locator AS locator,
       n.quote AS quote, n.confidence AS confidence
UNION ALL
MATCH (n:Entity)-[r]->(m:Entity) WHERE r.document = $id
RETURN {_START}, type(r) AS type, m.id AS end, labels(m) AS end_labels, {_NAME.format("m")} AS end_name,
       r.locator AS locator, r.quote AS quote, r.confidence AS confidence
"""
_DERIVED = "IN_COUNTY"


@dataclass(frozen=True, slots=True)
class Named:
    """A node by its id, its own label and its name in the reader's language."""

    id: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Node:
    """A node with everything that its table holds."""

    id: str
    label: str
    properties: dict[str, Value]

    def text(self, name: str) -> str:
        """A property as text; empty where the node has none."""
        value = self.properties.get(name)
        return "" if value is None else str(value)

    def name(self, lang: Language) -> str:
        """The node's name in one language, Swedish where it has no other."""
        own = self.text("name_en") if lang is Language.EN else ""
        return own or self.text("name") or self.text("title") or self.id


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship of a node: ``outward`` where it starts there. ``properties`` are the relationship's."""

    outward: bool
    type: str
    other: Named
    properties: dict[str, Value]

    def text(self, name: str) -> str:
        """A property as text; empty where the relationship has none."""
        value = self.properties.get(name)
        return "" if value is None else str(value)

    @property
    def is_proposed(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.properties.get("confidence") == PROPOSED

    def holds(self, day: str) -> bool:
        """Whether the day lies within its own dates."""
        return (self.text("valid_from") or day) <= day <= (self.text("valid_to") or day)


@dataclass(frozen=True, slots=True)
class Statement:
    """What rests on a document: a node, or a relationship from ``start`` to ``end``."""

    start: Named
    type: str
    end: Named | None
    locator: str
    quote: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it is cited; what is not known of it is empty. ``published`` may be a month or a year."""

    id: str
    title: str
    publisher: str
    published: str
    url: str
    reference: str


def named(graph: Graph, ids: Iterable[str], lang: Language) -> dict[str, Named]:
    """The nodes of these ids by id; what does not exist is left out.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    asked = sorted(set(ids))
    if not asked:
        return {}
    rows = graph.read(_NAMED, {"ids": asked, "english": lang is Language.EN})
    return {str(id_): _named(id_, labels, name) for id_, labels, name in rows}


def listed(graph: Graph, label: str, lang: Language) -> list[Named]:
    """Every accepted node of a label of the model, by name.

    Raises:
        KeyError: the model has no such label.
        DatabaseUnavailable: the database can't be reached.
    """
    ((rows,),) = graph.read(_LISTED.format(label=_known(label)), {"english": lang is Language.EN})
    found = [_named(*row) for row in cast("list[list[object]]", rows)]
    return sorted(found, key=lambda node: (node.name.casefold(), node.id))


def sources(graph: Graph) -> list[Source]:
    """Every accepted document, the newest first, those without a date last.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    found = [Source(*(str(value or "") for value in row)) for row in graph.read(_SOURCES)]
    return sorted(found, key=lambda one: (one.published, one.title.casefold(), one.id), reverse=True)


def count_nodes(graph: Graph, label: str) -> int:
    """How many accepted nodes have a label of the model as their own; a Municipality is not counted as an Actor.

    Raises:
        KeyError: the model has no such label.
        DatabaseUnavailable: the database can't be reached.
    """
    others = "".join(f" AND NOT n:{table.label}" for table in NODE_TABLES if label in table.also)
    return int(str(graph.read(_COUNTS.format(label=_known(label), others=others))[0][0]))


def node(graph: Graph, id_: str) -> Node | None:
    """The node of that id, or ``None``.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    rows = graph.read(_NODE, {"id": id_})
    if not rows:
        return None
    labels, properties = rows[0]
    return Node(id_, _label(labels), cast("dict[str, Value]", properties))


def links(graph: Graph, id_: str, lang: Language) -> list[Link]:
    """Every relationship of a node, on any day, proposed ones too; by type, direction and the other node's name.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    rows = graph.read(_LINKS, {"id": id_, "english": lang is Language.EN})
    found = [
        Link(bool(outward), str(type_), _named(other, labels, name), cast("dict[str, Value]", properties))
        for outward, type_, properties, other, labels, name in rows
        if type_ != _DERIVED
    ]
    return sorted(found, key=lambda link: (link.type, link.outward, link.other.name, link.text("key")))


def stated_in(graph: Graph, document: str, lang: Language) -> list[Statement]:
    """Every node and relationship that names the document as its source, by place in it.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    found = []
    for row in graph.read(_STATED, {"id": document, "english": lang is Language.EN}):
        start, labels, name, type_, end, end_labels, end_name = row[:7]
        told = [str(value or "") for value in row[7:]]
        other = None if end is None else _named(end, end_labels, end_name)
        found.append(Statement(_named(start, labels, name), str(type_ or ""), other, *told))
    return sorted(found, key=lambda one: (one.locator, one.start.name, one.type, one.end.name if one.end else ""))


def _known(label: str) -> str:
    return NODE_TABLE_BY_LABEL[label].label


def _named(id_: object, labels: object, name: object) -> Named:
    return Named(str(id_), _label(labels), str(name))


def _label(labels: object) -> str:
    own = cast("list[str]", labels)
    return next(label for label in _NARROW_FIRST if label in own)
