"""What a graph needs of an engine: drivers for its reader and writer, and what is peculiar to it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import ClassVar

from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import DatabaseUnavailable


class Engine(StrEnum):
    """Which engine holds the graph."""

    EMBEDDED = "embedded"
    NEO4J = "neo4j"


class Link(ABC):
    """Open drivers to one engine. ``database`` is none where the user's home database is meant."""

    engine: ClassVar[Engine]
    reader: neo4j.Driver
    writer: neo4j.Driver
    database: str | None
    address: str

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """Held around a write, beside the version node's own lock.

        Raises:
            DatabaseUnavailable: others have been writing for too long.
        """

    @abstractmethod
    def explain(self, error: neo4j.exceptions.DriverError | neo4j.exceptions.Neo4jError) -> DatabaseUnavailable:
        """What a driver's error means for the person who sees it."""

    @abstractmethod
    def close(self) -> None:
        """Lets go of the drivers and of what keeps the engine running."""


def new_driver(address: str, account: tuple[str, str] | None, *, retry_seconds: float) -> neo4j.Driver:
    """A driver for one user, none where the server asks for none; it keeps to itself what the server has to remark.

    For ``retry_seconds`` it tries again what the server says is worth another try.

    Raises:
        neo4j.exceptions.DriverError: the address can't be used.
        ValueError: the address is not one.
    """
    return neo4j.GraphDatabase.driver(
        address,
        auth=account,
        max_transaction_retry_time=retry_seconds,
        connection_timeout=5.0,
        connection_acquisition_timeout=15.0,
        liveness_check_timeout=30.0,  # firewalls drop what has been idle, and say nothing
        max_connection_lifetime=1800.0,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
        user_agent="ansvarskarta",
    )
