"""What the engine meets on a machine, each told in a sentence: no right to write, a full disk, a later folder."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded import installation, process
from ansvarskarta.graph.embedded.command import HOST, Ports
from ansvarskarta.graph.embedded.folder import Folder, prepare
from ansvarskarta.graph.embedded.installation import find_installation
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.settings import Settings
from ansvarskarta.texts import Language
from engines import environ

NOBODY = 65534
NO_SMALL_DISK = "a full disk needs the right to mount a small one, which this machine does not give"


@contextmanager
def not_root() -> Iterator[None]:
    """Root may write everywhere: within this, we are nobody."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def refusal(home: Path) -> DatabaseUnavailable:
    with pytest.raises(DatabaseUnavailable) as refused:
        open_graph(Settings(home=home))
    for lang in Language:
        assert str(home) in refused.value.message(lang)
        assert refused.value.hint(lang)
    return refused.value


def test_a_folder_that_can_not_be_written() -> None:
    base = Path("/tmp") if Path("/tmp").is_dir() else Path.home()  # noqa: S108  # nobody can't enter pytest's own folder
    home = base / f"ansvarskarta-test-{os.getpid()}"
    home.mkdir(mode=0o755)
    try:
        home.chmod(0o555)
        with not_root():
            error = refusal(home)
        assert error.code == "engine.folder_not_writable"
        assert "Permission denied" in error.message(Language.EN)
        assert list(home.iterdir()) == []
    finally:
        shutil.rmtree(home)


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("", encoding="utf-8")
    assert refusal(tmp_path / "home").code == "engine.folder_not_writable"


@pytest.mark.parametrize(
    ("made", "code"),
    [
        ({"format": 2, "engine": "26.10.2"}, "engine.folder_newer"),
        ({"format": 1, "engine": "99.1"}, "engine.folder_newer_engine"),
    ],
)
def test_a_folder_of_a_later_version_is_left_alone(tmp_path: Path, made: dict[str, object], code: str) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    (folder / "format.json").write_text(json.dumps(made), encoding="utf-8")
    assert refusal(tmp_path).code == code
    assert json.loads((folder / "format.json").read_text(encoding="utf-8")) == made
    assert not (folder / "databases").exists()


def test_a_machine_without_the_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installation, "find_spec", lambda _: None)
    with pytest.raises(DatabaseUnavailable) as refused:
        open_graph(Settings(home=tmp_path))
    assert refused.value.code == "engine.not_installed"
    assert "ANSVARSKARTA_GRAPH" in refused.value.hint(Language.SV)


@pytest.mark.parametrize("taken", ["bolt", "http"])
def test_a_port_that_is_taken_gives_way_to_another(tmp_path: Path, taken: str) -> None:
    folder, engine = Folder(tmp_path / "graph"), find_installation()
    prepare(folder, engine)
    free = process.free_ports()
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        listener.listen()
        port = listener.getsockname()[1]
        first = Ports(port, free.http) if taken == "bolt" else Ports(free.bolt, port)
        chosen = iter([first, free])
        running = process.start(folder, engine, lambda: next(chosen))
        try:
            assert running.ports == free
            assert running.process.poll() is None
        finally:
            process.end(running.process)
    assert list(chosen) == []


FILL = """
import sys
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.settings import Settings
with open_graph(Settings.from_environment()) as graph:
    number = 0
    try:
        while True:
            text = f"{number:06}" * 20_000
            graph.write(lambda tx: tx.run("CREATE (:Load {id: $id, text: $text})", id=str(number), text=text).consume())
            number += 1
    except DatabaseUnavailable as error:
        print(error.code, number)
"""
HOLDS = """
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
settings = Settings.from_environment()
with open_graph(settings) as graph:
    print(sorted(int(row[0]) for row in graph.read("MATCH (l:Load) RETURN l.id")))
    graph.write(lambda tx: tx.run("CREATE (:Load {id: 'more'})").consume())
stop_engine(folder_of(settings.home))
"""


def on_small_disk(script: str, home: Path) -> str:
    """What a shell script prints that may mount: in a name space of its own, where $PYTHON runs what it is given."""
    names = environ(Settings(home=home)) | {"PYTHON": sys.executable, "DISK": str(home), "FILL": FILL, "HOLDS": HOLDS}
    command = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"]), "sh", "-e", "-c", script]
    done = subprocess.run(command, env=names, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def may_mount() -> None:
    """Skips, and says so, where this machine lets nobody mount a small disk; with CI=true that is a failure."""
    probe = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    probe += ["mount", "-t", "tmpfs", "none", "/mnt"]
    if shutil.which("unshare") is None or subprocess.run(probe, capture_output=True, check=False).returncode:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI=true, and {NO_SMALL_DISK}")
        pytest.skip(NO_SMALL_DISK)


@pytest.mark.usefixtures("may_mount")
def test_a_disk_that_fills_up_loses_nothing_that_was_acknowledged(home: Path) -> None:
    home.mkdir()
    said = on_small_disk(
        """
        mount -t tmpfs -o size=40m none "$DISK"
        "$PYTHON" -c "$FILL"
        mount -o remount,size=400m "$DISK"
        "$PYTHON" -c "$HOLDS"
        """,
        home,
    )
    filled, held = said.splitlines()
    code, acknowledged = filled.split()
    assert code == "engine.disk_full"
    assert int(acknowledged) > 3
    assert json.loads(held)[: int(acknowledged)] == list(range(int(acknowledged)))


@pytest.mark.usefixtures("may_mount")
def test_a_start_on_a_full_disk(home: Path) -> None:
    home.mkdir()
    said = on_small_disk(
        """
        mount -t tmpfs -o size=60k none "$DISK"
        "$PYTHON" -c "
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.settings import Settings
try:
    open_graph(Settings.from_environment())
except DatabaseUnavailable as error:
    print(error.code)
"
        """,
        home,
    )
    assert said.split() == ["engine.disk_full"]
