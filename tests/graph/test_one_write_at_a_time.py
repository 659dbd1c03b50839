"""Writers in several processes lose nothing, and what was acknowledged survives any kill."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import psutil
import pytest
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.embedded.folder import Folder
from ansvarskarta.graph.settings import Settings
from engines import wipe
from graph_clients import Start, pid_of, supervisors_of, until

THEMES = "MATCH (n:Theme) RETURN n.id ORDER BY n.id"


def test_two_processes_that_write_at_once(graph: Graph, request: pytest.FixtureRequest, client: Start) -> None:
    settings: Settings = request.getfixturevalue(f"{graph.engine.value}_settings")
    before = graph.version().number
    writers = [client(settings, name, 15) for name in ("a", "b")]
    written = [process.communicate(timeout=120) for process in writers]
    acknowledged = [id_ for output, errors in written if not errors for id_ in output.split() if id_ != "open"]
    assert len(acknowledged) == 30
    assert [row[0] for row in graph.read(THEMES)] == sorted(acknowledged)
    assert graph.version().number == before + 30


@pytest.mark.parametrize("victims", [("engine_pid",), ("supervisor_pid", "engine_pid")], ids=["engine", "both"])
def test_what_was_acknowledged_survives_kills_under_load(
    home: Path, folder: Folder, client: Start, victims: tuple[str, ...]
) -> None:
    settings = Settings(home=home)
    open_graph(settings).close()
    writer = client(settings, "w", 300)
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().strip() for _ in range(8)][1:]
    for _ in range(2):
        for victim in victims:
            psutil.Process(pid_of(folder, victim)).kill()
        assert writer.poll() is None
        acknowledged += [writer.stdout.readline().strip() for _ in range(60)]
        until(folder.endpoint.exists)
    rest, errors = writer.communicate(timeout=120)
    acknowledged += rest.split()
    assert (errors, len(acknowledged)) == ("", 300), "the writer went on by itself"
    with open_graph(settings) as graph:
        assert [row[0] for row in graph.read(THEMES)] == sorted(acknowledged)
        assert graph.read("MATCH (n:Theme) RETURN count(DISTINCT n.id) = count(n)") == [[True]]


def test_a_killed_writer_leaves_what_it_acknowledged_and_no_lock(home: Path, folder: Folder, client: Start) -> None:
    settings = Settings(home=home)
    writer = client(settings, "w", 1_000)
    assert writer.stdout is not None
    acknowledged = [writer.stdout.readline().strip() for _ in range(12)][1:]
    writer.kill()
    for supervisor in supervisors_of(folder):
        supervisor.kill()
    acknowledged += writer.communicate()[0].split()
    with open_graph(settings) as graph:
        graph.write(lambda tx: tx.run("CREATE (:Entity:Actor {id: 'agency:next'})").consume())
        found = [str(row[0]) for row in graph.read(THEMES)]
    assert set(acknowledged) <= set(found)
    assert len(found) - len(acknowledged) <= 1, "at most the write that was under way"


def create(tx: neo4j.ManagedTransaction, id_: str) -> None:
    tx.run("CREATE (:Entity:Theme {id: $id})", id=id_).consume()


def test_a_reader_reads_its_own_writes_while_others_write(graph: Graph) -> None:
    wipe(graph)
    for number in range(10):
        graph.write(partial(create, id_=f"theme:{number}"))
        assert graph.read("MATCH (n:Theme) RETURN count(n)") == [[number + 1]]
