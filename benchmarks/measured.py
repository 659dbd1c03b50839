"""Runs a module as a program does, and writes what that took: ``measured.py FILE MODULE [ARGUMENT...]``.

A process of its own, and started before anything else is imported, so that time and memory are the program's alone.
"""

from __future__ import annotations

import json
import runpy
import sys
import time
from pathlib import Path

_KIBIBYTES_PER_MEGABYTE = 1_000_000 / 1024


def peak() -> float:
    """The most memory that this process has held, in megabytes. Linux alone says it for the program that runs.

    ``getrusage`` would count the process that started it too.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / _KIBIBYTES_PER_MEGABYTE


def main() -> None:
    """Runs the module and writes the file, also where the module ends the program."""
    out, module, *arguments = sys.argv[1:]
    sys.argv = [module, *arguments]
    begin = time.perf_counter()
    code: str | int | None = 0
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    cost = {"wall": time.perf_counter() - begin, "cpu": time.process_time(), "peak": peak()}
    Path(out).write_text(json.dumps(cost), encoding="ascii")
    sys.exit(code)


if __name__ == "__main__":
    main()
