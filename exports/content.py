"""What is exported: the rows of the model's tables, whole or as of a day, all or narrowed, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ansvarskarta.exports.about import About
from ansvarskarta.exports.cells import words
from ansvarskarta.exports.narrowing import related
from ansvarskarta.exports.past import holds, lapsed_actors
from ansvarskarta.graph.model import TABLE_BY_NAME, NodeTable, Table
from ansvarskarta.graph.values import Row

Source = Callable[[Table], Iterable[Row]]
"""Gives a table's rows, sorted, as often as it is asked."""


class Content:
    """The rows to export and what is said of them.

    ``is_current`` says whether the source still holds what it held when the content was made.
    """

    def __init__(self, source: Source, about: About, is_current: Callable[[], bool] = lambda: True) -> None:
        self.about = about
        self.is_current = is_current
        self._source = source
        actors = source(TABLE_BY_NAME["actors"])
        self._lapsed = lapsed_actors(actors, about.as_of) if about.as_of else frozenset[str]()
        self._kept = related(self._of_the_day, about.narrowing) if about.narrowing else None

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows of one table, sorted; of a node's two the accepted one first, then the proposed one."""
        if self._kept is None:
            yield from self._of_the_day(table)
            return
        ends = ("id",) if isinstance(table, NodeTable) else ("start", "end")
        for row in self._of_the_day(table):
            if all(row[end] in self._kept for end in ends):
                yield row

    def _of_the_day(self, table: Table) -> Iterator[Row]:
        day = self.about.as_of
        rows = self._source(table)
        if isinstance(table, NodeTable):
            rows = sorted(rows, key=lambda row: (words(row["id"]), row.get("confidence") == "proposed"))
        for row in rows:
            if day is None or holds(table, row, day, self._lapsed):
                yield row
