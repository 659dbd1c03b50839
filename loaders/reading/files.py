"""From paths to files: folders and ZIP archives opened, everything in memory, nothing unpacked to disk.

A name inside an archive is shown and compared, never used as a path. What an archive says of its sizes is checked
before anything is unpacked, and no more than that is unpacked.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.loaders.problems import Level, Place, Problems

_MOST_BYTES = 2_000_000_000
_MOST_FILES = 5_000
_MOST_PACKED = 500  # unpacked bytes for one packed: text packs to a twentieth, a bomb to a thousandth
_SMALL = 10_000_000  # below this nothing is a bomb
PACKAGE = "datapackage.json"


@dataclass(frozen=True, slots=True)
class File:
    """A file by the name that people know it by, and its bytes."""

    name: str
    raw: bytes

    @property
    def stem(self) -> str:
        """The name without folders and ending."""
        return PurePosixPath(self.name.replace("\\", "/").rpartition(":")[2]).stem

    @property
    def ending(self) -> str:
        """The ending in lower case, its dot included."""
        return PurePosixPath(self.name).suffix.casefold()


def files_in(paths: Sequence[Path], problems: Problems) -> Iterator[File]:
    """Every file that the paths lead to, in the order of paths and names, one at a time.

    Raises:
        WrongUse: a path does not exist or can't be read.
    """
    for path in paths:
        if path.is_dir():
            found = (p.relative_to(path).as_posix() for p in path.rglob("*") if p.is_file())
            names = sorted(name for name in found if not _is_hidden(name))
            for name in _of_package(names, lambda name, root=path: _bytes(root / name), problems):  # type: ignore[misc]
                yield from _opened(File(name, _bytes(path / name)), problems)
        else:
            yield from _opened(File(path.name, _bytes(path)), problems)


def _is_hidden(name: str) -> bool:
    """Whether it is nobody's table but a program's own: what a desktop keeps, or Excel's lock on an open workbook."""
    parts = PurePosixPath(name).parts
    return any(part.startswith((".", "~$")) and part != ".." for part in parts) or parts[:1] == ("__MACOSX",)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise WrongUse("loading.file_too_large", file=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WrongUse("loading.no_such_file", file=str(path)) from error
    except OSError as error:
        raise WrongUse("loading.unreadable_file", file=str(path), reason=error.strerror or "") from error


def _opened(file: File, problems: Problems) -> Iterator[File]:
    """The file itself, or what an archive holds."""
    if file.ending != ".zip":
        yield file
        return
    try:
        with zipfile.ZipFile(io.BytesIO(file.raw)) as archive:
            if not is_bounded(archive, Place(file.name), problems):
                return
            found = (info.filename for info in archive.infolist() if not info.is_dir())
            names = sorted(name for name in found if not _is_hidden(name))
            for name in _of_package(names, archive.read, problems, f"{file.name}: "):
                yield File(f"{file.name}/{name}", archive.read(name))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError):
        problems.add(Level.ERROR, "broken_archive", Place(file.name))
    except RuntimeError:  # what zipfile raises for a password
        problems.add(Level.ERROR, "locked_archive", Place(file.name))


def is_bounded(archive: zipfile.ZipFile, place: Place, problems: Problems) -> bool:
    """Whether an archive can be unpacked in memory; where not, that is a problem."""
    infos = archive.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = max(1, sum(info.compress_size for info in infos))
    if unpacked > _MOST_BYTES or len(infos) > _MOST_FILES or (unpacked > _SMALL and unpacked > _MOST_PACKED * packed):
        problems.add(Level.ERROR, "archive_too_large", place)
        return False
    if len({info.filename for info in infos}) != len(infos):
        problems.add(Level.ERROR, "name_twice_in_archive", place)
        return False
    return True


def _of_package(names: list[str], read: Callable[[str], bytes], problems: Problems, prefix: str = "") -> list[str]:
    """All names, or of a data package the description and the tables that it lists: it may hold them in more forms."""
    described = [name for name in names if PurePosixPath(name).name == PACKAGE]
    if len(described) != 1:
        return names
    folder = PurePosixPath(described[0]).parent
    try:
        resources = json.loads(read(described[0]))["resources"]
        listed = {(folder / str(resource["path"])).as_posix() for resource in resources}
    except (ValueError, KeyError, TypeError, RecursionError):
        problems.add(Level.ERROR, "broken_package", Place(prefix + described[0]))
        return []
    for name in sorted(listed - set(names)):
        problems.add(Level.ERROR, "package_lacks_file", Place(prefix + described[0]), name)
    others = len([name for name in names if name not in listed]) - 1
    if others:
        problems.add(Level.NOTICE, "beside_package", Place(prefix + described[0]), number=others)
    return [described[0], *(name for name in names if name in listed)]
