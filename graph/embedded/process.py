"""The engine's process: starts it, waits until it answers, ends it, and finds one whose supervisor was killed."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
from ansvarskarta.graph.embedded.command import HOST, Ports, command, environment, mark
from ansvarskarta.graph.embedded.folder import FEW_BYTES, Folder, free_bytes
from ansvarskarta.graph.embedded.installation import Installation
from ansvarskarta.graph.errors import DatabaseUnavailable

START_SECONDS = 120.0
"""The longest that a start may take: the engine mends its files first where it was killed."""

_ATTEMPTS = 3
_END_SECONDS = 60.0
_PAUSE = 0.02
_STARTED = b"ArcadeDB Server started"
# After either it stays, deaf.
_PORT_TAKEN = b"Unable to listen"
_FAILED = b'Exception in thread "main"'


@dataclass(frozen=True, slots=True)
class Running:
    """An engine that answers."""

    process: subprocess.Popen[bytes]
    ports: Ports


def free_ports() -> Ports:
    """Two ports that nobody listens on just now."""
    with socket.socket() as bolt, socket.socket() as http:
        bolt.bind((HOST, 0))
        http.bind((HOST, 0))
        return Ports(bolt.getsockname()[1], http.getsockname()[1])


def start(folder: Folder, installation: Installation, choose: Callable[[], Ports] = free_ports) -> Running:
    """Starts the engine; anew where another program took its ports in the meantime, or somebody killed it.

    Raises:
        DatabaseUnavailable: it did not come up.
        OSError: its log can't be written.
    """
    for _ in range(_ATTEMPTS):
        ports = choose()
        with folder.engine_log.open("ab") as log:
            offset = log.tell()
            process = subprocess.Popen(  # noqa: S603  # the engine's own Java, and paths of our own
                command(folder, installation, ports),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=folder.root,
                env=environment(),
                start_new_session=True,
            )
        with _ended_on_failure(process):
            said = _said_until_up(process, folder, offset)
        if _STARTED in said:
            return Running(process, ports)
        was_killed = (process.poll() or 0) < 0
        end(process)
        if _PORT_TAKEN not in said and not was_killed:
            break
    if free_bytes(folder) < FEW_BYTES:
        raise DatabaseUnavailable("engine.disk_full", folder=folder.root)
    raise DatabaseUnavailable("engine.start_failed", log=folder.engine_log)


@contextmanager
def _ended_on_failure(process: subprocess.Popen[bytes]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        process.kill()
        process.wait()
        raise


def _said_until_up(process: subprocess.Popen[bytes], folder: Folder, offset: int) -> bytes:
    """What the engine said until it was up, or failed, or ended, or took too long."""
    end_time = time.monotonic() + START_SECONDS
    with folder.engine_log.open("rb") as log:
        log.seek(offset)
        said = b""
        while process.poll() is None and time.monotonic() < end_time:
            said += log.read()
            if any(sign in said for sign in (_STARTED, _PORT_TAKEN, _FAILED)):
                break
            time.sleep(_PAUSE)
    return said


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends the engine, so that it closes its files; by force where it does not."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def end_orphans(folder: Folder) -> None:
    """Ends an engine of this folder whose supervisor was killed. Only to be called with the server lock held."""
    orphans = find_orphans(folder)
    for orphan in orphans:
        orphan.terminate()
    _, alive = psutil.wait_procs(orphans, timeout=_END_SECONDS)
    for orphan in alive:
        orphan.kill()
    psutil.wait_procs(alive, timeout=_END_SECONDS)
    folder.unclean.unlink(missing_ok=True)


def find_orphans(folder: Folder) -> list[psutil.Process]:
    """The engines that run on this folder, known by their command line."""
    if not folder.unclean.exists():
        return []
    return [process for process in psutil.process_iter(["cmdline"]) if mark(folder) in (process.info["cmdline"] or ())]
