"""What is handed over: an actor's responsibilities, those that rest on a mandate, or both, on a day."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.exports.content import Content
from ansvarskarta.exports.responsibilities import Responsibility, responsibilities


@dataclass(frozen=True, slots=True)
class Asked:
    """The last day, and the actor or the mandate by their ids."""

    date: str
    actor: str | None = None
    mandate: str | None = None

    @property
    def parameters(self) -> dict[str, str]:
        """As the question ``handover`` takes them."""
        given = {"actor": self.actor, "mandate": self.mandate, "date": self.date}
        return {name: value for name, value in given.items() if value is not None}

    def concerns(self, one: Responsibility) -> bool:
        """Whether a responsibility is the actor's, or rests on the mandate."""
        return self.actor in (None, one.actor) and self.mandate in (None, one.mandate)


def ending_days(content: Content, asked: Asked) -> list[str]:
    """All days on which a responsibility of the actor, or by the mandate, ends; rising."""
    return sorted({one.end for one in responsibilities(content) if one.end and asked.concerns(one)})


def next_day(content: Content, asked: Asked) -> str | None:
    """The next of those days after the one asked, if there is one."""
    return next((day for day in ending_days(content, asked) if day > asked.date), None)
