"""Writes exports: beside their place first, checked, and only then put there under their name."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ansvarskarta.exports.archive import zip_folder
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, Writer
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLES

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""


def export(content: Content, one: Format, out: Path, progress: Progress | None = None) -> dict[str, int]:
    """Writes one export and gives the number of rows of each table.

    A format that is a folder is packed where ``out`` ends with ``.zip``.

    Raises:
        WrongUse: there already is a folder with something in it, or the file's ending is another format's.
        BadInput: what came out did not pass its check, or the data changed meanwhile; no file was written.
    """
    packed = not one.ending and out.suffix.lower() == ".zip"
    if one.ending and out.suffix.lower() != one.ending:
        raise WrongUse("export.wrong_ending", ending=one.ending, file=out.name)
    if not one.ending and not packed and out.exists() and (out.is_file() or any(out.iterdir())):
        raise WrongUse("export.folder_taken", folder=out.name)
    with beside(out) as work:
        made = work / f"{one.name}{one.ending}"
        counts = feed(content, [(one, made)], progress)
        if packed:
            zip_folder(made, work / "packed")
            made = work / "packed"
        put(made, out)
    return counts


def feed(content: Content, targets: Sequence[tuple[Format, Path]], progress: Progress | None = None) -> dict[str, int]:
    """Reads every row once, feeds it to all formats, finishes and checks them.

    Raises:
        BadInput: a file did not pass its check, or somebody changed the data meanwhile.
    """
    writers = [one.writer(path, content) for one, path in targets]
    try:
        counts = _feed(content, writers, progress)
    except BaseException:
        for writer in writers:
            writer.give_up()
        raise
    for writer, (one, path) in zip(writers, targets, strict=True):
        writer.finish()
        try:
            one.check(path, counts)
        except ValueError as error:
            raise BadInput("export.check_failed", format=one.name, why=error) from error
    if not content.is_current():
        raise BadInput("export.data_changed")
    if progress:
        progress(len(TABLES) + 1, len(TABLES) + 1)
    return counts


def _feed(content: Content, writers: Sequence[Writer], progress: Progress | None) -> dict[str, int]:
    counts: dict[str, int] = {}
    for done, table in enumerate(TABLES):
        for writer in writers:
            writer.begin(table)
        counts[table.name] = 0
        for row in content.rows(table):
            counts[table.name] += 1
            for writer in writers:
                writer.feed(table, row)
        if progress:
            progress(done + 1, len(TABLES) + 1)
    return counts


@contextmanager
def beside(out: Path) -> Iterator[Path]:
    """A folder of its own next to where the result will stand, so that putting it there is one rename; then gone.

    Raises:
        WrongUse: nothing can be written there, or not all of it.
    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise WrongUse("export.cannot_write", folder=out.parent, why=error.strerror) from error
    try:
        yield work
    except OSError as error:  # such as a full disk
        raise WrongUse("export.cannot_write", folder=out.parent, why=error.strerror) from error
    finally:
        shutil.rmtree(work)


def put(made: Path, out: Path) -> None:
    """Puts a finished file or folder in its place, over a file of that name or an empty folder."""
    if made.is_dir() and out.exists():
        out.rmdir()
    made.replace(out)
