"""The engine's users, written before its first start, so that no password is ever on a command line.

``reader`` may read and nothing else; ``loader`` may change records and schema. The engine wants an administrator too:
its password is random and kept nowhere.
"""

from __future__ import annotations

import json
import secrets
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import pbkdf2_hmac

READER = "reader"
LOADER = "loader"
_ADMINISTRATOR = "root"
_ROUNDS = 65_536  # the engine's own count: it reads it from the hash
_RECORDS = ("createRecord", "readRecord", "updateRecord", "deleteRecord")


def new_passwords() -> dict[str, str]:
    """A random password for each user that we connect as."""
    return {user: secrets.token_urlsafe(24) for user in (READER, LOADER)}


def users_file(passwords: Mapping[str, str], database: str) -> str:
    """The text of the engine's ``server-users.jsonl``: names, groups and hashes."""
    lines = (
        _user(_ADMINISTRATOR, secrets.token_urlsafe(32), "*", "admin"),
        *(_user(name, password, database, name) for name, password in passwords.items()),
    )
    return "".join(f"{line}\n" for line in lines)


def groups_file() -> str:
    """The text of the engine's ``server-groups.json``: what each group may do."""
    groups = {
        "admin": _group(("updateSecurity", "updateSchema", "updateDatabaseSettings"), _RECORDS),
        LOADER: _group(("updateSchema",), _RECORDS),
        READER: _group((), ("readRecord",)),
        "*": _group((), ()),
    }
    return json.dumps({"version": 2, "databases": {"*": {"groups": groups}}})


def _user(name: str, password: str, database: str, group: str) -> str:
    salt = b64encode(secrets.token_bytes(32)).decode()
    digest = b64encode(pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS, 32)).decode()
    encoded = f"PBKDF2WithHmacSHA256${_ROUNDS}${salt}${digest}"
    return json.dumps({"name": name, "databases": {database: [group]}, "password": encoded})


def _group(database: Sequence[str], records: Sequence[str]) -> dict[str, object]:
    return {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": list(database),
        "types": {"*": {"access": list(records)}},
    }
