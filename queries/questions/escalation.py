"""Climbs from the owners step by step; an actor stands once, at its lowest step, for the first reason that applies."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.ordering import AnswerRow

_REASONS = ("owner", "theme_owner", "issued", "reports_to", "part_of")


def answer(asked: Asked) -> Found:
    """One row an actor."""
    first = asked.run()
    owners = [row for row in first if row["reason"] == "owner"]
    first = owners or first
    mandates = sorted({str(row["mandate"]) for row in first if row["mandate"] is not None})
    above = asked.run("mandate_actors", mandates=mandates)
    standing: dict[str, AnswerRow] = {}
    step = 0
    new = _stand(standing, first, step)
    while new:
        step += 1
        parents = asked.run("parents", ids=new)
        new = _stand(standing, [*above, *parents] if step == 1 else parents, step)
    return Found(list(standing.values()))


def _stand(standing: dict[str, AnswerRow], rows: Iterable[AnswerRow], step: int) -> list[str]:
    """Adds who does not stand yet; returns their ids."""
    new: list[str] = []
    for row in sorted(rows, key=_first_reason):
        actor = str(row["actor"])
        if actor not in standing:
            standing[actor] = {"step": step, **row}
            new.append(actor)
    return new


def _first_reason(row: AnswerRow) -> tuple[int, bool, str]:
    """By reason, then the smallest mandate, none after any."""
    return _REASONS.index(str(row["reason"])), row["mandate"] is None, str(row["mandate"])
