"""Clients in processes of their own, and a look at what runs on a folder."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable

import psutil
from ansvarskarta.graph.embedded.command import mark
from ansvarskarta.graph.embedded.files import read_object
from ansvarskarta.graph.embedded.folder import Folder

Start = Callable[..., "subprocess.Popen[str]"]


def engines_on(folder: Folder) -> list[psutil.Process]:
    """The engines that run on a folder."""
    return [process for process in psutil.process_iter(["cmdline"]) if mark(folder) in (process.info["cmdline"] or ())]


def supervisors_of(folder: Folder) -> list[psutil.Process]:
    """The supervisors of a folder."""
    return [
        process
        for process in psutil.process_iter(["cmdline"])
        if "ansvarskarta.graph.embedded.supervisor" in (line := process.info["cmdline"] or [])
        and str(folder.root) in line
    ]


def pid_of(folder: Folder, name: str) -> int:
    """A process id that the folder's endpoint names."""
    return int(str((read_object(folder.endpoint) or {})[name]))


def until(condition: Callable[[], object], seconds: float = 60) -> None:
    """Waits for a condition."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not come about"
        time.sleep(0.005)
