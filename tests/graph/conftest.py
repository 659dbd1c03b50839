"""Clients in processes of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from ansvarskarta.graph.embedded.folder import Folder
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.settings import Settings
from engines import environ
from graph_clients import Start

CLIENT = Path(__file__).with_name("client.py")


@pytest.fixture
def client() -> Iterator[Start]:
    """Starts clients; those that still run are killed after the test."""
    started: list[subprocess.Popen[str]] = []

    def start(settings: Settings, prefix: str = "x", count: int = 0) -> subprocess.Popen[str]:
        command = [sys.executable, str(CLIENT), prefix, str(count)]
        pipe = subprocess.PIPE
        started.append(subprocess.Popen(command, env=environ(settings), stdout=pipe, stderr=pipe, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.fixture
def folder(home: Path) -> Folder:
    return folder_of(home)
