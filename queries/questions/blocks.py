"""Follows the chains that lead to the bottleneck."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.chains import fetched_distances, links


def answer(asked: Asked) -> Found:
    """One row a bottleneck or establishment that waits for the bottleneck."""
    depth = int(str(asked.values["depth"]))
    away = fetched_distances([str(asked.values["bottleneck"])], lambda ids: links(asked.run("links", ids=ids)), depth)
    return Found(asked.run(found=[list(one) for one in away.items()]))
