"""Beroenden: what a thing waits for and who owns each link, what waits for it, who must talk to whom."""

from __future__ import annotations

from dataclasses import replace

from ansvarskarta.queries import Answer, AnswerRow
from ansvarskarta.queries.nodes import Node
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import draw, table_of


def of_bottleneck(page: Page, node: Node) -> None:
    """Draws the section for a bottleneck."""
    _part(page, "depends_on", page.data.ask("depends_on", bottleneck=node.id))
    _part(page, "blocks", page.data.ask("blocks", bottleneck=node.id))
    owners = {one.actor for one in page.data.who_owns(node.id).owners}
    pairs = page.data.ask("actor_dependencies")
    mine = [row for row in pairs.rows if {row["actor"], row["waits_for"]} & owners and _about(row, node.id)]
    _part(page, "actor_dependencies", replace(pairs, rows=mine))
    _part(page, "escalation", page.data.ask("escalation", bottleneck=node.id))
    _part(page, "measures", page.data.ask("measures", bottleneck=node.id))


def of_establishment(page: Page, node: Node) -> None:
    """Draws the section for an establishment."""
    _part(page, "depends_on", page.data.ask("depends_on", establishment=node.id))
    _part(page, "affects", page.data.ask("affects", establishment=node.id), without=("establishment",))


def of_actor(page: Page, node: Node) -> None:
    """Draws the section for an actor: whom it waits for, and who waits for it."""
    _part(page, "actor_dependencies", page.data.ask("actor_dependencies", actor=node.id))


def _about(row: AnswerRow, bottleneck: str) -> bool:
    return any(isinstance(ids, list) and bottleneck in ids for ids in (row["waiting"], row["on"]))


def _part(page: Page, name: str, answer: Answer, without: tuple[str, ...] = ()) -> None:
    page.show("part.html", title=page.text(f"thing.{name}"), lead=page.text(f"thing.{name}_lead"), level=2)
    if answer.rows:
        draw(page, table_of(page, answer, caption=page.text(f"thing.{name}"), without=without))
    else:
        page.show("part_empty.html", what=page.text(f"thing.{name}_empty"))
