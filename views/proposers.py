"""Who made which proposal, and whether the visitor may accept it."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.views import data
from ansvarskarta.views.page import Page


def proposers(page: Page, keys: Iterable[str]) -> dict[str, str]:
    """The person of the latest write that each proposal came with."""
    return {key: load.person for key, load in page.data.latest_writes(keys).items()}


def any_is_own(page: Page, keys: Iterable[str]) -> bool:
    """Whether the visitor made one of the proposals, and somebody else could accept it."""
    others = set(data.settings().editors) - {page.visitor.name}
    return bool(others) and page.visitor.name in proposers(page, keys).values()
