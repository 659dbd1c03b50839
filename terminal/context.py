"""What a command gets to work with: its arguments, language and day, and the ways out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TextIO

from ansvarskarta.graph.errors import AnsvarskartaError, WrongUse
from ansvarskarta.terminal.command import Format
from ansvarskarta.texts import Language, text

if TYPE_CHECKING:
    from ansvarskarta.graph.connection import Graph
    from ansvarskarta.graph.settings import Settings

Progress = Callable[[str, int, int], None]
"""Told a stage, how much of it is done and how much there is, 0 where that is not known."""


def counted(progress: Progress, stage: str, total: int = 0) -> Callable[[int], None]:
    """What is told how many rows more are done, passed on as how many are done in all."""
    done = 0

    def more(rows: int) -> None:
        nonlocal done
        done += rows
        progress(stage, done, total)

    return more


@dataclass(frozen=True)
class Streams:
    """Where results go, where all else goes, and where answers come from."""

    out: TextIO
    err: TextIO
    inp: TextIO


@dataclass
class Context:
    """One run of one command."""

    arguments: argparse.Namespace
    lang: Language
    format: Format
    environ: Mapping[str, str]
    streams: Streams

    @cached_property
    def as_of(self) -> str:
        """The day asked about; today in Sweden unless given."""
        from ansvarskarta.graph.dates import today

        return self.value("as_of") or today()

    @property
    def is_for_people(self) -> bool:
        """Whether the result is to be read, not handed on."""
        return self.format is Format.TABLE

    @property
    def quiet(self) -> bool:
        """Whether only results and errors are wanted."""
        return self.flag("quiet")

    def value(self, name: str) -> str | None:
        """The value of an option, ``None`` where it was not given."""
        found: str | None = getattr(self.arguments, name, None)
        return found

    def must(self, name: str) -> str:
        """The value of an option that the parser does not let be absent."""
        found: str = getattr(self.arguments, name)
        return found

    def values(self, name: str) -> list[str]:
        """The values of an argument that takes several, empty where none was given."""
        found: list[str] = getattr(self.arguments, name, None) or []
        return found

    def flag(self, name: str) -> bool:
        """Whether a switch was given."""
        return getattr(self.arguments, name, None) is True

    def text(self, key: str, /, **values: object) -> str:
        """A text of ``texts/`` in the chosen language."""
        return text(key, self.lang, **values)

    def settings(self) -> Settings:
        """The settings of the environment, with the graph that ``--graph`` names.

        Raises:
            WrongUse: a variable holds what can't be used.
        """
        from ansvarskarta.graph.settings import Settings

        return Settings.from_environment(self.environ, self.value("graph"))

    @contextmanager
    def graph(self) -> Iterator[Graph]:
        """The graph, open for as long as the block runs.

        Raises:
            DatabaseUnavailable: it can't be reached or started.
        """
        from ansvarskarta.graph.connection import open_graph

        self.hush()
        with open_graph(self.settings()) as graph:
            yield graph

    def hush(self) -> None:
        """Keeps the driver's log from standard error, unless verbose: the error says what came of all its tries."""
        import logging

        if not self.flag("verbose"):
            logging.getLogger("neo4j").addHandler(logging.NullHandler())

    def say(self, line: str) -> None:
        """A line beside the result, unless quiet."""
        if not self.quiet:
            self.streams.err.write(line + "\n")
            self.streams.err.flush()

    def report(self, error: AnsvarskartaError) -> None:
        """Tells an error that does not end the command."""
        from ansvarskarta.terminal import failure

        failure.show(error, self.lang, self.streams.err, as_json=self.format is Format.JSON, cause=None)

    def confirm(self, question: str) -> None:
        """Asks for a yes, at a terminal; with ``--yes`` it is given.

        Raises:
            WrongUse: there is nobody to ask.
            KeyboardInterrupt: the answer is no.
        """
        if self.flag("yes"):
            return
        if not (self.streams.inp.isatty() and self.streams.err.isatty()):
            raise WrongUse("terminal.needs_yes")
        self.streams.err.write(f"{question} {self.text('terminal.yes_no')} ")
        self.streams.err.flush()
        if self.streams.inp.readline().strip().lower() not in ("j", "ja", "y", "yes"):
            raise KeyboardInterrupt

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A bar at a terminal, elsewhere nothing; to be called with a stage, how much is done, and of how much."""
        if self.quiet or not self.streams.err.isatty():
            yield lambda _stage, _done, _total: None
            return
        from ansvarskarta.terminal.progress import bar

        with bar(self.streams.err, self.lang) as advance:
            yield advance
