"""The terminal as users meet it: a process of its own, on the embedded engine, over the demonstration data."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

COMMAND = (sys.executable, "-m", "ansvarskarta.cli")


@dataclass(frozen=True)
class Terminal:
    """Runs commands against one home; Swedish unless asked otherwise."""

    home: Path
    environ: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("ANSVARSKARTA_", "LC_", "LANG"))
        }
        return kept | {"ANSVARSKARTA_HOME": str(self.home)} | dict(self.environ)

    def __call__(self, *arguments: str | Path, given: str = "", **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *map(str, arguments)],
            input=given,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            env=self.environment() | environ,
        )

    def begin(self, *arguments: str | Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=self.environment(),
        )
