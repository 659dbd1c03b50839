"""The link to the embedded engine: a lease, and its two users."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.embedded.command import HOST, STATEMENT_SECONDS
from ansvarskarta.graph.embedded.folder import DATABASE, FEW_BYTES, Folder, explained, free_bytes
from ansvarskarta.graph.embedded.lease import IDLE_SECONDS, Lease
from ansvarskarta.graph.embedded.locks import Lock
from ansvarskarta.graph.embedded.users import LOADER, READER
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.link import Engine, Link, new_driver
from ansvarskarta.graph.refusals import explain

_WRITE_WAIT_SECONDS = 120.0


def folder_of(home: Path) -> Folder:
    """The folder of the embedded graph in the product's home."""
    return Folder(home / "graph")


class EmbeddedLink(Link):
    """Open drivers to the embedded engine of a folder, which runs for as long as this is open, and a while longer."""

    engine = Engine.EMBEDDED

    def __init__(self, folder: Folder, *, idle: float = IDLE_SECONDS) -> None:
        """Takes a lease and starts the engine where it does not run.

        Raises:
            DatabaseUnavailable: it did not start; see :class:`Lease`.
        """
        self.folder = folder
        self._lease = Lease(folder, idle=idle)
        self.database = DATABASE
        self.address = f"bolt://{HOST}:{self._lease.port}"
        # No second try: the driver would knock for seconds where nobody answers; a new lease mends that at once.
        self.reader = new_driver(self.address, (READER, folder.password(READER)), retry_seconds=0)
        self.writer = new_driver(self.address, (LOADER, folder.password(LOADER)), retry_seconds=0)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the folder's write lock."""
        with Lock(self.folder.write_lock) as lock:
            with explained(self.folder):
                taken = lock.take(_WRITE_WAIT_SECONDS)
            if not taken:
                raise DatabaseUnavailable("engine.busy", seconds=int(_WRITE_WAIT_SECONDS))
            yield

    def explain(self, error: neo4j.exceptions.DriverError | neo4j.exceptions.Neo4jError) -> DatabaseUnavailable:
        """As on every engine; but a full disk is named."""
        if free_bytes(self.folder) < FEW_BYTES:
            return DatabaseUnavailable("engine.disk_full", folder=self.folder.root)
        return explain(error, self.address, seconds=STATEMENT_SECONDS)

    def close(self) -> None:
        """Closes the drivers and lets go of the lease."""
        self.reader.close()
        self.writer.close()
        self._lease.release()
