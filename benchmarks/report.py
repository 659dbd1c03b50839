"""Medians of several rounds, and how they compare, as Markdown tables."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Timings:
    """Seconds by what was timed, in the order of the first time; ``notes`` say what can't be read from the numbers."""

    title: str
    seconds: dict[str, list[float]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @contextmanager
    def timed(self, what: str) -> Iterator[None]:
        """Adds how long the block takes."""
        begin = time.perf_counter()
        yield
        self.add(what, time.perf_counter() - begin)

    def add(self, what: str, seconds: float) -> None:
        """Adds one time."""
        self.seconds.setdefault(what, []).append(seconds)

    def median(self, what: str) -> float:
        """The median of what was timed, in seconds."""
        return statistics.median(self.seconds[what])

    def table(self, goals: Sequence[Goal] = (), unit: float = 1.0, unit_name: str = "s") -> str:
        """All medians with their spread, then each goal with the ratio that was measured."""
        lines = [f"### {self.title}", "", f"| | median, {unit_name} | least | most |", "| --- | ---: | ---: | ---: |"]
        for what, times in self.seconds.items():
            values = (statistics.median(times), min(times), max(times))
            lines.append(f"| {what} | " + " | ".join(f"{value / unit:.2f}" for value in values) + " |")
        met = [goal.line(self) for goal in goals if goal.what in self.seconds and goal.against in self.seconds]
        if met:
            lines += ["", "| ratio | measured | at most | |", "| --- | ---: | ---: | --- |", *met]
        return "\n".join([*lines, "", *[f"{note}\n" for note in self.notes]])


@dataclass(frozen=True)
class Goal:
    """That one thing takes at most so many times what another takes."""

    what: str
    against: str
    at_most: float

    def line(self, timings: Timings) -> str:
        """The goal as a row of a table."""
        ratio = timings.median(self.what) / timings.median(self.against)
        verdict = "met" if ratio <= self.at_most else "**missed**"
        return f"| {self.what} / {self.against} | {ratio:.2f} | {self.at_most:.2f} | {verdict} |"


def rounds(count: int, *steps: Callable[[], None]) -> None:
    """Runs all steps one after the other, so many times, so that a slow minute of the machine hits all alike."""
    for _ in range(count):
        for step in steps:
            step()
