"""Who is responsible for the open bottlenecks, fetched in bulk: the engines look into each bottleneck far slower."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from ansvarskarta.graph.model.relationships import OWNER
from ansvarskarta.queries.asking import Asked
from ansvarskarta.queries.geography import Part
from ansvarskarta.queries.ordering import AnswerRow


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An accepted responsibility from its start to its end, both inclusive; ``None`` where nothing bounds it."""

    actor: str
    actor_name: str
    role: str
    scope: list[str] | None
    mandate: str | None
    start: str | None
    end: str | None

    def holds(self, day: str) -> bool:
        """Whether it holds on the day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def ended_before(self, day: str) -> bool:
        """Whether it held on some day, and its end lies before this one."""
        return self.end is not None and self.end < day and (self.start is None or self.start <= self.end)


ByBottleneck: TypeAlias = Mapping[str, list[Responsibility]]


def responsibilities(asked: Asked) -> ByBottleneck:
    """By open bottleneck, from a question's statements ``responsibilities`` and ``mandates``."""
    mandates = {str(row["mandate"]): row for row in asked.run("mandates")}
    found: dict[str, list[Responsibility]] = {}
    for row in asked.run("responsibilities"):
        mandate = mandates.get(str(row["mandate"]), {})
        if mandate.get("is_accepted", True):
            found.setdefault(str(row["bottleneck"]), []).append(_responsibility(row, mandate))
    return found


def holding(of: Iterable[Responsibility], day: str, role: str = OWNER) -> list[Responsibility]:
    """Those of the role that hold on the day."""
    return [one for one in of if one.role == role and one.holds(day)]


def as_parts(of: Iterable[Responsibility]) -> list[Part]:
    """Each as its actor and scope."""
    return [(one.actor, one.scope) for one in of]


def _responsibility(row: AnswerRow, mandate: AnswerRow) -> Responsibility:
    starts = cast("list[str | None]", [row["valid_from"], row["actor_from"], mandate.get("valid_from")])
    ends = cast("list[str | None]", [row["valid_to"], row["actor_to"], mandate.get("valid_to")])
    return Responsibility(
        actor=cast("str", row["actor"]),
        actor_name=cast("str", row["actor_name"]),
        role=cast("str", row["role"]),
        scope=cast("list[str] | None", row["scope"]),
        mandate=cast("str | None", row["mandate"]),
        start=max(filter(None, starts), default=None),
        end=min(filter(None, ends), default=None),
    )
