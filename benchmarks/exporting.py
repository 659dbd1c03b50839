"""Every export, the handover package and the report, each in a process of its own, beside a plain copy of the rows."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ansvarskarta.exports.formats import formats
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.settings import Settings

from benchmarks.asking import DAY
from benchmarks.engines import environ, folder

MOST_MEMORY = 1_500
"""Megabytes that no export may need."""
COPY = "csv module, the same rows"
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock and of the processor, the most memory held and the size of what was written, in MB."""

    wall: float
    cpu: float
    peak: float
    size: float


def measure(tables: Path, count: int, settings: Settings, graph: Graph) -> str:
    """A Markdown table of the medians; what needed too much memory is marked."""
    programs = [(COPY, "benchmarks.alternatives.csv_copy", [str(tables), "{out}"]), *_ours(graph)]
    costs: dict[str, list[Cost]] = {name: [] for name, _, _ in programs}
    for _ in range(count):
        for name, module, arguments in programs:
            costs[name].append(_cost(module, arguments, settings))
    lines = [
        f"### Exports, {tables.name}",
        "",
        "| | wall, s | CPU, s | peak memory, MB | written, MB |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    return "\n".join([*lines, *(_line(name, some) for name, some in costs.items()), ""])


def _ours(graph: Graph) -> Iterator[tuple[str, str, list[str]]]:
    for one in formats().values():
        yield one.name, "ansvarskarta.cli", ["export", "--all-time", "--as", one.name, "--out", "{out}" + one.ending]
    actor, day = _leaving(graph)
    yield "handover", "ansvarskarta.cli", ["handover", "--actor", actor, "--date", day, "--out", "{out}.zip"]
    period = ["--from", "2026-01-01", "--to", DAY]
    yield "report", "ansvarskarta.cli", ["report", *period, "--out", "{out}.docx"]


def _leaving(graph: Graph) -> tuple[str, str]:
    """The actor whose most ownerships end on one day to come, and the day."""
    most = """
    MATCH (a:Actor)-[r:RESPONSIBLE_FOR {role: 'owner'}]->(:Bottleneck) WHERE r.valid_to >= $day
    RETURN a.id AS actor, r.valid_to AS day, count(r) AS rows ORDER BY rows DESC, actor, day LIMIT 1
    """
    ((actor, day, _),) = graph.read(most, {"day": DAY})
    return str(actor), str(day)


def _cost(module: str, arguments: Sequence[str], settings: Settings) -> Cost:
    with folder() as work:
        out, said = work / "out", work / "cost.json"
        command = [sys.executable, "-m", "benchmarks.measured", str(said), module]
        command += [part.replace("{out}", str(out)) for part in arguments]
        subprocess.run(command, check=True, env=environ(settings), stdout=subprocess.DEVNULL)
        cost = json.loads(said.read_text(encoding="ascii"))
        size = sum(path.stat().st_size for path in work.rglob("*") if path.is_file() and path != said)
    return Cost(**cost, size=size / _MEGABYTE)


def _line(name: str, costs: Sequence[Cost]) -> str:
    wall, cpu, peak, size = (
        statistics.median(getattr(one, what) for one in costs) for what in ("wall", "cpu", "peak", "size")
    )
    mark = " **too much**" if peak > MOST_MEMORY else ""
    return f"| {name} | {wall:.1f} | {cpu:.1f} | {peak:.0f}{mark} | {size:.0f} |"
