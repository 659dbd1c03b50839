"""Choosing things in a form: from a list where that is short, else by a name that is written and looked up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views.page import Page

BY_LABEL = {"theme": "Theme", "municipality": "Municipality", "county": "County", "establishment": "Establishment"}
ACTOR, MANDATE = "actor", "mandate"
_LISTED = 500  # names in a list; a longer one takes long to send, and nobody reads it
_OFFERED = 12  # hits for a name that fits several


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice: its name in the address, what is chosen, and everything that can be where that is listed.

    Else ``typed`` is what was written and is nobody's name alone, and ``hits`` are those that it may mean.
    """

    name: str
    chosen: Named | None = None
    options: tuple[Named, ...] | None = None
    typed: str = ""
    hits: tuple[Named, ...] = ()


def filters(page: Page, *names: str) -> list[Filter]:
    """The filters of these names as the address sets them."""
    return [filter_of(page, name, (BY_LABEL.get(name, "Mandate" if name == MANDATE else "Actor"),)) for name in names]


def chosen(page: Page, *names: str) -> dict[str, str]:
    """The ids of what is chosen, by the filter's name; what is left open is left out."""
    return {one.name: one.chosen.id for one in filters(page, *names) if one.chosen}


def filter_of(page: Page, name: str, labels: Sequence[str]) -> Filter:
    """The choice, under that name in the address, among all nodes of some labels."""
    value = page.view.value(name)
    own = [table.label for table in NODE_TABLES if {table.label, *table.also} & {*labels}]
    if sum(page.data.count(label) for label in own) <= _LISTED:
        options = tuple(node for label in labels for node in page.data.listed(label))
        return Filter(name, page.names([value])[value] if value else None, options)
    if not value:
        return Filter(name)
    if known := page.data.named([value]).get(value):
        return Filter(name, known)
    found = page.data.ask("search", text=value).rows
    hits = [Named(str(row["id"]), str(row["label"]), str(row["name"])) for row in found if row["label"] in own]
    exact = [hit for hit in hits if hit.name.casefold() == value.casefold()]
    for alone in (exact, hits):
        if len(alone) == 1:
            return Filter(name, alone[0])
    return Filter(name, typed=value, hits=tuple(hits[:_OFFERED]))
