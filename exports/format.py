"""What a format is: a writer that rows are fed to, and a check of what came out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ansvarskarta.exports.content import Content
from ansvarskarta.graph.model import NodeTable, RelationshipTable, Table
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Words


class Writer(ABC):
    """Writes one export: set up on making, fed table by table, finished once."""

    def __init__(self, target: Path, content: Content) -> None:
        self.target = target
        self.content = content
        self.about = content.about

    def begin(self, table: Table) -> None:  # noqa: B027 - most formats need nothing at the start of a table
        """Said before the first row of each table, also of one that has none."""

    @abstractmethod
    def feed(self, table: Table, row: Row) -> None:
        """Takes one row; rows come sorted."""

    @abstractmethod
    def finish(self) -> None:
        """Completes the file or folder."""

    def give_up(self) -> None:  # noqa: B027 - most formats have nothing to let go of
        """Said instead of what is left to do, where something went wrong."""


class GraphWriter(Writer):
    """A writer of nodes and relationships, in which every id stands once.

    A proposed change of a node stands beside the node in tables alone: a graph has room for one node of an id.
    """

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._held: tuple[NodeTable, Row] | None = None

    def feed(self, table: Table, row: Row) -> None:
        """Hands nodes and relationships on, of two rows of one node the accepted one."""
        if isinstance(table, NodeTable):
            if self._held is not None and self._held[1]["id"] == row["id"]:
                if self._held[1].get("confidence") == "proposed":
                    self._held = (table, row)
                return
            self._let_go()
            self._held = (table, row)
        elif isinstance(table, RelationshipTable):
            self._let_go()
            self.relationship(table, row)

    def finish(self) -> None:
        """Completes what was fed, then the file."""
        self._let_go()
        self.close()

    def _let_go(self) -> None:
        if self._held is not None:
            self.node(*self._held)
            self._held = None

    @abstractmethod
    def node(self, table: NodeTable, row: Row) -> None:
        """Takes one node."""

    @abstractmethod
    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Takes one relationship; all nodes have come before it."""

    @abstractmethod
    def close(self) -> None:
        """Completes the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    Args:
        name: what a person asks for it by.
        title: what it is, for a list to choose from.
        ending: of its file, with the dot; empty where it is a folder.
        writer: what writes it.
        check: reads the finished file or folder and raises :class:`ValueError` where something is wrong with it; it is
            given the number of rows of each table.
    """

    name: str
    title: Words
    ending: str
    writer: type[Writer]
    check: Callable[[Path, dict[str, int]], None]
