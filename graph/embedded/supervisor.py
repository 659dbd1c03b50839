"""The process that starts the engine for a folder and ends it when nobody needs it: ``python -m`` this, by a client.

It holds the server lock for as long as it or its engine lives; a second one leaves at once. It knows nothing of Bolt,
so that it stays small. Clients hold leases; when none has been held for the idle time, the engine is ended.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

from ansvarskarta.graph.embedded import ahead, process
from ansvarskarta.graph.embedded.files import write_private
from ansvarskarta.graph.embedded.folder import Folder, explained
from ansvarskarta.graph.embedded.installation import Installation, find_installation
from ansvarskarta.graph.embedded.locks import Lock
from ansvarskarta.graph.errors import DatabaseUnavailable

_LOCK_SECONDS = 1.0  # somebody may be looking at the lock just now
_WATCH_SECONDS = 0.25
_LOG_BYTES = 5_000_000


def supervise(folder: Folder, idle: float) -> int:
    """Runs the engine of a folder until no client has held a lease for ``idle`` seconds; the process's exit code."""
    with Lock(folder.server_lock) as lock, Lock(folder.serving_lock) as serving:
        if not lock.take(_LOCK_SECONDS):
            return 0
        installation = find_installation()
        try:
            running = _start(folder, installation, serving)
        except DatabaseUnavailable as error:
            values = {name: str(value) for name, value in error.values.items()}
            write_private(folder.failure, json.dumps({"code": error.code, "values": values}))
            return 1
        try:
            _watch(folder, running, idle)
        finally:
            folder.endpoint.unlink(missing_ok=True)
            process.end(running.process)
            folder.unclean.unlink(missing_ok=True)
    ahead.compile_recorded(installation, folder)
    return 0


def _start(folder: Folder, installation: Installation, serving: Lock) -> process.Running:
    with explained(folder):
        for left in (folder.endpoint, folder.stop_request):
            left.unlink(missing_ok=True)
        # Only now: an orphaned engine still answers where the old endpoint said.
        if not serving.take(_LOCK_SECONDS):
            raise DatabaseUnavailable("engine.start_failed", log=folder.logs)
        process.end_orphans(folder)
        if folder.engine_log.exists() and folder.engine_log.stat().st_size > _LOG_BYTES:
            folder.engine_log.replace(folder.engine_log.with_suffix(".1.log"))
        folder.unclean.touch(mode=0o600)
        try:
            running = process.start(folder, installation)
        except BaseException:
            folder.unclean.unlink(missing_ok=True)
            raise
        _publish(folder, installation, running)
        return running


def _publish(folder: Folder, installation: Installation, running: process.Running) -> None:
    facts = {
        "port": running.ports.bolt,
        "engine_pid": running.process.pid,
        "supervisor_pid": os.getpid(),
        "engine_version": installation.version,
        "started": time.time(),
    }
    write_private(folder.endpoint, json.dumps(facts))


def _watch(folder: Folder, running: process.Running, idle: float) -> None:
    """Returns when the engine is to end, or has ended."""
    ask_to_end: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, _: ask_to_end.append(received))
    last_needed = time.monotonic()
    while running.process.poll() is None and not ask_to_end and not folder.stop_request.exists():
        time.sleep(_WATCH_SECONDS)
        if _is_leased(folder):
            last_needed = time.monotonic()
        elif time.monotonic() - last_needed > idle and _withdraw(folder):
            return


def _withdraw(folder: Folder) -> bool:
    """Takes the endpoint away; not if somebody took a lease just before, who may have read it.

    A client takes its lease first and reads the endpoint then; this goes the other way round, so one of both sees it.
    """
    published = folder.endpoint.read_text(encoding="utf-8")
    folder.endpoint.unlink()
    if not _is_leased(folder):
        return True
    write_private(folder.endpoint, published)
    return False


def _is_leased(folder: Folder) -> bool:
    """Whether some client holds a lease; those of clients that died are removed."""
    leased = False
    for path in folder.leases.iterdir():
        lease = Lock(path)
        if lease.take():
            lease.remove()
        else:
            leased = True
    return leased


if __name__ == "__main__":
    sys.exit(supervise(Folder(Path(sys.argv[1])), float(sys.argv[2])))
