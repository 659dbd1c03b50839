"""Counts what waits for each owner, and how central it is among the owners that wait for each other."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.betweenness import betweenness
from ansvarskarta.queries.chains import distances, links, turned
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.responsibilities import holders


def answer(asked: Asked) -> Found:
    """One row an actor."""
    names = {row["actor"]: row["actor_name"] for row in asked.run()}
    owned: dict[str, set[str]] = {}
    for bottleneck, owners in holders(asked).items():
        for one in owners:
            owned.setdefault(one.actor, set()).add(bottleneck)
    waits = links(asked.run("links"))
    constrained = links(asked.run("constrained"))
    followers = turned(waits)
    central = betweenness(_waiting_actors(owned, waits))
    found: list[AnswerRow] = []
    for actor, bottlenecks in owned.items():
        behind = set(distances(bottlenecks, followers))
        establishments = {id_ for bottleneck in behind for id_ in constrained.get(bottleneck, ())}
        found.append(
            {
                "actor": actor,
                "actor_name": names[actor],
                "owned": len(bottlenecks),
                "waiting": len(behind - bottlenecks) + len(establishments),
                "betweenness": round(central[actor], 6),
            }
        )
    return Found(found, of=len(found))


def _waiting_actors(owned: dict[str, set[str]], waits: dict[str, list[str]]) -> dict[str, list[str]]:
    """By actor the actors whose open bottlenecks its own wait for, itself not among them."""
    owners: dict[str, list[str]] = {}
    for actor, bottlenecks in sorted(owned.items()):
        for bottleneck in bottlenecks:
            owners.setdefault(bottleneck, []).append(actor)
    on: dict[str, set[str]] = {actor: set() for actor in sorted(owned)}
    for waiting, others in waits.items():
        for actor in owners.get(waiting, ()):
            on[actor].update(owner for other in others for owner in owners.get(other, ()))
    return {actor: sorted(others - {actor}) for actor, others in on.items()}
