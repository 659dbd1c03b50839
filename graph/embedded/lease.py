"""A client's hold on the engine: while one lives the engine runs; it is started where it does not."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import threading
import time

from ansvarskarta.graph.embedded.command import HOST
from ansvarskarta.graph.embedded.files import read_object
from ansvarskarta.graph.embedded.folder import FEW_BYTES, Folder, explained, free_bytes, prepare
from ansvarskarta.graph.embedded.installation import find_installation
from ansvarskarta.graph.embedded.locks import Lock, is_held
from ansvarskarta.graph.errors import DatabaseUnavailable

IDLE_SECONDS = 300.0
"""How long the engine stays when its last client has gone, so that the next one finds it warm."""

_WAIT_SECONDS = 150.0
_LEASE_SECONDS = 5.0
_KNOCK_SECONDS = 2.0
_PAUSE = 0.02
_SPAWNS = 5
# https://neo4j.com/docs/bolt/current/bolt/handshake/: the sign of the protocol, and four versions to choose from.
_BOLT_HANDSHAKE = bytes.fromhex("6060B017 00000404 00000004 00000000 00000000")

if sys.platform == "win32":
    _OWN_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.DETACHED_PROCESS
else:
    _OWN_GROUP = 0


class Lease:
    """A hold on the engine of a folder. ``port`` is where its Bolt answers on the loopback address."""

    def __init__(self, folder: Folder, *, idle: float = IDLE_SECONDS) -> None:
        """Takes hold, and starts the engine where it does not run.

        Raises:
            DatabaseUnavailable: the engine is not installed, the folder can't be used, or it did not start.
        """
        self.folder = folder
        self._idle = idle
        prepare(folder, find_installation())
        self._lock = Lock(folder.leases / f"{os.getpid()}-{secrets.token_hex(4)}")
        with explained(folder):
            self._lock.take(_LEASE_SECONDS)
        try:
            self.port = self._await_endpoint()
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Lets go. The engine stays for its idle time."""
        self._lock.remove()

    def _await_endpoint(self) -> int:
        end = time.monotonic() + _WAIT_SECONDS
        spawned: list[subprocess.Popen[bytes]] = []
        while time.monotonic() < end:
            if is_held(self.folder.serving_lock):
                port = (read_object(self.folder.endpoint) or {}).get("port")
                if isinstance(port, int) and _answers(port):  # its supervisor may not know yet that it was killed
                    return port
            elif not is_held(self.folder.server_lock) and (not spawned or spawned[-1].poll() is not None):
                self._raise_failure()
                # One that was killed, or found another there, is followed by the next; one that stumbled is not.
                if len(spawned) == _SPAWNS or (spawned and (spawned[-1].returncode or 0) > 0):
                    raise self._stumbled()
                spawned.append(_spawn(self.folder, self._idle))
            time.sleep(_PAUSE)
        raise DatabaseUnavailable("engine.start_timeout", log=self.folder.logs, seconds=int(_WAIT_SECONDS))

    def _stumbled(self) -> DatabaseUnavailable:
        """Why a supervisor could not even say why the engine did not start."""
        if free_bytes(self.folder) < FEW_BYTES:
            return DatabaseUnavailable("engine.disk_full", folder=self.folder.root)
        return DatabaseUnavailable("engine.start_failed", log=self.folder.logs)

    def _raise_failure(self) -> None:
        """Says why the engine did not start, if that happened since this lease was taken."""
        try:
            since = self._lock.path.stat().st_mtime_ns
            if self.folder.failure.stat().st_mtime_ns < since:
                return
        except FileNotFoundError:
            return
        failure = read_object(self.folder.failure) or {}
        values = failure.get("values")
        raise DatabaseUnavailable(
            str(failure.get("code", "engine.start_failed")), **(values if isinstance(values, dict) else {})
        )


def _answers(port: int) -> bool:
    """Whether an engine speaks there; one that was killed a moment ago still takes connections, and says nothing."""
    try:
        with socket.create_connection((HOST, port), timeout=_KNOCK_SECONDS) as knock:
            knock.sendall(_BOLT_HANDSHAKE)
            return len(knock.recv(4)) == 4  # the version that it chose
    except OSError:
        return False


def _spawn(folder: Folder, idle: float) -> subprocess.Popen[bytes]:
    """Starts a supervisor that outlives this process."""
    arguments = [sys.executable, "-P", "-m", "ansvarskarta.graph.embedded.supervisor", str(folder.root), str(idle)]
    with explained(folder), (folder.logs / "supervisor.log").open("ab") as log:
        supervisor = subprocess.Popen(  # noqa: S603  # this very Python, and paths of our own
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder.root,
            start_new_session=True,  # Ctrl-C in a terminal is for the client alone
            creationflags=_OWN_GROUP,
        )
    # Somebody has to take note of its end, or it stays in the process table for as long as this process lives.
    threading.Thread(target=supervisor.wait, name="supervisor-end", daemon=True).start()
    return supervisor
