"""The folder that one embedded graph lives in.

==================  =============================================================================
``format.json``     what made it: the form of this folder and the engine's version
``passwords.json``  the passwords of the engine's users; ``config/`` holds their hashes
``databases/``      the engine's own files
``server.lock``     held by the supervisor for as long as it lives
``server.json``     where the server answers: holds for as long as ``serving.lock`` is held
``serving.lock``    held by the supervisor once what an earlier one left in ``server.json`` is gone
``unclean``         there from before the engine starts until it has ended
``failure.json``    why the last start failed
``stop``            asks the supervisor to end
``leases/``         one file a client, locked for as long as the client lives
``write.lock``      held by whoever is writing to the graph
``log/``            what the engine and the supervisor said
==================  =============================================================================
"""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ansvarskarta.graph.embedded.files import read_object, write_private
from ansvarskarta.graph.embedded.installation import Installation
from ansvarskarta.graph.embedded.locks import Lock
from ansvarskarta.graph.embedded.users import groups_file, new_passwords, users_file
from ansvarskarta.graph.errors import DatabaseUnavailable

DATABASE = "ansvarskarta"
FORMAT = 1
"""The form of the folder that this version makes; a higher one was made by a later version."""
FEW_BYTES = 16_000_000
"""Where less is left on the disk, that is why the engine fails."""

_SETUP_WAIT = 30.0


@dataclass(frozen=True, slots=True)
class Folder:
    """The paths in the folder of an embedded graph."""

    root: Path

    @property
    def server_lock(self) -> Path:
        """Held by the supervisor."""
        return self.root / "server.lock"

    @property
    def serving_lock(self) -> Path:
        """Held while the endpoint is the living supervisor's own."""
        return self.root / "serving.lock"

    @property
    def write_lock(self) -> Path:
        """Held by whoever writes to the graph."""
        return self.root / "write.lock"

    @property
    def endpoint(self) -> Path:
        """Where the server answers."""
        return self.root / "server.json"

    @property
    def unclean(self) -> Path:
        """There while the engine may be running, with or without its supervisor."""
        return self.root / "unclean"

    @property
    def failure(self) -> Path:
        """Why the last start failed."""
        return self.root / "failure.json"

    @property
    def stop_request(self) -> Path:
        """Asks the supervisor to end."""
        return self.root / "stop"

    @property
    def leases(self) -> Path:
        """One file a client."""
        return self.root / "leases"

    @property
    def config(self) -> Path:
        """The engine's users and groups."""
        return self.root / "config"

    @property
    def databases(self) -> Path:
        """The engine's own files."""
        return self.root / "databases"

    @property
    def logs(self) -> Path:
        """What the engine and the supervisor said."""
        return self.root / "log"

    @property
    def engine_log(self) -> Path:
        """What the engine said, over its last starts."""
        return self.logs / "engine.log"

    @property
    def passwords(self) -> Path:
        """The passwords of the engine's users."""
        return self.root / "passwords.json"

    @property
    def format(self) -> Path:
        """What made the folder."""
        return self.root / "format.json"

    def password(self, user: str) -> str:
        """The password of one of the engine's users, once :func:`prepare` has run."""
        return str((read_object(self.passwords) or {})[user])


def prepare(folder: Folder, installation: Installation) -> None:
    """Makes the folder, its users and their passwords where they are not there yet; safe again and again.

    Raises:
        DatabaseUnavailable: the folder can't be made or written, the disk is full, or a later version made it.
    """
    with explained(folder):
        for path in (folder.root, folder.leases, folder.config, folder.logs):
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
        with Lock(folder.root / "setup.lock") as lock:
            if not lock.take(_SETUP_WAIT):
                raise DatabaseUnavailable("engine.start_timeout", log=folder.logs, seconds=int(_SETUP_WAIT))
            _check_format(folder, installation)
            if read_object(folder.passwords) is None:
                _make_users(folder)


@contextmanager
def explained(folder: Folder) -> Iterator[None]:
    """Turns what the operating system refuses in the folder into a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DatabaseUnavailable("engine.disk_full", folder=folder.root) from error
        raise DatabaseUnavailable("engine.folder_not_writable", folder=folder.root, reason=error.strerror) from error


def _check_format(folder: Folder, installation: Installation) -> None:
    made = read_object(folder.format)
    if made is not None:
        form, engine = made.get("format"), str(made.get("engine", ""))
        if not isinstance(form, int) or form > FORMAT:
            raise DatabaseUnavailable("engine.folder_newer", folder=folder.root)
        if version_key(engine) > version_key(installation.version):
            raise DatabaseUnavailable(
                "engine.folder_newer_engine", folder=folder.root, made=engine, installed=installation.version
            )
    now = {"format": FORMAT, "engine": installation.version}
    if made != now:
        write_private(folder.format, json.dumps(now))


def version_key(version: str) -> tuple[int, ...]:
    """The numbers of a version, to compare: ``26.10.2`` before ``26.10.2.post1`` before ``26.11``."""
    return tuple(int("".join(filter(str.isdigit, part)) or 0) for part in version.split("."))


def _make_users(folder: Folder) -> None:
    passwords = new_passwords()
    write_private(folder.config / "server-groups.json", groups_file())
    write_private(folder.config / "server-users.jsonl", users_file(passwords, DATABASE))
    write_private(folder.passwords, json.dumps(passwords))  # last: where it stands, all three do


def free_bytes(folder: Folder) -> int:
    """The room left on the folder's disk."""
    return shutil.disk_usage(folder.root).free
