"""An open graph, whichever engine holds it: read as the reader, write as the writer, one write at a time."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TypeVar

from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.link import Engine, Link

Result = TypeVar("Result")

READ_SECONDS = 30.0
"""The longest that the server works on one reading transaction, where the caller sets no other limit."""

WRITE_SECONDS = 1800.0
"""The longest that one write may take, waiting for others included, where the server heeds it (Neo4j does)."""

_FETCH = 10_000
# What says that nobody answers any more. The embedded engine was ended or killed: a new lease starts it again.
_GONE = (neo4j.exceptions.ServiceUnavailable, neo4j.exceptions.SessionExpired)

_STATE = "MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v.number, v.token, coalesce(v.demo, false), v.loading"
# The first SET takes the lock, so that the number is read after whoever held it before has let go.
_RAISE = """
MATCH (v:Ansvarskarta {key: 'graph'}) SET v.taken = $write
WITH v SET v.number = v.number + 1, v.writes = [$write] + v.writes[0..19]
RETURN v.writes
"""
_TAKE = "MATCH (v:Ansvarskarta {key: 'graph'}) SET v.taken = $write RETURN v.writes"


@dataclass(frozen=True, slots=True)
class DataVersion:
    """What caches and ETags go by: it changes with every write, and differs between graphs."""

    number: int
    token: str

    def __str__(self) -> str:
        return f"{self.token}-{self.number}"


@dataclass(frozen=True, slots=True)
class State:
    """What is known of all the data at once; ``loading`` is the id of a load under way or cut off, if any."""

    version: DataVersion
    is_demo: bool
    loading: str | None


class _RollBack(Exception):
    """Ends a transaction that is to leave nothing behind."""


class Graph:
    """An open graph, for any number of threads. Close it, or use it in a ``with``."""

    def __init__(self, connect: Callable[[], Link]) -> None:
        """Opens a link with ``connect``, and later another one where the embedded engine went away."""
        self._connect = connect
        self._link = connect()
        self._relinking = threading.Lock()
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    @property
    def engine(self) -> Engine:
        """Which engine holds the graph."""
        return self._link.engine

    @property
    def address(self) -> str:
        """Where the engine answers."""
        return self._link.address

    def read(
        self, cypher: str, parameters: Mapping[str, object] | None = None, *, timeout: float = READ_SECONDS
    ) -> list[list[object]]:
        """The rows that a reading statement returns.

        ``timeout`` is in seconds; the embedded engine has a limit of its own, 30, and ignores it.

        Raises:
            DatabaseUnavailable: the database is gone, or refused the statement, as it does any that writes.
        """
        given = dict(parameters or {})

        def rows(tx: neo4j.ManagedTransaction) -> list[list[object]]:
            return tx.run(cypher, given).values()

        def alone(link: Link) -> list[list[object]]:
            # Without a transaction around it a statement goes back and forth once, not three times.
            try:
                with self._session(link, link.reader, neo4j.READ_ACCESS) as session:
                    return session.run(neo4j.Query(cypher, timeout=timeout), given).values()
            except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
                if not error.is_retryable():
                    raise
            return self._read(link, rows, timeout)

        return self._once_more_if_gone(alone)

    def read_some(
        self, cypher: str, *, most: int, timeout: float = READ_SECONDS
    ) -> tuple[tuple[str, ...], list[list[object]]]:
        """The columns of a reading statement and at most ``most`` of its rows; raises as :meth:`read`."""

        def some(tx: neo4j.ManagedTransaction) -> tuple[tuple[str, ...], list[list[object]]]:
            result = tx.run(cypher)
            return tuple(result.keys()), [record.values() for record in result.fetch(most)]

        return self._once_more_if_gone(lambda link: self._read(link, some, timeout))

    def explain(self, cypher: str) -> tuple[str | None, dict[str, object] | None]:
        """What a statement would do, without running it: its query type and its plan, as Neo4j tells them.

        Raises:
            DatabaseUnavailable: the database is gone, or does not understand the statement.
        """

        def plan(tx: neo4j.ManagedTransaction) -> tuple[str | None, dict[str, object] | None]:
            summary = tx.run("EXPLAIN " + cypher).consume()
            return summary.query_type, summary.plan

        return self._once_more_if_gone(lambda link: self._read(link, plan, READ_SECONDS))

    def write(self, work: Callable[[neo4j.ManagedTransaction], Result], *, timeout: float = WRITE_SECONDS) -> Result:
        """Runs ``work`` in one transaction that first takes and raises the version node; all of it holds or none.

        ``work`` may be run again from its beginning where the database asks for that. What it raises undoes all.

        Raises:
            DatabaseUnavailable: the database is gone, or refused the write; nothing was changed. Only
                ``engine.write_unknown`` leaves open whether it was.
        """
        return self._once_more_if_gone(lambda link: self._write(link, work, timeout))

    def hold(self, work: Callable[[neo4j.ManagedTransaction], Result], *, timeout: float = WRITE_SECONDS) -> Result:
        """Runs reading ``work`` while nobody writes, so that all it reads belongs together; changes nothing.

        Raises:
            DatabaseUnavailable: the database is gone, or refused the work.
        """

        def held(link: Link) -> Result:
            with link.writing():
                return self._look(link, work, timeout)

        return self._once_more_if_gone(held)

    def run_alone(self, statements: Sequence[str]) -> None:
        """Runs statements as the writer in a transaction of their own, the version node untouched.

        For the schema and the version node itself; whatever changes data goes through :meth:`write`.

        Raises:
            DatabaseUnavailable: the database is gone, or refused a statement.
        """

        def run(tx: neo4j.ManagedTransaction) -> None:
            for statement in statements:
                tx.run(statement).consume()

        def alone(link: Link) -> None:
            with link.writing(), self._session(link, link.writer, neo4j.WRITE_ACCESS) as session:
                session.execute_write(run)

        self._once_more_if_gone(alone)

    def state(self) -> State:
        """The version of the data and what kind of data it is, as of one moment.

        Raises:
            DatabaseUnavailable: the database is gone.
        """
        rows = self.read(_STATE)
        if not rows:
            raise DatabaseUnavailable("engine.not_prepared", address=self.address)
        number, token, demo, loading = rows[0]
        return State(DataVersion(int(str(number)), str(token)), bool(demo), str(loading) if loading else None)

    def version(self) -> DataVersion:
        """The version of the data.

        Raises:
            DatabaseUnavailable: the database is gone.
        """
        return self.state().version

    def is_demo(self) -> bool:
        """Whether the graph holds demonstration data.

        Raises:
            DatabaseUnavailable: the database is gone.
        """
        return self.state().is_demo

    def close(self) -> None:
        """Lets go of the connections."""
        self._link.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self, link: Link, work: Callable[[neo4j.ManagedTransaction], Result], timeout: float) -> Result:
        with self._session(link, link.reader, neo4j.READ_ACCESS) as session:
            return session.execute_read(neo4j.unit_of_work(timeout=timeout)(work))

    def _write(self, link: Link, work: Callable[[neo4j.ManagedTransaction], Result], timeout: float) -> Result:
        write = uuid.uuid4().hex
        results: list[Result] = []

        def raised(tx: neo4j.ManagedTransaction) -> Result:
            self._take(tx, _RAISE, write)
            results.append(work(tx))
            return results[-1]

        with link.writing():
            try:
                with self._session(link, link.writer, neo4j.WRITE_ACCESS) as session:
                    return session.execute_write(neo4j.unit_of_work(timeout=timeout)(raised))
            except neo4j.exceptions.IncompleteCommit:
                if self._was_written(link, write):
                    return results[-1]
                raise

    def _was_written(self, link: Link, write: str) -> bool:
        """Whether a write whose commit was not answered holds. Waits for it, if it is still under way."""
        link = self._relinked(link) if link.engine is Engine.EMBEDDED else link
        try:
            writes = self._look(link, lambda tx: self._take(tx, _TAKE, ""), WRITE_SECONDS)
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
            raise DatabaseUnavailable("engine.write_unknown", address=link.address) from error
        return write in writes

    def _look(self, link: Link, work: Callable[[neo4j.ManagedTransaction], Result], timeout: float) -> Result:
        """Runs reading work with the version node's lock taken, and takes back that it was."""
        results: list[Result] = []

        def held(tx: neo4j.ManagedTransaction) -> None:
            self._take(tx, _TAKE, "")
            results.append(work(tx))
            raise _RollBack

        with self._session(link, link.writer, neo4j.WRITE_ACCESS) as session, suppress(_RollBack):
            session.execute_write(neo4j.unit_of_work(timeout=timeout)(held))
        return results[-1]

    def _take(self, tx: neo4j.ManagedTransaction, cypher: str, write: str) -> list[str]:
        record = tx.run(cypher, write=write).single()
        if record is None:
            raise DatabaseUnavailable("engine.not_prepared", address=self.address)
        return list(record[0])

    def _session(self, link: Link, driver: neo4j.Driver, access: str) -> neo4j.Session:
        return driver.session(
            database=link.database,
            default_access_mode=access,
            bookmark_manager=self._bookmarks,
            fetch_size=_FETCH,
        )

    def _once_more_if_gone(self, use: Callable[[Link], Result]) -> Result:
        link = self._link
        try:
            return use(link)
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
            if link.engine is not Engine.EMBEDDED or not (isinstance(error, _GONE) or self._link is not link):
                raise link.explain(error) from error
        link = self._relinked(link)
        with _explained(link):
            return use(link)

    def _relinked(self, gone: Link) -> Link:
        """The link that takes the place of one that is gone; one for all threads that met its end."""
        with self._relinking:
            if self._link is gone:
                self._link = self._connect()
                gone.close()
            return self._link


@contextmanager
def _explained(link: Link) -> Iterator[None]:
    try:
        yield
    except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError) as error:
        raise link.explain(error) from error
