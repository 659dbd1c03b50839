"""Counts what waits for each owner, and how central it is among the owners that wait for each other."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import distances, links, turned
from ansvarskarta.queries.ordering import AnswerRow, texts


def answer(asked: Asked) -> Found:
    """One row an actor."""
    rows = asked.run()
    owned = {str(row["actor"]): set(texts(row["bottlenecks"])) for row in rows}
    waits = links(asked.run("links"))
    constrained = links(asked.run("constrained"))
    followers = turned(waits)
    central = _betweenness(owned, waits)
    found: list[AnswerRow] = []
    for row in rows:
        actor = str(row["actor"])
        behind = set(distances(owned[actor], followers))
        establishments = {id_ for bottleneck in behind for id_ in constrained.get(bottleneck, ())}
        found.append(
            {
                "actor": actor,
                "actor_name": row["actor_name"],
                "owned": len(owned[actor]),
                "waiting": len(behind - owned[actor]) + len(establishments),
                "betweenness": central[actor],
            }
        )
    return Found(found, of=len(found))


def _betweenness(owned: dict[str, set[str]], waits: dict[str, list[str]]) -> dict[str, float]:
    """Each actor's betweenness in the graph of actors whose open bottlenecks wait for each other's."""
    # Only this question pays for loading it.
    import networkx  # noqa: PLC0415

    owners: dict[str, list[str]] = {}
    for actor, bottlenecks in owned.items():
        for bottleneck in bottlenecks:
            owners.setdefault(bottleneck, []).append(actor)
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.add_nodes_from(sorted(owned))
    graph.add_edges_from(
        (one, other)
        for waiting, on in waits.items()
        for end in on
        for one in owners.get(waiting, ())
        for other in owners.get(end, ())
        if one != other
    )
    central: dict[str, float] = networkx.betweenness_centrality(graph)
    return {actor: round(value, 6) for actor, value in central.items()}
