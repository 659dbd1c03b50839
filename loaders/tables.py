"""Tables as they were read, before anything is known of what their cells mean: column by column, all text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from ansvarskarta.graph.model import Table
from ansvarskarta.loaders.problems import Place, Problems


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was taken in. ``sha256`` is of its bytes as they were."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Source:
    """One CSV file or sheet: its rows column by column, and on which line each begins.

    ``columns`` are those that the table has, ``others`` what else the header names.
    """

    table: Table
    file: str
    sheet: str | None
    columns: dict[str, list[str]]
    lines: Sequence[int]
    header_line: int = 1
    others: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Tables:
    """Everything that was read: sources in the order in which they were found, and what reading itself ran into."""

    sources: list[Source] = field(default_factory=list)
    files: list[FileRead] = field(default_factory=list)
    problems: Problems = field(default_factory=Problems)
    is_demo: bool = False

    def of(self, table: Table) -> Stack | None:
        """All rows of one table, from whichever files; ``None`` where no file holds it."""
        sources = [source for source in self.sources if source.table is table]
        return Stack(table, sources) if sources else None


class Stack:
    """The rows of one table from all sources, one after another."""

    def __init__(self, table: Table, sources: list[Source]) -> None:
        self.table = table
        self.sources = sources
        self._ends = list(accumulate(len(source.lines) for source in sources))

    def __len__(self) -> int:
        return self._ends[-1]

    @cached_property
    def columns(self) -> dict[str, list[str]]:
        """Each column that any source has; where a source lacks it, its rows read as empty."""
        if len(self.sources) == 1:
            return self.sources[0].columns
        names = dict.fromkeys(name for source in self.sources for name in source.columns)
        return {
            name: [
                value
                for source in self.sources
                for value in (source.columns[name] if name in source.columns else [""] * len(source.lines))
            ]
            for name in names
        }

    def place(self, row: int, column: str | None = None) -> Place:
        """Where in the input a row stands."""
        which = bisect_right(self._ends, row)
        source = self.sources[which]
        within = row - (self._ends[which - 1] if which else 0)
        return Place(source.file, source.sheet, source.lines[within], column)
