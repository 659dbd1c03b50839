"""Who made which proposal, and whether the visitor may accept it."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.graph.changes import changes_of, loads
from ansvarskarta.views import data
from ansvarskarta.views.page import Page


def proposers(keys: Iterable[str]) -> dict[str, str]:
    """The person of the latest write that each proposal came with; the latest writes are read first, and no more."""
    graph = data.graph()
    left = set(keys)
    found: dict[str, str] = {}
    for load in loads(graph):
        if not left:
            break
        mine = {change.key for change in changes_of(graph, load) if change.key in left and change.after is not None}
        found |= dict.fromkeys(mine, load.person)
        left -= mine
    return found


def any_is_own(page: Page, keys: Iterable[str]) -> bool:
    """Whether the visitor made one of the proposals, and somebody else could accept it."""
    others = set(data.settings().editors) - {page.visitor.name}
    return bool(others) and page.visitor.name in proposers(keys).values()
