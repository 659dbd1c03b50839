"""A load that is killed, interrupted or loses its engine, at each stage: all of before is there, or a marked series."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from ansvarskarta.graph.changes import loads
from ansvarskarta.graph.commit import under_way
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.settings import Settings
from ansvarskarta.graph.snapshot import read_all
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.loading import load
from engines import environ
from graph_clients import pid_of, until

Rows = Sequence[Mapping[str, str]]
Write = Callable[..., Path]
Start = Callable[..., "subprocess.Popen[str]"]
STOPPED = Path(__file__).with_name("stopped_load.py")
BEFORE = [{"id": "theme:before", "name": "Before"}]
WHOLE, IN_PARTS = 1_000, 3

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")


@pytest.fixture
def stopped() -> Iterator[Start]:
    """Starts a load that stops at a point, and waits until it is there."""
    started: list[subprocess.Popen[str]] = []

    def start(settings: Settings, folder: Path, point: str, number: int, most: int) -> subprocess.Popen[str]:
        command = [sys.executable, str(STOPPED), point, str(number), str(most), str(folder)]
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, env=environ(settings), stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n", process.stderr and process.stderr.read()
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


@dataclass(frozen=True)
class Scene:
    """A graph that holds what was acknowledged before, and a folder whose load is to be stopped."""

    graph: Graph
    settings: Settings
    folder: Path
    start: Start

    def stop(self, point: str, number: int, most: int) -> subprocess.Popen[str]:
        return self.start(self.settings, self.folder, point, number, most)


@pytest.fixture
def scene(graph: Graph, request: pytest.FixtureRequest, stopped: Start, tables: Write, world: dict[str, Rows]) -> Scene:
    load(graph, [tables(themes=BEFORE)], person="Eva")
    return Scene(graph, request.getfixturevalue(f"{graph.engine.value}_settings"), tables(**world), stopped)


@pytest.fixture
def own_scene(home: Path, stopped: Start, tables: Write, world: dict[str, Rows]) -> Iterator[Scene]:
    """The same on an embedded engine of its own, which may be killed."""
    settings = Settings(home=home)
    with open_graph(settings) as graph:
        load(graph, [tables(themes=BEFORE)], person="Eva")
        yield Scene(graph, settings, tables(**world), stopped)


def rows_in(graph: Graph) -> dict[str, list[Row]]:
    return {name: rows for name, rows in read_all(graph).items() if rows}


def completed(scene: Scene) -> None:
    """Loads the folder; all of it is there then, beside what was there before, and once."""
    graph, folder = scene.graph, scene.folder
    load(graph, [folder], person="Eva")
    assert under_way(graph) is None
    assert all(done.is_done for done in loads(graph))
    held = rows_in(graph)
    assert sum(map(len, held.values())) == 12
    assert [row["id"] for row in held["themes"]] == ["theme:before", "theme:t"]
    assert [row["scope"] for row in held["responsible_for"]] == [["county:25", "municipality:2580"]]
    assert sum(done.rows for done in loads(graph)) == 12, "each row stands in the record, and once"
    assert load(graph, [folder], person="Eva").changes_nothing


@pytest.mark.parametrize(("point", "number"), [("read", 0), ("check", 0), ("write", 1), ("write", 6), ("write", 11)])
def test_a_killed_load_in_one_transaction_changes_nothing(scene: Scene, point: str, number: int) -> None:
    before, version = rows_in(scene.graph), scene.graph.version()
    scene.stop(point, number, WHOLE).kill()
    assert (rows_in(scene.graph), scene.graph.version(), len(loads(scene.graph))) == (before, version, 1)
    assert under_way(scene.graph) is None
    completed(scene)


@pytest.mark.parametrize(("point", "number"), [("committed", 1), ("done", 0)])
def test_a_load_that_is_killed_once_it_is_written_is_there(scene: Scene, point: str, number: int) -> None:
    scene.stop(point, number, WHOLE).kill()
    assert [done.is_done for done in loads(scene.graph)] == [True, True]
    assert load(scene.graph, [scene.folder], person="Eva").changes_nothing
    completed(scene)


@pytest.mark.parametrize(
    ("point", "number", "written"),
    [
        pytest.param("committed", 1, 1, id="it is marked"),
        pytest.param("write", 2, 1, id="within the first part"),
        pytest.param("committed", 2, 4, id="after the first part"),
        pytest.param("write", 8, 7, id="within the third part"),
        pytest.param("committed", 5, 12, id="after the last part"),
    ],
)
def test_a_killed_series_is_marked_and_goes_on(scene: Scene, point: str, number: int, written: int) -> None:
    scene.stop(point, number, IN_PARTS).kill()
    latest, first = loads(scene.graph)
    assert (latest.is_done, first.is_done) == (False, True)
    assert under_way(scene.graph) == latest.id
    assert sum(map(len, rows_in(scene.graph).values())) == written
    assert "theme:before" in {row["id"] for row in rows_in(scene.graph)["themes"]}
    completed(scene)
    assert [done.id for done in loads(scene.graph)] == [latest.id, first.id], "it went on as the same load"


@needs_signals
@pytest.mark.parametrize("point", ["read", "check", "write"])
def test_ctrl_c_leaves_the_graph_as_it_was(scene: Scene, point: str) -> None:
    before, version = rows_in(scene.graph), scene.graph.version()
    loading = scene.stop(point, 0, WHOLE)
    loading.send_signal(signal.SIGINT)
    _, said = loading.communicate(timeout=60)
    assert loading.returncode == 130
    assert "Traceback" not in said
    assert (rows_in(scene.graph), scene.graph.version(), len(loads(scene.graph))) == (before, version, 1)


@pytest.mark.parametrize("most", [WHOLE, IN_PARTS], ids=["one transaction", "a series"])
@pytest.mark.parametrize("victims", [("engine_pid",), ("supervisor_pid", "engine_pid")], ids=["engine", "both"])
def test_a_load_whose_engine_is_killed_goes_on_by_itself(own_scene: Scene, victims: tuple[str, ...], most: int) -> None:
    loading = own_scene.stop("write", 8, most)
    pids = [pid_of(folder_of(own_scene.settings.home), victim) for victim in victims]
    for pid in pids:
        psutil.Process(pid).kill()
    until(lambda: not any(map(is_alive, pids)))
    _, said = loading.communicate("\n", timeout=120)
    assert loading.returncode == 0, said
    assert len(loads(own_scene.graph)) == 2
    completed(own_scene)


def is_alive(pid: int) -> bool:
    """Whether the process still runs; one that nobody has asked about yet stays in the table as a zombie."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
