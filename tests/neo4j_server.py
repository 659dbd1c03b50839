"""A Neo4j for tests: one that the environment names, else Docker's, else Maven Central's artifacts on Java here.

``ANSVARSKARTA_TEST_NEO4J`` (an address), ``..._USER`` and ``..._PASSWORD`` name one: ITS DATABASE IS EMPTIED.
``ANSVARSKARTA_TEST_CACHE`` is where the artifacts are kept (128 MB); default: the user's cache folder.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from ansvarskarta.graph.driver import neo4j

VERSION = "5.26.0"  # later 5.26.x lack an artifact there
IMAGE = "neo4j:5.26-community"
USER = "neo4j"
START_SECONDS = 300.0  # a machine that runs all tests at once is slow

POM = f"""<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>tests</groupId>
  <artifactId>neo4j</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{VERSION}</version></dependency>
    <dependency>
      <groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""
CONF = """
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
dbms.security.procedures.allowlist=db.*,dbms.components,dbms.info,dbms.routing.*,dbms.security.*
dbms.cypher.min_replan_interval=1h
server.memory.heap.initial_size=128m
server.memory.heap.max_size=512m
server.memory.pagecache.size=128m
"""
OPENED = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
)


class NotToBeHad(Exception):
    """There is no Neo4j on this machine; the message says what is missing."""


@dataclass(frozen=True)
class Server:
    """A Neo4j that answers, and where it came from."""

    address: str
    user: str
    password: str
    source: str


@contextmanager
def neo4j_server(home: Path, settings: Mapping[str, str] | None = None, *, is_brief: bool = True) -> Iterator[Server]:
    """A Neo4j, for as long as it is needed; what it writes goes below ``home``.

    ``settings`` go before our own; with any the server is always one of ours.
    Where it ``is_brief``, Java compiles it lightly: in minutes, compiling well costs more than it saves.

    Raises:
        NotToBeHad: there is no way to one on this machine.
    """
    address = os.environ.get("ANSVARSKARTA_TEST_NEO4J")
    if settings:
        with _from_maven(home, settings, is_brief=is_brief) as server:
            yield server
    elif address:
        user = os.environ.get("ANSVARSKARTA_TEST_NEO4J_USER", USER)
        yield Server(address, user, os.environ.get("ANSVARSKARTA_TEST_NEO4J_PASSWORD", ""), "the environment's address")
    elif _docker_answers():
        with _from_docker(home) as server:
            yield server
    else:
        with _from_maven(home, {}, is_brief=is_brief) as server:
            yield server


def cache() -> Path:
    """Where what was fetched for tests is kept."""
    given = os.environ.get("ANSVARSKARTA_TEST_CACHE")
    return Path(given) if given else platformdirs.user_cache_path("ansvarskarta-tests", appauthor=False)


def java() -> str:
    """A Java that Neo4j runs on.

    Raises:
        NotToBeHad: there is none.
    """
    found = shutil.which("java")
    if found is None:
        raise NotToBeHad("no java on the path; Neo4j needs a Java 17 or 21 runtime")
    said = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None or int(version[1]) not in (17, 21):
        raise NotToBeHad(f"Neo4j needs Java 17 or 21, and here is {said.splitlines()[:1]}")
    return found


def jars() -> Path:
    """The folder of Neo4j's jars, fetched from Maven Central once.

    Raises:
        NotToBeHad: there is no Maven, or it could not fetch them.
    """
    folder = cache() / f"neo4j-{VERSION}"
    if (folder / "complete").exists():
        return folder / "lib"
    maven = shutil.which("mvn")
    if maven is None:
        raise NotToBeHad("no mvn on the path to fetch Neo4j with")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(POM, encoding="utf-8")
    goal = ("dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={folder / 'lib'}")
    done = subprocess.run([maven, "-q", "-B", *goal], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotToBeHad(f"Maven could not fetch Neo4j: {(done.stdout + done.stderr)[-500:]}")
    (folder / "complete").touch()
    return folder / "lib"


def free_port() -> int:
    """A port of the loopback address that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def _from_maven(home: Path, settings: Mapping[str, str], *, is_brief: bool) -> Iterator[Server]:
    command_of_java, lib, port, password = java(), jars(), free_port(), secrets.token_urlsafe(16)
    conf = home / "conf"
    conf.mkdir(parents=True)
    conf_values = {**dict(line.split("=", 1) for line in CONF.format(port=port).split()), **settings}
    lines = [f"{name}={value}" for name, value in conf_values.items()]
    (conf / "neo4j.conf").write_text("\n".join(lines), encoding="utf-8")
    log_path = home / "neo4j.out"
    # The server's own launcher reads how much memory it may take; started bare, Java must hear.
    memory = f"-Xmx{conf_values['server.memory.heap.max_size']}"
    compiling = ("-XX:TieredStopAtLevel=1",) if is_brief else ()
    command = [command_of_java, memory, "-XX:+UseSerialGC", *compiling, "-cp", f"{lib}/*", *OPENED]
    command += ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={conf}"]
    with log_path.open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    server = Server(f"bolt://127.0.0.1:{port}", USER, password, f"Maven Central's artifacts on {command_of_java}")
    try:
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        _await(Server(server.address, USER, "neo4j", ""), change, process, log_path, password=password)
        yield server
    finally:
        process.kill()  # nobody needs its files again, and an orderly end takes ten seconds
        process.wait()


def _docker_answers() -> bool:
    docker = shutil.which("docker")
    if docker is None:
        return False
    try:
        return subprocess.run([docker, "info"], capture_output=True, check=False, timeout=20).returncode == 0
    except subprocess.TimeoutExpired:
        return False


@contextmanager
def _from_docker(home: Path) -> Iterator[Server]:
    password, port = secrets.token_urlsafe(16), free_port()
    home.mkdir(parents=True, exist_ok=True)
    secret = home / "docker.env"
    secret.touch(mode=0o600)
    secret.write_text(f"NEO4J_AUTH={USER}/{password}\n", encoding="utf-8")
    run = ["docker", "run", "--detach", "--rm", "--env-file", str(secret), "--publish", f"127.0.0.1:{port}:7687", IMAGE]
    container = subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()
    try:
        server = Server(f"bolt://127.0.0.1:{port}", USER, password, f"Docker's {IMAGE}")
        _await(server, "SHOW CURRENT USER")
        yield server
    finally:
        subprocess.run(["docker", "stop", container], capture_output=True, check=False)


def _await(
    server: Server,
    statement: str,
    process: subprocess.Popen[bytes] | None = None,
    log: Path | None = None,
    **parameters: str,
) -> None:
    """Waits until the server has run a statement on its system database."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and (process is None or process.poll() is None):
        auth = (server.user, server.password)
        with neo4j.GraphDatabase.driver(server.address, auth=auth, notifications_min_severity="OFF") as driver:
            try:
                with driver.session(database="system") as session:
                    session.run(statement, parameters).consume()
            except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
                time.sleep(0.2)
            else:
                return
    said = log.read_text(encoding="utf-8", errors="replace")[-2000:] if log else ""
    raise RuntimeError(f"Neo4j did not come up within {START_SECONDS:.0f} s.\n{said}")
