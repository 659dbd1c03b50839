"""The link to a Neo4j server by its address: ``bolt://``, ``neo4j://``, and their encrypted forms."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.link import Engine, Link, new_driver
from ansvarskarta.graph.refusals import explain
from ansvarskarta.graph.settings import Settings

READ_SECONDS = 30.0
"""The longest that the server works on one reading transaction, where the caller sets no other limit."""

_RETRY_SECONDS = 3.0  # a person waits no longer; what a cluster then has not settled, the next question meets


class ServerLink(Link):
    """Open drivers to a Neo4j server. Where no reader is given, the writer reads, in read-only transactions."""

    engine = Engine.NEO4J

    def __init__(self, settings: Settings) -> None:
        """Makes the drivers, and knocks once: later the driver tries again for seconds, here a person waits.

        Raises:
            DatabaseUnavailable: the address can't be used, nobody answers there, or the server does not know us.
        """
        self.address = settings.graph
        self.database = settings.database
        writer = _account(settings.user, settings.password)
        reader = _account(settings.reader_user, settings.reader_password)
        try:
            self.writer = new_driver(self.address, writer, retry_seconds=_RETRY_SECONDS)
            self.reader = new_driver(self.address, reader, retry_seconds=_RETRY_SECONDS) if reader else self.writer
        except (neo4j.exceptions.DriverError, ValueError) as error:
            raise DatabaseUnavailable("engine.address_unusable", address=self.address, reason=str(error)) from error
        try:
            self.writer.verify_connectivity()
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
            self.close()
            raise self.explain(error) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nothing beside the version node: the server's own lock on it holds for every process and host."""
        yield

    def explain(self, error: neo4j.exceptions.DriverError | neo4j.exceptions.Neo4jError) -> DatabaseUnavailable:
        """The sentence for a driver's error."""
        return explain(error, self.address, seconds=READ_SECONDS)

    def close(self) -> None:
        """Closes the drivers."""
        self.reader.close()
        self.writer.close()


def _account(user: str | None, password: str | None) -> tuple[str, str] | None:
    return None if user is None or password is None else (user, password)
