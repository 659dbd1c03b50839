"""Follows the chains from the bottleneck or establishment."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import fetched_distances, links


def answer(asked: Asked) -> Found:
    """One row a bottleneck within reach, never the one asked for."""
    starts = [str(row["bottleneck"]) for row in asked.run("first")]
    before = 0 if asked.values["establishment"] is None else 1  # a bottleneck that constrains it is one link away
    depth = int(str(asked.values["depth"])) - before
    away = fetched_distances(starts, lambda ids: links(asked.run("links", ids=ids)), depth)
    found = [[id_, distance + before] for id_, distance in away.items() if id_ != asked.values["bottleneck"]]
    return Found(asked.run(found=found))
