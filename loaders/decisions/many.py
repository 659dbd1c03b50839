"""Many decisions at once: one list with counts, doubles merged, what failed and why; goes on where it was cut off."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import chain, groupby
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path

from ansvarskarta.graph.errors import AnsvarskartaError, BadInput
from ansvarskarta.loaders.decisions.intake import ENDINGS, LARGEST_FILE
from ansvarskarta.loaders.decisions.read import READER_VERSION, read_bytes
from ansvarskarta.loaders.decisions.reading import Reading
from ansvarskarta.loaders.decisions.stored import reading_from_json, reading_to_json
from ansvarskarta.texts import Language

WORKERS = 2
# Below this many files, starting processes takes longer than it saves.
FEW = 40
AT_ONCE = 16
BATCH = 400


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not read, and the code of why; its texts are those of the error."""

    file: str
    code: str

    def message(self, lang: Language) -> str:
        """Why, as a sentence."""
        return BadInput(self.code, file=self.file).message(lang)


@dataclass(slots=True)
class Batch:
    """What came out: readings by file, files that are the same decision as one before, and failures."""

    readings: list[Reading] = field(default_factory=list)
    doubles: dict[str, str] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """How many files were read, are doubles, failed; and how many values of each field were found."""
        values: dict[str, int] = {}
        for reading in self.readings:
            for evidence in reading.evidence:
                values[evidence.field] = values.get(evidence.field, 0) + 1
        heads = {"read": len(self.readings), "doubles": len(self.doubles), "failed": len(self.failures)}
        return heads | dict(sorted(values.items()))


@dataclass(frozen=True, slots=True)
class _Task:
    """A file on disk, or a member of an archive; ``stamp`` changes where its content does."""

    name: str
    path: Path
    stamp: str
    member: str | None = None
    data: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Done:
    """A file's outcome: a reading or why there is none."""

    name: str
    stamp: str
    reading: Reading | None
    code: str | None = None


def read_many(
    paths: Sequence[Path],
    *,
    state: Path | None = None,
    workers: int = WORKERS,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Batch:
    """Reads all decisions of files, folders and ZIP files, in the order of their names.

    ``state`` is a file that is written as readings come; called again with it, what it holds is not read anew.
    ``workers`` is how many processes read; 1 reads in this one. ``progress`` is told how many of how many are done.

    Raises:
        BadInput: a path does not exist.
    """
    tasks = [*chain.from_iterable(_tasks(path) for path in paths)]
    known = _remembered(state)
    left = [task for task in tasks if task.name not in known or known[task.name].stamp != task.stamp]
    progress(len(tasks) - len(left), len(tasks))
    for number, done in enumerate(_run(left, workers), start=len(tasks) - len(left) + 1):
        known[done.name] = done
        _remember(state, done)
        progress(number, len(tasks))
    return _merged(known[task.name] for task in tasks)


def _tasks(path: Path) -> Iterator[_Task]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if file.is_file() and file.suffix.lower() in ENDINGS)
        yield from (_Task(file.relative_to(path).as_posix(), file, _stamp(file)) for file in files)
    elif not path.is_file():
        raise BadInput("decisions.missing", file=str(path))
    elif path.suffix.lower() == ".zip":
        yield from (_Task(name, path, stamp, name) for name, stamp in _members(path).items())
    else:
        yield _Task(path.name, path, _stamp(path))


def _stamp(path: Path) -> str:
    found = path.stat()
    return f"{found.st_size}-{found.st_mtime_ns}"


