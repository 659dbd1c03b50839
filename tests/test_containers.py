"""The containers' own start commands and settings, run without containers: Neo4j's, and the application's beside it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.settings import Settings
from neo4j_server import NotToBeHad, Server, free_port, neo4j_server

ROOT = Path(__file__).resolve().parent.parent
SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Neo4j with every setting that the compose file gives its container."""
    given = {name: value for name, value in SERVICES["neo4j"]["environment"].items() if name != "NEO4J_AUTH_FILE"}
    # As the image does: the prefix goes, one underscore is a dot and two are one.
    settings = {
        name.removeprefix("NEO4J_").replace("__", "\0").replace("_", ".").replace("\0", "_"): str(value)
        for name, value in given.items()
    }
    try:
        with neo4j_server(tmp_path_factory.mktemp("compose") / "neo4j", settings) as running:
            yield running
    except NotToBeHad as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI=true, and there is no Neo4j: {missing}")
        pytest.skip(f"no Neo4j: {missing}")


def test_the_application_starts_as_in_its_container(server: Server, tmp_path: Path) -> None:
    """The entry point, command, environment and secret file are the files' own; only addresses are this machine's."""
    entry = json.loads(re.findall(r"^ENTRYPOINT (.*)$", DOCKERFILE, flags=re.MULTILINE)[0])
    port = free_port()
    command = [str(port) if word == "8501" else word for word in SERVICES["app"]["command"]]
    secret = tmp_path / "neo4j_password"
    secret.write_text(server.password, encoding="utf-8")
    environment = dict(SERVICES["app"]["environment"])
    assert environment.pop("ANSVARSKARTA_GRAPH") == "bolt://neo4j:7687"
    assert environment.pop("ANSVARSKARTA_PASSWORD_FILE") == "/run/secrets/neo4j_password"
    ours = {name: re.sub(r"^\$\{\w+:-(.*)\}$", r"\1", value) for name, value in environment.items()}
    ours |= {
        "ANSVARSKARTA_GRAPH": server.address,
        "ANSVARSKARTA_PASSWORD_FILE": str(secret),
        "ANSVARSKARTA_HOME": str(tmp_path / "home"),
    }
    log = tmp_path / "app.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [Path(sys.executable).parent / entry[0], *entry[1:], *command],
            cwd=tmp_path,
            env={**os.environ, **ours, "HOME": str(tmp_path)},
            stdout=out,
            stderr=out,
        )
    try:
        assert answers(f"http://127.0.0.1:{port}/api/ready", process), log.read_text(encoding="utf-8")
        health = json.loads(re.findall(r"^\s+CMD (\[.*\])$", DOCKERFILE, flags=re.MULTILINE)[0])
        probe = [sys.executable, *(word.replace(":8501", f":{port}") for word in health[1:])]
        assert subprocess.run(probe, check=False, capture_output=True).returncode == 0
    finally:
        process.terminate()
        assert process.wait(30) == 0
    settings = Settings(graph=server.address, user=server.user, password=server.password, home=tmp_path / "home")
    with open_graph(settings) as graph:
        assert graph.read("MATCH (n:Entity) RETURN count(n)") == [[0]], "demonstration data was loaded at an address"


def answers(address: str, process: subprocess.Popen[bytes]) -> bool:
    """Whether the address answers before the process ends or a minute goes by."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False
