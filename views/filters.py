"""The filters of gaps and coverage: what they are, what was chosen, and who can be chosen."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.queries.nodes import Named
from ansvarskarta.views.page import Page

BY_LABEL = {"theme": "Theme", "municipality": "Municipality", "county": "County", "establishment": "Establishment"}
ACTOR, MANDATE = "actor", "mandate"


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its name in the address, what was chosen, and everything that can be."""

    name: str
    chosen: str
    options: tuple[Named, ...]


def filters(page: Page, *names: str) -> list[Filter]:
    """The filters of these names as the address sets them."""
    return [_filter(page, name, BY_LABEL.get(name, "Mandate" if name == MANDATE else "Actor")) for name in names]


def chosen(page: Page, *names: str) -> dict[str, str]:
    """What the address chooses, by name; what it leaves open is left out."""
    return {name: page.view.value(name) for name in names if page.view.value(name)}


def _filter(page: Page, name: str, label: str) -> Filter:
    return Filter(name, page.view.value(name), tuple(page.data.listed(label)))
