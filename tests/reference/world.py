"""What a graph holds, as plain Python: the tables' rows by id and by type, with what is only proposed set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ansvarskarta.graph.model import TABLE_BY_NAME, NodeTable, RelationshipTable, is_a
from ansvarskarta.graph.values import Row, Value

Tables = Mapping[str, Sequence[Row]]


def text(value: Value) -> str | None:
    """A cell that holds text, ``None`` where it is empty."""
    return str(value) if value not in (None, "", []) else None


def texts(value: object) -> list[str]:
    """A cell that holds several texts."""
    return [str(each) for each in value] if isinstance(value, list) else []


@dataclass(frozen=True)
class Node:
    """An accepted node."""

    id: str
    label: str
    row: Row

    def get(self, column: str) -> str | None:
        return text(self.row.get(column))


@dataclass(frozen=True)
class Link:
    """A relationship, whatever its confidence."""

    type: str
    start: str
    end: str
    row: Row

    def get(self, column: str) -> str | None:
        return text(self.row.get(column))

    @property
    def confidence(self) -> str:
        """Empty reads ``stated``."""
        return self.get("confidence") or "stated"


@dataclass(frozen=True)
class Responsibility:
    """A RESPONSIBLE_FOR with its start and end: the narrowest of its own, its actor's and its mandate's days."""

    actor: str
    target: str
    role: str
    mandate: str | None
    scope: frozenset[str]
    start: str | None
    end: str | None
    link: Link

    def holds(self, day: str) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or self.end >= day)

    @property
    def ever_held(self) -> bool:
        return self.start is None or self.end is None or self.start <= self.end


class World:
    """Everything that was accepted, and ``every_link`` with what was not."""

    def __init__(self, tables: Tables) -> None:
        self.nodes: dict[str, Node] = {}
        self.every_node: dict[str, Node] = {}
        self.every_link: list[Link] = []
        for name, rows in tables.items():
            match TABLE_BY_NAME[name]:
                case NodeTable(label=label):
                    self._add_nodes(label, rows)
                case RelationshipTable(type=type_):
                    self.every_link += [Link(type_, str(row["start"]), str(row["end"]), row) for row in rows]
        self.links: dict[str, list[Link]] = {}
        for link in self.every_link:
            if self._counts(link):
                self.links.setdefault(link.type, []).append(link)
        self.responsibilities = [self._responsibility(link) for link in self.links.get("RESPONSIBLE_FOR", [])]

    def _add_nodes(self, label: str, rows: Iterable[Row]) -> None:
        for row in rows:
            node = Node(str(row["id"]), label, row)
            if node.get("confidence") == "proposed":
                self.every_node.setdefault(node.id, node)
            else:
                self.nodes[node.id] = self.every_node[node.id] = node

    def _counts(self, link: Link) -> bool:
        """Neither proposed, nor of a proposed node, nor resting on a proposed mandate."""
        mandate = link.get("mandate")
        return (
            link.confidence != "proposed"
            and link.start in self.nodes
            and link.end in self.nodes
            and (mandate is None or mandate in self.nodes)
        )

    def _responsibility(self, link: Link) -> Responsibility:
        mandate = link.get("mandate")
        bounds = [link.row, self.nodes[link.start].row, *([self.nodes[mandate].row] if mandate else [])]
        starts = [start for row in bounds if (start := text(row.get("valid_from")))]
        ends = [end for row in bounds if (end := text(row.get("valid_to")))]
        return Responsibility(
            actor=link.start,
            target=link.end,
            role=str(link.get("role")),
            mandate=mandate,
            scope=frozenset(texts(link.row.get("scope"))),
            start=max(starts, default=None),
            end=min(ends, default=None),
            link=link,
        )

    def of_label(self, label: str) -> list[Node]:
        """All accepted nodes that have the label (a Municipality is an Actor), by id."""
        return sorted((node for node in self.nodes.values() if is_a(node.label, label)), key=lambda node: node.id)

    def municipalities_of(self, county: str) -> set[str]:
        """The county's municipalities: those whose ``county`` it is."""
        return {node.id for node in self.of_label("Municipality") if node.get("county") == county}

    def with_municipalities(self, scope: Iterable[str]) -> set[str]:
        """The scope, each county taken with all its municipalities."""
        ids = set(scope)
        return ids.union(*(self.municipalities_of(id_) for id_ in ids))

    def scopes_meet(self, one: frozenset[str], other: frozenset[str]) -> bool:
        return not one or not other or bool(self.with_municipalities(one) & self.with_municipalities(other))

    def covers(self, scope: frozenset[str], municipality: str) -> bool:
        return not scope or municipality in scope or self.nodes[municipality].get("county") in scope
