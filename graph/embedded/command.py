"""The engine's command line. No password is on it: the users are in files of the folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ansvarskarta.graph.embedded.ahead import OF_EVERY_RUN, arguments
from ansvarskarta.graph.embedded.folder import DATABASE, Folder
from ansvarskarta.graph.embedded.installation import Installation

HOST = "127.0.0.1"
STATEMENT_SECONDS = 30
"""The longest that the engine works on one statement; the driver's own limit means nothing to it."""

_MAIN = "com.arcadedb.server.ArcadeDBServer"
_LARGE_GRAPH_BYTES = 200_000_000  # about 100,000 nodes with their relationships
# Settings of Java's that the user's environment may hold for other programs.
_JAVA_VARIABLES = ("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")


@dataclass(frozen=True, slots=True)
class Ports:
    """The two ports on the loopback address that the engine listens on. Its HTTP can't be switched off."""

    bolt: int
    http: int


def mark(folder: Folder) -> str:
    """The argument that tells a folder's engine from every other process of the machine."""
    return f"-Darcadedb.server.rootPath={folder.root}"


def command(folder: Folder, installation: Installation, ports: Ports) -> list[str]:
    """What starts the engine."""
    java = (
        f"-Xmx{'1g' if _size(folder.databases) > _LARGE_GRAPH_BYTES else '512m'}",
        "-Xms32m",  # Java would begin with a 64th of the machine's memory, and fill it before it tidies up
        *OF_EVERY_RUN,
        "-XX:+ExitOnOutOfMemoryError",
        f"-XX:ErrorFile={folder.logs / 'java-%p.log'}",
        "-Djava.awt.headless=true",
        *arguments(installation, folder),
    )
    class_path = os.pathsep.join(map(str, installation.jars))
    settings = (f"-Darcadedb.{name}={value}" for name, value in _settings(folder, ports).items())
    return [str(installation.java), *java, "-cp", class_path, mark(folder), *settings, _MAIN]


def environment() -> dict[str, str]:
    """The environment that the engine runs in."""
    return {name: value for name, value in os.environ.items() if name not in _JAVA_VARIABLES}


def _settings(folder: Folder, ports: Ports) -> dict[str, object]:
    return {
        "server.databaseDirectory": folder.databases,
        "server.configDirectory": folder.config,
        "server.logsDirectory": folder.logs,
        "server.backupDirectory": folder.root / "backups",
        "server.defaultDatabases": f"{DATABASE}[]",
        "server.mode": "development",  # production hides every error text
        "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
        "server.security.importAllowedLocalPaths": folder.root / "import",
        "server.httpIncomingHost": HOST,
        "server.httpIncomingPort": ports.http,
        "server.httpWorkerThreads": 4,
        "bolt.host": HOST,
        "bolt.port": ports.bolt,
        "bolt.maxConnections": 100,
        "command.timeout": STATEMENT_SECONDS * 1000,
        "txWalFlush": 2,  # its default never syncs; this loses nothing that was acknowledged
        "serverMetrics": "false",
        "opencypher.loadCsv.allowFileUrls": "false",
        "opencypher.loadCsv.allowRemoteUrls": "false",
        "polyglotEngineEnabled": "false",
        "support.autoRegister": "false",
    }


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
