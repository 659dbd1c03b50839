"""Homes for the terminal's tests: an empty one, and one with the demonstration data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.loaders.demonstration import demonstration
from terminal_processes import Terminal


@pytest.fixture
def bare(home: Path) -> Terminal:
    """A terminal with an empty home."""
    return Terminal(home)


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A terminal whose graph tests write to, each with ids of its own."""
    home = tmp_path_factory.mktemp("terminal-scratch")
    yield Terminal(home)
    stop_engine(folder_of(home))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """A terminal whose graph holds the demonstration data; tests only read."""
    home = tmp_path_factory.mktemp("terminal-home")
    terminal = Terminal(home)
    loaded = terminal("load", demonstration())
    assert loaded.returncode == 0, loaded.stderr
    yield terminal
    stop_engine(folder_of(home))
