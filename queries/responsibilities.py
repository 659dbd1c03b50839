"""Who is responsible for the open bottlenecks, fetched in bulk: the engines look into each bottleneck far slower."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias, TypedDict, cast

from ansvarskarta.graph.model.relationships import OWNER
from ansvarskarta.queries.asking import Asked
from ansvarskarta.queries.geography import Part
from ansvarskarta.queries.ordering import AnswerRow


class _Days(TypedDict, total=False):
    valid_from: str | None
    valid_to: str | None


class _Read(_Days):
    actor: str
    actor_name: str
    actor_from: str | None
    actor_to: str | None
    role: str
    scope: list[str] | None
    mandate: str | None


class Responsibility(NamedTuple):
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


class Holder(NamedTuple):
    """Somebody who has a role for a bottleneck on the day that is asked about."""

    actor: str
    role: str
    scope: list[str] | None


class _Held(TypedDict):
    bottleneck: str
    actor: str
    role: str
    scope: list[str] | None


def responsibilities(asked: Asked, statement: str = "responsibilities") -> ByBottleneck:
    """By open bottleneck, from the question's statement of that name and from ``mandates``."""
    mandates = {str(row["mandate"]): row for row in asked.run("mandates")}
    found: dict[str, list[Responsibility]] = {}
    for row in asked.run(statement):
        mandate = mandates.get(str(row["mandate"]), {})
        if mandate.get("is_accepted", True):
            found.setdefault(str(row["bottleneck"]), []).append(_responsibility(row, mandate))
    return found


def holders(asked: Asked) -> Mapping[str, list[Holder]]:
    """By open bottleneck who has a part in it on the day, from the statements ``holders`` and ``mandates``."""
    day = str(asked.given["as_of"])
    lapsed = {row["mandate"] for row in asked.run("mandates") if not _holds(row, day)}
    found: dict[str, list[Holder]] = {}
    for row in asked.run("holders"):
        if row["mandate"] not in lapsed:
            one = cast("_Held", row)
            found.setdefault(one["bottleneck"], []).append(Holder(one["actor"], one["role"], one["scope"]))
    return found


def having(of: Iterable[Holder], role: str = OWNER) -> list[Part]:
    """Those of the role, each as its actor and scope."""
    return [(one.actor, one.scope) for one in of if one.role == role]


def holding(of: Iterable[Responsibility], day: str, role: str = OWNER) -> list[Responsibility]:
    """Those of the role that hold on the day."""
    return [one for one in of if one.role == role and one.holds(day)]


def _holds(mandate: AnswerRow, day: str) -> bool:
    first, last = (str(mandate[end] or day) for end in ("valid_from", "valid_to"))
    return bool(mandate["is_accepted"]) and first <= day <= last


def _responsibility(row: AnswerRow, mandate: AnswerRow) -> Responsibility:
    read = cast("_Read", row)
    days = cast("_Days", mandate)
    starts = [day for day in (read["valid_from"], read["actor_from"], days.get("valid_from")) if day]
    ends = [day for day in (read["valid_to"], read["actor_to"], days.get("valid_to")) if day]
    return Responsibility(
        actor=read["actor"],
        actor_name=read["actor_name"],
        role=read["role"],
        scope=read["scope"],
        mandate=read["mandate"],
        start=max(starts) if starts else None,
        end=min(ends) if ends else None,
    )
