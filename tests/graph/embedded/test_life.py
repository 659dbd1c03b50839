"""One engine a folder: started on demand, shared, ended when nobody needs it."""

from __future__ import annotations

import json
import socket
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.files import read_object, write_private
from ansvarskarta.graph.embedded.folder import Folder, prepare
from ansvarskarta.graph.embedded.installation import find_installation
from ansvarskarta.graph.embedded.lease import Lease
from ansvarskarta.graph.embedded.locks import Lock, is_held
from ansvarskarta.graph.embedded.status import engine_status, stop_engine
from ansvarskarta.graph.settings import Settings
from graph_clients import Start, engines_on, pid_of, supervisors_of, until


def test_several_that_start_at_once_share_one_engine(home: Path, folder: Folder, client: Start) -> None:
    clients = [client(Settings(home=home), f"c{number}", 3) for number in range(3)]
    written = [process.communicate(timeout=60)[0].split() for process in clients]
    assert written == [["open", *(f"theme:c{number}-{i}" for i in range(3))] for number in range(3)]
    assert len(engines_on(folder)) == 1
    assert len(supervisors_of(folder)) == 1
    with open_graph(Settings(home=home)) as graph:
        assert graph.read("MATCH (n:Theme) RETURN count(n)") == [[9]]


def test_it_ends_when_the_last_client_has_gone(folder: Folder) -> None:
    first = Lease(folder, idle=0.5)
    second = Lease(folder, idle=0.5)
    assert first.port == second.port
    first.release()
    with pytest.raises(AssertionError):
        until(lambda: not is_held(folder.server_lock), seconds=2)
    second.release()
    until(lambda: not is_held(folder.server_lock), seconds=10)
    assert engines_on(folder) == []
    assert not folder.endpoint.exists()
    assert not folder.unclean.exists()


def test_it_ends_when_its_client_was_killed(folder: Folder, home: Path, client: Start) -> None:
    keeper = Lease(folder, idle=0.5)
    process = client(Settings(home=home))
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    keeper.release()
    process.kill()
    until(lambda: not is_held(folder.server_lock), seconds=10)
    assert list(folder.leases.iterdir()) == []


def test_status_and_stop(home: Path, folder: Folder) -> None:
    assert engine_status(folder) is None
    assert stop_engine(folder) is False
    settings = Settings(home=home)
    with open_graph(settings) as graph:
        token = graph.version().token
        status = engine_status(folder)
        assert status is not None
        assert status.address == graph.address
        assert status.clients == 1
        assert status.pid == pid_of(folder, "engine_pid")
        assert 50_000_000 < status.memory < 400_000_000
        assert stop_engine(folder) is True
        assert engine_status(folder) is None
        assert engines_on(folder) == []
        assert graph.version().token == token, "the next question starts it again"
        assert engine_status(folder) is not None


def test_nothing_in_the_folder_is_for_others(home: Path, folder: Folder) -> None:
    open_graph(Settings(home=home)).close()
    for path in (folder.root, folder.config, folder.leases, folder.logs):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700, path
    secret = [folder.passwords, folder.config / "server-users.jsonl", folder.config / "server-groups.json"]
    for path in secret:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def test_no_password_is_on_a_command_line(home: Path, folder: Folder) -> None:
    with open_graph(Settings(home=home)):
        passwords = list((read_object(folder.passwords) or {}).values())
        assert len(passwords) == 2
        lines = [" ".join(process.info["cmdline"] or ()) for process in psutil.process_iter(["cmdline"])]
        assert any(str(folder.root) in line for line in lines)
        assert not any(str(password) in line for password in passwords for line in lines)


@pytest.mark.parametrize("victim", ["engine_pid", "supervisor_pid"])
def test_a_killed_engine_or_supervisor_is_mended_under_an_open_graph(
    home: Path, folder: Folder, victim: str, client: Start
) -> None:
    settings = Settings(home=home)
    with open_graph(settings) as graph:
        graph.write(lambda tx: tx.run("CREATE (:Entity:Theme {id: 'theme:before'})").consume())
        psutil.Process(pid_of(folder, victim)).kill()
        other = client(settings, "other", 1)
        assert other.communicate(timeout=60)[0].split() == ["open", "theme:other-0"]
        graph.write(lambda tx: tx.run("CREATE (:Entity:Theme {id: 'theme:after'})").consume())
        rows = graph.read("MATCH (n:Theme) RETURN n.id ORDER BY n.id")
    assert rows == [["theme:after"], ["theme:before"], ["theme:other-0"]]
    until(lambda: len(engines_on(folder)) == 1)


def test_what_a_killed_supervisor_left_is_not_believed(folder: Folder) -> None:
    prepare(folder, find_installation())
    with socket.create_server(("127.0.0.1", 0)) as orphan, Lock(folder.server_lock) as next_supervisor:
        orphan_port = orphan.getsockname()[1]
        assert next_supervisor.take()
        write_private(folder.endpoint, json.dumps({"port": orphan_port}))
        with ThreadPoolExecutor(1) as pool:
            lease = pool.submit(Lease, folder, idle=0.5)
            with pytest.raises(TimeoutError):
                lease.result(timeout=1)
            next_supervisor.release()
            port = lease.result(timeout=60).port
    assert port != orphan_port
    lease.result().release()
    until(lambda: not is_held(folder.server_lock), seconds=10)


def stage(name: str) -> Callable[[Folder], bool]:
    """Whether a start has come as far as that."""
    return {
        "the folder is made": lambda folder: folder.passwords.exists(),
        "the supervisor lives": lambda folder: is_held(folder.server_lock),
        "the engine starts": lambda folder: bool(engines_on(folder)),
        "the database is made": lambda folder: (folder.databases / "ansvarskarta").exists(),
        "it answers": lambda folder: folder.endpoint.exists(),
        "the schema is made": lambda folder: any(folder.databases.glob("*/Entity*")),
    }[name]


@pytest.mark.parametrize(
    ("when", "victims"),
    [
        ("the folder is made", "client"),
        ("the supervisor lives", "supervisor"),
        ("the engine starts", "client"),
        ("the engine starts", "supervisor"),
        ("the engine starts", "engine"),
        ("the database is made", "supervisor and engine"),
        ("it answers", "supervisor"),
        ("the schema is made", "engine"),
        ("the schema is made", "client, supervisor and engine"),
    ],
)
def test_a_first_start_that_was_killed_is_mended_by_the_next(
    home: Path, folder: Folder, when: str, victims: str, client: Start
) -> None:
    settings = Settings(home=home)
    starting = client(settings, "first", 1)
    has_come = stage(when)
    until(lambda: has_come(folder))
    if "client" in victims:
        starting.kill()
    if "supervisor" in victims:
        for process in supervisors_of(folder):
            process.kill()
    if "engine" in victims:
        for process in engines_on(folder):
            process.kill()

    with open_graph(settings) as graph:
        graph.write(lambda tx: tx.run("CREATE (:Entity:Theme {id: 'theme:mine'})").consume())
        if "client" not in victims:
            assert starting.communicate(timeout=60) == ("open\ntheme:first-0\n", "")
            assert graph.read("MATCH (n:Theme) RETURN count(n)") == [[2]]
        assert graph.read("SHOW CONSTRAINTS YIELD name RETURN count(*)") == [[3]]
    assert len(engines_on(folder)) == 1
