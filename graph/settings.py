"""What the environment says: which graph, as whom, and where the product's own files live."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import platformdirs
from ansvarskarta.graph.errors import WrongUse

EMBEDDED = "embedded"
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
_PREFIX = "ANSVARSKARTA_"
READ_ONLY = f"{_PREFIX}READ_ONLY"
"""Set by ``start --read-only`` for the pages, which run in its process."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches the host."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def default_home() -> Path:
    """The platform's folder for a user's data."""
    return platformdirs.user_data_path("ansvarskarta", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set from outside. ``graph`` is ``embedded`` or a Neo4j address; ``home`` is absolute."""

    graph: str = EMBEDDED
    database: str | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    reader_user: str | None = None
    reader_password: str | None = field(default=None, repr=False)
    home: Path = field(default_factory=default_home)
    url: str | None = None
    editors: tuple[str, ...] = ()
    user_header: str | None = None
    read_only: bool = False

    @property
    def is_embedded(self) -> bool:
        """Whether the graph lives in the embedded engine."""
        return self.graph == EMBEDDED

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ, graph: str | None = None) -> Settings:
        """The settings that the environment gives; ``graph`` (from a command line) goes before its variable.

        Raises:
            WrongUse: an address of another form, a user without a password, a secret given twice or in a file that
                can't be read.
        """
        user, password = _account(environ, "USER", "PASSWORD")
        reader_user, reader_password = _account(environ, "READER_USER", "READER_PASSWORD")
        home = environ.get(f"{_PREFIX}HOME")
        editors = environ.get(f"{_PREFIX}EDITORS", "")
        return cls(
            graph=_address(graph or environ.get(f"{_PREFIX}GRAPH") or EMBEDDED),
            database=environ.get(f"{_PREFIX}DATABASE") or None,
            user=user,
            password=password,
            reader_user=reader_user,
            reader_password=reader_password,
            home=Path(home).expanduser().absolute() if home else default_home(),
            url=(environ.get(f"{_PREFIX}URL") or "").rstrip("/") or None,
            editors=tuple(name.strip() for name in editors.split(",") if name.strip()),
            user_header=environ.get(f"{_PREFIX}USER_HEADER") or None,
            read_only=bool(environ.get(READ_ONLY)),
        )


def _address(value: str) -> str:
    if value == EMBEDDED:
        return value
    try:
        parts = urlsplit(value)
        well_formed = parts.scheme in SCHEMES and bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        well_formed = False
    if not well_formed:
        raise WrongUse("engine.wrong_address", schemes=", ".join(f"{scheme}://" for scheme in SCHEMES))
    if parts.password is not None or parts.username is not None:
        raise WrongUse("engine.address_with_user")
    return value


def _account(environ: Mapping[str, str], user_name: str, password_name: str) -> tuple[str | None, str | None]:
    user, password = _given(environ, user_name), _given(environ, password_name)
    if (user is None) != (password is None):
        missing, given = (user_name, password_name) if user is None else (password_name, user_name)
        raise WrongUse("engine.half_account", missing=_PREFIX + missing, given=_PREFIX + given)
    return user, password


def _given(environ: Mapping[str, str], name: str) -> str | None:
    """A variable's value, or the content of the file that its ``_FILE`` names."""
    variable = _PREFIX + name
    value, file = environ.get(variable) or None, environ.get(f"{variable}_FILE") or None
    if file is None:
        return value
    if value is not None:
        raise WrongUse("engine.given_twice", variable=variable)
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse("engine.secret_unreadable", variable=f"{variable}_FILE", file=file) from error
