"""The wheel: what is in it, and that it works alone, from another folder, on each Python that this machine has."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
VERSIONS = ("3.11", "3.12", "3.13")
UV = Path(sys.executable).parent / "uv"


def interpreter(version: str) -> str | None:
    """A Python of that version on this machine: on the path, or among pyenv's."""
    pyenv = sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob(f"versions/{version}.*/bin/python"))
    for candidate in (shutil.which(f"python{version}"), *map(str, pyenv)):
        if candidate and not subprocess.run([candidate, "--version"], check=False, capture_output=True).returncode:
            return candidate
    return None


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVARSKARTA_", "PYTHON"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**keep, **environment},
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tracked files so that nothing else can slip in."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    tracked = run("git", "ls-files", "-z", cwd=ROOT).stdout.split("\0")
    for name in filter(None, tracked):
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    built = run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", out, source, cwd=out)
    assert built.returncode == 0, built.stderr
    return next(out.glob("*.whl"))


def test_the_wheel_holds_all_of_the_product_and_no_generic_names(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.partition("/")[0] for name in names} == {"ansvarskarta", "ansvarskarta-0.1.0.dist-info"}
    for name in (
        "ansvarskarta/app.py",
        "ansvarskarta/py.typed",
        "ansvarskarta/data/norrland/responsible_for.csv",
        "ansvarskarta/queries/questions/who_owns.cypher",
        "ansvarskarta/texts/who.toml",
    ):
        assert name in names
    assert not [name for name in names if "/tests/" in name or "/benchmarks/" in name]


@pytest.mark.parametrize("version", VERSIONS)
def test_the_wheel_works_alone(wheel: Path, version: str, tmp_path: Path) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"this machine has no Python {version}")
    run(UV, "venv", "--python", python, tmp_path / "venv", cwd=tmp_path)
    pip = (UV, "pip", "install", "--python", tmp_path / "venv")
    locked = run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", cwd=tmp_path)
    assert locked.returncode == 0, locked.stderr
    assert run(*pip, "--no-deps", wheel, cwd=tmp_path).returncode == 0
    command = tmp_path / "venv" / "bin" / "ansvarskarta"
    home = str(tmp_path / "home")
    with started(command, home, cwd=tmp_path) as address:
        with urllib.request.urlopen(f"{address}/api/ready", timeout=30) as ready:
            assert ready.status == 200
        answer = run(command, "who", "elnät Boden", "--lang", "sv", cwd=tmp_path, ANSVARSKARTA_HOME=home)
        assert answer.returncode == 0, answer.stderr
        assert "Svenska kraftnät" in answer.stdout
        assert "Demonstrationsdata, inte ett register" in answer.stdout


@contextmanager
def started(command: Path, home: str, *, cwd: Path) -> Iterator[str]:
    """``ansvarskarta start`` on a free port: gives the address that it prints, and ends it all afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("ANSVARSKARTA_", "PYTHON"))}
    process = subprocess.Popen(
        [str(command), "start", "--port", str(port)],
        cwd=cwd,
        env={**keep, "ANSVARSKARTA_HOME": home},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        lines = iter(process.stdout.readline, "")
        yield next(f"http://127.0.0.1:{port}" for line in lines if f":{port}" in line)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
        process.stdout.close()
        run(command, "stop", cwd=cwd, ANSVARSKARTA_HOME=home)


def test_the_lock_resolves_for_python_3_14(tmp_path: Path) -> None:
    resolved = run(
        *(UV, "pip", "install", "--dry-run", "--python-version", "3.14", "--only-binary", ":all:"),
        *("--require-hashes", "-r", ROOT / "requirements.lock", "--target", tmp_path / "target"),
        cwd=tmp_path,
    )
    assert resolved.returncode == 0, resolved.stderr


def test_locks_carry_hashes_and_no_addresses() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = [line for line in text.splitlines() if line and not line.startswith(("    ", "#"))]
        assert text.count("--hash=sha256:") >= len(pins) > 50


def test_compose_is_valid_and_publishes_the_application_alone() -> None:
    check = run(
        *(Path(sys.executable).parent / "check-jsonschema", "--builtin-schema", "vendor.compose-spec"),
        ROOT / "docker-compose.yml",
        cwd=ROOT,
    )
    assert check.returncode == 0, check.stdout + check.stderr
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["app"]
    assert services["app"]["ports"] == ["${ANSVARSKARTA_BIND:-127.0.0.1}:${ANSVARSKARTA_PORT:-8501}:8501"]
    assert all("healthcheck" in services[name] or name == "app" for name in services)
    assert "HEALTHCHECK" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_secrets_are_made_by_one_command_and_kept(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    for _ in range(2):
        assert run("make", "secrets", f"PYTHON={sys.executable}", cwd=tmp_path).returncode == 0
        password = (tmp_path / "secrets" / "neo4j_password").read_text(encoding="utf-8")
        assert (tmp_path / "secrets" / "neo4j_auth").read_text(encoding="utf-8") == f"neo4j/{password}"
        assert len(password) == 32
    assert (tmp_path / "secrets").stat().st_mode & 0o077 == 0