def _members(path: Path) -> dict[str, str]:
    """The decisions in an archive, in the order of their names, each with its stamp."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except zipfile.BadZipFile as error:
        raise BadInput("decisions.broken", file=path.name) from error
    found = {info.filename: f"{info.file_size}-{info.CRC}" for info in infos}
    return {name: found[name] for name in sorted(found) if Path(name).suffix.lower() in ENDINGS}


def _run(tasks: Sequence[_Task], workers: int) -> Iterator[_Done]:
    if len(tasks) < FEW or workers == 1:
        for batch in _batches(tasks):
            yield from map(_read, _with_members(batch))
        return
    # Not forked: the caller may have threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_end_with_parent) as pool:
        for batch in _batches(tasks):
            yield from pool.map(_read, _with_members(batch), chunksize=AT_ONCE)


def _end_with_parent() -> None:
    """Ends this process with the one that started it: that one, once killed, can't tell its workers."""
    threading.Thread(target=_end_after, args=[parent_process()], daemon=True).start()


def _end_after(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _batches(tasks: Sequence[_Task]) -> Iterator[Sequence[_Task]]:
    """Few enough tasks at a time that what archives hold of them fits in memory."""
    for start in range(0, len(tasks), BATCH):
        yield tasks[start : start + BATCH]


def _with_members(tasks: Sequence[_Task]) -> list[_Task]:
    """The tasks with the bytes of those that are members of archives, each archive opened once."""
    found: list[_Task] = []
    for path, group in groupby(tasks, key=lambda task: task.path if task.member else None):
        if path is None:
            found += group
            continue
        with zipfile.ZipFile(path) as archive:
            found += [replace(task, data=_member(archive, task.member or "")) for task in group]
    return found


def _member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """A member's bytes; ``None`` where it is too large, encrypted or broken."""
    if archive.getinfo(name).file_size > LARGEST_FILE:
        return None
    try:
        return archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return None


def _read(task: _Task) -> _Done:
    try:
        return _Done(task.name, task.stamp, read_bytes(_data(task), task.name))
    except AnsvarskartaError as error:
        return _Done(task.name, task.stamp, None, error.code)


def _data(task: _Task) -> bytes:
    if task.member is None:
        if task.path.stat().st_size > LARGEST_FILE:
            raise BadInput("decisions.too_large", file=task.name)
        return task.path.read_bytes()
    if task.data is None:
        raise BadInput("decisions.broken", file=task.name)
    return task.data


def _merged(outcomes: Iterable[_Done]) -> Batch:
    """One entry a decision: files of the same text are one, and so are those of one number and title."""
    batch = Batch()
    first: dict[str, str] = {}
    for done in outcomes:
        if done.reading is None:
            batch.failures.append(Failure(done.name, done.code or ""))
            continue
        keys = _keys(done.reading)
        before = next((first[key] for key in keys if key in first), None)
        if before is None:
            batch.readings.append(done.reading)
            first.update(dict.fromkeys(keys, done.name))
        else:
            batch.doubles[done.name] = before
    return batch


def _keys(reading: Reading) -> list[str]:
    text = " ".join(reading.text.casefold().split())
    keys = [f"text {hashlib.sha256(text.encode()).hexdigest()}"]
    if reading.register_numbers and reading.title:
        keys.append(f"number {reading.register_numbers[0]} {reading.title.casefold()}")
    return keys


def _remembered(state: Path | None) -> dict[str, _Done]:
    """What a file of earlier readings holds of this reader's version; a line cut off at its end is left out."""
    found: dict[str, _Done] = {}
    if state is None or not state.exists():
        return found
    for line in state.read_text(encoding="utf-8").splitlines():
        try:
            entry = json.loads(line)
        except json.JSONDecodeError:
            continue
        if entry["reader"] == READER_VERSION:
            reading = reading_from_json(entry["reading"]) if entry["reading"] else None
            found[entry["name"]] = _Done(entry["name"], str(entry.get("stamp")), reading, entry["code"])
    return found


def _remember(state: Path | None, done: _Done) -> None:
    if state is None:
        return
    reading = reading_to_json(done.reading) if done.reading else None
    entry = {"name": done.name, "stamp": done.stamp, "reader": READER_VERSION, "code": done.code, "reading": reading}
    with state.open("a", encoding="utf-8") as file:
        file.write(json.dumps(entry, ensure_ascii=False) + "\n")
