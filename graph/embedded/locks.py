"""Locks on files: held by an open handle, so that the operating system lets go on any kind of death.

A process id can be another process's by now; a lock can't. They hold between threads of one process too.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, *, shared: bool) -> None:  # noqa: ARG001  # there is no shared one there
        os.lseek(handle, 0, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int, *, shared: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


_PAUSE = 0.02


class Lock:
    """An exclusive lock on the file ``path``, which is made where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def take(self, wait: float = 0) -> bool:
        """Whether the lock could be taken within ``wait`` seconds.

        Raises:
            OSError: the file can't be made or opened.
        """
        end = time.monotonic() + wait
        while True:
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _take(handle, shared=False)
            except OSError:
                os.close(handle)
            else:
                if self._is_still(handle):
                    self._handle = handle
                    return True
                os.close(handle)
                continue
            if time.monotonic() >= end:
                return False
            time.sleep(_PAUSE)

    def _is_still(self, handle: int) -> bool:
        """Whether the file was not removed, or replaced, between opening and locking it."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(handle))
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Lets go of the lock."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def remove(self) -> None:
        """Lets go of the lock and removes its file."""
        if sys.platform == "win32":  # an open file can't be removed there
            self.release()
        with suppress(OSError):  # where somebody looks at it just now it stays, unlocked, and means nothing
            self.path.unlink(missing_ok=True)
        self.release()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def is_held(path: Path) -> bool:
    """Whether some process holds the lock on that file."""
    try:
        handle = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        _take(handle, shared=True)  # those who ask at the same time don't take each other for the holder
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
