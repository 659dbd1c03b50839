"""A progress bar on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from ansvarskarta.texts import Language, text
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


@contextmanager
def bar(err: TextIO, lang: Language) -> Iterator[Callable[[str, int, int], None]]:
    """A bar that is gone when the block ends; call what it gives with a stage, how much is done, and of how much."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=err), transient=True) as progress:
        task = progress.add_task("", total=None)

        def advance(stage: str, done: int, total: int) -> None:
            progress.update(
                task, description=text(f"terminal.stage_{stage}", lang), completed=done, total=total or None
            )

        yield advance
