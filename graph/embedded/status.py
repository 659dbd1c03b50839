"""What runs in a folder, and how to end it: for the terminal's ``status`` and ``stop``."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

import psutil
from ansvarskarta.graph.embedded.files import read_object
from ansvarskarta.graph.embedded.folder import Folder, explained
from ansvarskarta.graph.embedded.locks import Lock, is_held
from ansvarskarta.graph.embedded.process import end_orphans, find_orphans
from ansvarskarta.graph.errors import DatabaseUnavailable

_STOP_SECONDS = 90.0
_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """A running engine: ``memory`` is what it and its supervisor have resident, in bytes; ``since`` is in UTC.

    ``clients`` counts the processes' holds on it, other than that of whoever asks.
    """

    address: str
    engine_version: str
    pid: int
    since: str
    memory: int
    clients: int


def engine_status(folder: Folder) -> EngineStatus | None:
    """What runs in the folder; none where nothing does. Starts nothing."""
    facts = read_object(folder.endpoint)
    if facts is None or not is_held(folder.serving_lock):
        return None
    pids = [int(str(facts[name])) for name in ("engine_pid", "supervisor_pid")]
    return EngineStatus(
        address=f"bolt://127.0.0.1:{facts['port']}",
        engine_version=str(facts["engine_version"]),
        pid=pids[0],
        since=datetime.fromtimestamp(float(str(facts["started"])), UTC).isoformat(timespec="seconds"),
        memory=sum(_resident(pid) for pid in pids),
        clients=sum(is_held(lease) for lease in folder.leases.iterdir()),
    )


def stop_engine(folder: Folder) -> bool:
    """Ends the engine of the folder, and one whose supervisor was killed; whether there was one.

    Clients that are in the middle of something start it again.

    Raises:
        DatabaseUnavailable: it does not end, or the folder can't be written.
    """
    if not folder.server_lock.exists():
        return False
    with explained(folder), Lock(folder.server_lock) as lock:
        if lock.take():
            orphans = bool(find_orphans(folder))
            end_orphans(folder)
            return orphans
        end = time.monotonic() + _STOP_SECONDS
        while not lock.take():
            folder.stop_request.touch(mode=0o600)  # again and again: one that only just starts clears it away
            if time.monotonic() > end:
                raise DatabaseUnavailable("engine.does_not_stop", log=folder.logs, seconds=int(_STOP_SECONDS))
            time.sleep(_PAUSE)
        folder.stop_request.unlink(missing_ok=True)
    return True


def _resident(pid: int) -> int:
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0
