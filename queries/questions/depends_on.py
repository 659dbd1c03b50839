"""Follows the chains from the bottleneck or establishment."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import fetched_distances, links


def answer(asked: Asked) -> Found:
    """One row a bottleneck within reach, never the one asked for."""
    bottleneck = asked.values["bottleneck"]
    if bottleneck is None:
        starts = [str(row["bottleneck"]) for row in asked.run("constraining")]
        before = 1  # a bottleneck that constrains the establishment is one link away
    else:
        starts, before = [str(bottleneck)], 0
    depth = int(str(asked.values["depth"])) - before
    away = fetched_distances(starts, lambda ids: links(asked.run("links", ids=ids)), depth)
    found = [[id_, distance + before] for id_, distance in away.items() if id_ != bottleneck]
    return Found(asked.run(found=found))
