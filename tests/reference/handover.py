"""The questions of "Handover and change" but ``search``, each written from its sentence in the contract."""

from __future__ import annotations

from typing import TypeAlias

from ansvarskarta.graph.dates import add_days
from reference.answer import Expected, Parameters, answer, asked, cell_key, falling, question
from reference.day import Day, actors
from reference.world import Responsibility

POINTS = {"continues": 5, "theme_owner": 4, "contributor": 3, "measure_lead": 2, "consulted": 1}
MOST_CANDIDATES = 5

Candidate: TypeAlias = dict[str, object]


@question
def handover(on: Day, parameters: Parameters) -> Expected:
    actor, mandate = asked(parameters, "actor"), asked(parameters, "mandate")
    last = on.on(asked(parameters, "date") or on.day)
    after = last.on(add_days(last.day, 1))
    rows = []
    for each in last.responsibilities:
        label = last.world.nodes[each.target].label
        if (
            each.holds(after.day)
            or actor not in (None, each.actor)
            or mandate not in (None, each.mandate)
            or (label == "Bottleneck" and not last.is_open(each.target))
        ):
            continue
        renewed = each.actor in actors(after.responsibilities_for(each.target, each.role))
        other_owners = _other_owners(after, each)
        seeks = each.role == "owner" and not renewed and not other_owners
        rows.append(
            (
                each.actor,
                last.name(each.actor),
                each.target,
                last.name(each.target),
                label,
                last.severity(each.target),
                each.role,
                each.end,
                renewed,
                other_owners,
                _candidates(after, each) if seeks else [],
            )
        )
    return answer(
        "actor actor_name target target_name label severity role ends renewed other_owners candidates",
        rows,
        said=lambda row: (falling(row["severity"]), row["target"], cell_key("role", row["role"]), row["actor"]),
    )


def _other_owners(after: Day, ending: Responsibility) -> list[str]:
    return actors(
        each
        for each in after.responsibilities_for(ending.target, "owner")
        if each.actor != ending.actor and after.world.scopes_meet(each.scope, ending.scope)
    )


def _candidates(after: Day, ending: Responsibility) -> list[Candidate]:
    """Up to five others, best first, each with what speaks for it on the day after."""
    speaks: dict[str, set[str]] = {
        "continues": _of_continuing_mandates(after, ending.mandate),
        "contributor": set(actors(after.responsibilities_for(ending.target, "contributor"))),
        "consulted": set(actors(after.responsibilities_for(ending.target, "consulted"))),
    }
    if after.world.nodes[ending.target].label == "Bottleneck":
        speaks["theme_owner"] = set(after.theme_owners(ending.target))
        speaks["measure_lead"] = _measure_leads(after, ending.target)
    found: list[Candidate] = []
    for actor in set().union(*speaks.values()) - {ending.actor}:
        reasons = [reason for reason in POINTS if actor in speaks.get(reason, set())]
        found.append({"actor": actor, "score": sum(POINTS[reason] for reason in reasons), "reasons": reasons})
    return sorted(found, key=lambda each: (falling(each["score"]), str(each["actor"])))[:MOST_CANDIDATES]


def _of_continuing_mandates(after: Day, mandate: str | None) -> set[str]:
    """Those given a mandate, valid on the day after, that CONTINUES the one that the responsibility rests on."""
    if mandate is None:
        return set()
    continuing = [each for each in after.starts("CONTINUES", mandate) if after.is_valid(each)]
    return {actor for each in continuing for actor in after.ends("GIVEN_TO", each)}


def _measure_leads(after: Day, bottleneck: str) -> set[str]:
    measures = [
        each
        for each in after.starts("ADDRESSES", bottleneck)
        if after.world.nodes[each].get("status") not in ("done", "cancelled")
    ]
    return {link.start for link in after.links("CARRIES_OUT") if link.end in measures and link.get("role") == "lead"}


@question
def changes(on: Day, parameters: Parameters) -> Expected:
    before, after = on.on(str(parameters["from"])), on.on(str(parameters["to"]))
    rows = []
    for bottleneck in sorted({*before.open_bottlenecks, *after.open_bottlenecks}):
        had, has = set(before.direct_owners(bottleneck)), set(after.direct_owners(bottleneck))
        for actor in had ^ has:
            change, day_of = ("gained", _earliest_start) if actor in has else ("lost", _latest_end)
            there = after if actor in has else before
            moved = [each for each in there.responsibilities_for(bottleneck, "owner") if each.actor == actor]
            rows.append((bottleneck, on.name(bottleneck), change, actor, on.name(actor), day_of(moved), len(has)))
    return answer(
        "bottleneck bottleneck_name change actor actor_name day left",
        rows,
        said=lambda row: (row["bottleneck"], row["change"], row["actor"]),
    )


def _earliest_start(gained: list[Responsibility]) -> str | None:
    starts = [each.start for each in gained]
    return None if None in starts else min(start for start in starts if start)


def _latest_end(lost: list[Responsibility]) -> str | None:
    ends = [each.end for each in lost]
    return None if None in ends else max(end for end in ends if end)
