"""Says of each responsibility that falls who takes over, and where nobody does, who could."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.ordering import AnswerRow, Candidate

# What speaks for a candidate, and how much, from most to least.
POINTS = {"continues": 5, "theme_owner": 4, "contributor": 3, "measure_lead": 2, "consulted": 1}
_MOST = 5
_INNER = ("mandate", "scope", "wide")


def answer(asked: Asked) -> Found:
    """One row a responsibility that falls."""
    rows = asked.run()
    targets = sorted({str(row["target"]) for row in rows})
    mandates = sorted({str(row["mandate"]) for row in rows if row["mandate"] is not None})
    following: dict[str, list[AnswerRow]] = {}
    for one in asked.run("following", targets=targets):
        following.setdefault(str(one["target"]), []).append(one)
    theme_owners = _actors("target", asked.run("theme_owners", targets=targets))
    leads = _actors("target", asked.run("measure_leads", targets=targets))
    continuing = _actors("mandate", asked.run("continuing", mandates=mandates))
    found: list[AnswerRow] = []
    for row in rows:
        target = str(row["target"])
        after = following.get(target, [])
        others = [str(one["actor"]) for one in after if one["role"] == "owner" and _other_owner(row, one)]
        lacks = row["role"] == "owner" and not row["renewed"] and not others
        reasons = {
            "continues": continuing.get(str(row["mandate"]), set()),
            "theme_owner": theme_owners.get(target, set()),
            "contributor": _in_role("contributor", after),
            "measure_lead": leads.get(target, set()),
            "consulted": _in_role("consulted", after),
        }
        candidates = _candidates(reasons, str(row["actor"])) if lacks else []
        kept = {name: cell for name, cell in row.items() if name not in _INNER}
        found.append({**kept, "other_owners": others, "candidates": candidates})
    return Found(found)


def _actors(key: str, rows: Iterable[AnswerRow]) -> dict[str, set[str]]:
    return {str(row[key]): set(texts(row["actors"])) for row in rows}


def _in_role(role: str, rows: Iterable[AnswerRow]) -> set[str]:
    return {str(row["actor"]) for row in rows if row["role"] == role}


def _other_owner(row: AnswerRow, other: AnswerRow) -> bool:
    """Whether it is another actor whose scope meets this one's, each county with its municipalities."""
    mine, theirs = set(texts(row["scope"])), set(texts(other["scope"]))
    if row["actor"] == other["actor"]:
        return False
    return not mine or not theirs or bool(mine & set(texts(other["wide"])) or theirs & set(texts(row["wide"])))


def _candidates(reasons: Mapping[str, set[str]], but: str) -> list[Candidate]:
    """The best few others, best first, each with what speaks for it."""
    found: dict[str, list[str]] = {}
    for reason in POINTS:
        for actor in reasons[reason] - {but}:
            found.setdefault(actor, []).append(reason)
    scored = [(sum(POINTS[reason] for reason in own), actor, own) for actor, own in found.items()]
    scored.sort(key=lambda one: (-one[0], one[1]))
    return [{"actor": actor, "score": score, "reasons": own} for score, actor, own in scored[:_MOST]]
