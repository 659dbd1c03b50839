"""The one way to the graph, whichever engine holds it: read as the reader, write as the writer, one write at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import TypeVar

import neo4j

Result = TypeVar("Result")


class Engine(StrEnum):
    """Which engine holds the graph."""

    EMBEDDED = "embedded"
    NEO4J = "neo4j"


@dataclass(frozen=True, slots=True)
class DataVersion:
    """What caches and ETags go by: it changes with every write, and differs between graphs."""

    number: int
    token: str

    def __str__(self) -> str:
        return f"{self.token}-{self.number}"


class Graph:
    """An open graph. Close it, or use it in a ``with``."""

    def __init__(self, engine: Engine, reader: neo4j.Driver, writer: neo4j.Driver, database: str | None) -> None:
        self.engine = engine
        self._reader = reader
        self._writer = writer
        self._database = database

    def read(
        self, cypher: str, parameters: Mapping[str, object] | None = None, *, timeout: float | None = None
    ) -> list[list[object]]:
        """The rows that a reading statement returns, each a list of plain Python values.

        Raises:
            DatabaseUnavailable: the database is gone, or refused the statement.
        """
        raise NotImplementedError

    def write(self, work: Callable[[neo4j.ManagedTransaction], Result]) -> Result:
        """Runs ``work`` in one transaction that first takes and raises the version node; all of it holds or none.

        Raises:
            DatabaseUnavailable: the database is gone, or refused the write; nothing was changed.
        """
        raise NotImplementedError

    def version(self) -> DataVersion:
        """The version of the data."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of the connections."""
        self._reader.close()
        self._writer.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
