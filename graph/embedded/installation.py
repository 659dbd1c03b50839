"""The embedded engine's installation: its Java, its jars and its version, found without importing the package."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from ansvarskarta.graph.errors import DatabaseUnavailable

_DISTRIBUTION = "arcadedb-embedded"
_PACKAGE = "arcadedb_embedded"
# Servers for other protocols, a console and a web page: not started, and slower to look through at start.
_UNUSED = (
    "arcadedb-console",
    "arcadedb-graphql",
    "arcadedb-mcp",
    "arcadedb-postgresw",
    "arcadedb-python-bridge",
    "arcadedb-redisw",
    "arcadedb-studio",
)


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the engine is: ``java`` is the executable, ``jars`` the class path, ``version`` the distribution's."""

    java: Path
    jars: tuple[Path, ...]
    version: str

    @property
    def fingerprint(self) -> str:
        """Tells one set of jars from another: what was compiled ahead for one can't serve another."""
        digest = sha256(str(self.java).encode())
        for jar in self.jars:
            facts = jar.stat()
            digest.update(f"{jar}|{facts.st_size}|{facts.st_mtime_ns}".encode())
        return digest.hexdigest()[:16]


def find_installation() -> Installation:
    """The engine that is installed beside this product.

    Raises:
        DatabaseUnavailable: there is none (no wheel exists for this platform, say).
    """
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise DatabaseUnavailable("engine.not_installed")
    root = Path(next(iter(spec.submodule_search_locations)))
    java = root / "jre" / "bin" / ("java.exe" if sys.platform == "win32" else "java")
    jars = tuple(sorted(jar for jar in (root / "jars").glob("*.jar") if not jar.name.startswith(_UNUSED)))
    try:
        installed = version(_DISTRIBUTION)
    except PackageNotFoundError:
        installed = ""
    if not installed or not jars or not java.exists():
        raise DatabaseUnavailable("engine.not_installed")
    return Installation(java, jars, installed)
