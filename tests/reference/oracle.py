"""An independent answer to every question but ``search``: plain Python over the tables, by the contract's words."""

from __future__ import annotations

# Each module adds the questions that it answers.
from reference import gaps, handover, ownership, structure  # noqa: F401
from reference.answer import QUESTIONS, Expected, Parameters
from reference.day import Day
from reference.world import Tables, World


class Oracle:
    """Answers about one graph; keeps what it found out about a day."""

    def __init__(self, tables: Tables) -> None:
        self.world = World(tables)
        self._days: dict[str, Day] = {}

    def day(self, day: str, lang: str) -> Day:
        """The graph as of a day."""
        key = f"{day} {lang}"
        if key not in self._days:
            self._days[key] = Day(self.world, day, lang)
        return self._days[key]

    def answer(self, question: str, parameters: Parameters, day: str, lang: str = "sv") -> Expected:
        """What the question's answer is."""
        return QUESTIONS[question](self.day(day, lang), parameters)
