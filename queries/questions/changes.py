"""Compares who owns each bottleneck on two days."""

from __future__ import annotations

from collections.abc import Iterator

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import Responsibility, holding, responsibilities


def answer(asked: Asked) -> Found:
    """One row a bottleneck and actor that owns it on one of the days alone."""
    days = str(asked.given["from"]), str(asked.given["to"])
    rows: list[AnswerRow] = []
    for bottleneck, owned in responsibilities(asked, "rows").items():
        before, after = (holding(owned, day) for day in days)
        left = len({one.actor for one in after})
        changes = (*_only(after, before, "gained"), *_only(before, after, "lost"))
        rows += [{"bottleneck": bottleneck, **change, "left": left} for change in changes]
    changed = sorted({str(row["bottleneck"]) for row in rows})
    names = {str(row["bottleneck"]): row["bottleneck_name"] for row in asked.run("names", bottlenecks=changed)}
    return Found([{**row, "bottleneck_name": names[str(row["bottleneck"])]} for row in rows])


def _only(owned: list[Responsibility], other: list[Responsibility], change: str) -> Iterator[AnswerRow]:
    """The actors that own it on one day and not on the other, with the day on which that came about."""
    for actor in {one.actor for one in owned} - {one.actor for one in other}:
        own = [one for one in owned if one.actor == actor]
        day = _earliest(own) if change == "gained" else _latest(own)
        yield {"change": change, "actor": actor, "actor_name": own[0].actor_name, "day": day}


def _earliest(owned: list[Responsibility]) -> str | None:
    starts = [one.start for one in owned if one.start]
    return min(starts) if len(starts) == len(owned) else None


def _latest(owned: list[Responsibility]) -> str | None:
    ends = [one.end for one in owned if one.end]
    return max(ends) if len(ends) == len(owned) else None
