"""``start`` as a process: pages that answer, data that stays, and nothing left behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from ansvarskarta.terminal import serving
from terminal_processes import Terminal

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to one process")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def started(terminal: Terminal, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server that has said where it is, and the line it said it in."""
    process = terminal.begin("start", *options)
    try:
        assert process.stdout is not None
        yield process, process.stdout.readline()
    finally:
        process.kill()
        process.communicate()


@needs_signals
def test_start_loads_serves_and_ends_with_the_data_kept(bare: Terminal) -> None:
    port = free_port()
    with started(bare, "--port", str(port)) as (process, line):
        assert line == f"Ansvarskarta finns på http://127.0.0.1:{port}\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert page.status == 200
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
        assert process.returncode == 0
    assert err.startswith("Öppnar databasen…\nDatabasen är tom: läser in demonstrationsdatan…\n")
    assert err.endswith("Avsluta med Ctrl-C. Datan finns kvar.\n\nAvslutat. Datan finns kvar.\n")
    assert bare("who", "elnät Boden").stdout.startswith("Den ")


@needs_signals
def test_empty_stays_empty_and_a_killed_server_leaves_its_port(bare: Terminal) -> None:
    port = free_port()
    with started(bare, "--port", str(port), "--empty") as (process, _):
        os.kill(process.pid, signal.SIGKILL)
        process.wait(timeout=30)
        serving.require_free("127.0.0.1", port)
    assert json.loads(bare("ask", "search", "text=elnät", "--format", "json").stdout)["rows"] == []


@needs_signals
def test_json_names_the_address_and_why_it_is_read_only(filled: Terminal) -> None:
    port = free_port()
    with started(filled, "--port", str(port), "--read-only", "--format", "json", "-q") as (process, line):
        assert json.loads(line) == {
            "url": f"http://127.0.0.1:{port}",
            "read_only": "Sidorna går bara att läsa, eftersom --read-only är angivet.",
        }
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
        assert (out, err, process.returncode) == ("", "", 0)


def test_a_taken_port_is_said_with_one_that_is_free(bare: Terminal) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = bare("start", "--port", str(port))
    assert done.returncode == 2
    assert done.stderr.startswith(f"Fel: Port {port} används redan av ett annat program")
    assert f"”ansvarskarta start --port {port + 1}”, som är ledig" in done.stderr
    assert not bare.home.exists()


def test_a_host_that_is_not_ours_is_said_to_be_so(bare: Terminal) -> None:
    done = bare("start", "--host", "192.0.2.1")
    assert done.returncode == 2
    assert done.stderr.startswith("Fel: Datorn kan inte ta emot besök på 192.0.2.1, port 8501")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8501"),
        ("0.0.0.0", "http://127.0.0.1:8501"),  # noqa: S104 (nothing is bound)
        ("::", "http://[::1]:8501"),
        ("::1", "http://[::1]:8501"),
        ("karta.example.org", "http://karta.example.org:8501"),
    ],
)
def test_the_address_can_be_typed(host: str, expected: str) -> None:
    assert serving.url(host, 8501) == expected
