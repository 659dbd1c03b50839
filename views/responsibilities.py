"""Who owns what, seen from an actor, a municipality, a county, a theme or a mandate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ansvarskarta.queries import Answer, AnswerRow
from ansvarskarta.queries.nodes import Node
from ansvarskarta.views.files import tables_button
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Table, draw, table_of

_SOON = 180
_MOST = 2_000  # rows of one part in a file


def of_actor(page: Page, node: Node) -> None:
    """What an actor owns, contributes to, is consulted on; what ends; what it covers; where it is one of several."""
    answer = page.data.ask("owned_by", actor=node.id)
    drawn: list[Table] = []
    for role in ("owner", "contributor", "consulted", "informed"):
        rows = [row for row in answer.rows if row["role"] == role and row["via"] == "bottleneck"]
        if rows or role == "owner":
            drawn += _part(page, f"actor_{role}", replace(answer, rows=rows), "role", "via", "theme")
    themed = [row for row in answer.rows if row["via"] == "theme"]
    if themed:
        drawn += _part(page, "actor_themes", replace(answer, rows=themed), "via")
    drawn += _part(page, "actor_ends", _of(page.data.ask("ownership_ends", days=_SOON), "actor", node.id), "actor")
    several = page.data.ask("several_owners")
    drawn += _part(
        page, "actor_shared", replace(several, rows=[row for row in several.rows if _names(row["owners"], node.id)])
    )
    covered = page.data.ask("coverage", actor=node.id)
    rows = [row for row in covered.rows if row["owned"] or row["contributed"]]
    drawn += _part(page, "actor_coverage", replace(covered, rows=rows), "unowned")
    drawn += _part(page, "actor_without_role", _of(page.data.ask("without_role"), "actor", node.id), "actor")
    said = [node.name(page.view.lang), *answer.notes]
    if drawn:
        tables_button(page, page.text("thing.actor_xlsx"), "ansvar", drawn, said=said)


def of_municipality(page: Page, node: Node) -> None:
    """Per theme who owns what hits a municipality; what nobody owns; which establishments affect it."""
    _part(page, "place_themes", page.data.ask("coverage", municipality=node.id), "municipality")
    _part(page, "place_unowned", page.data.ask("no_owner", municipality=node.id), "municipalities")
    _part(page, "place_owned", _owned(page, [node.id]), "asked", "id")
    _part(page, "place_establishments", page.data.ask("affects", municipality=node.id), "municipality")


def of_county(page: Page, node: Node) -> None:
    """What nobody owns in a county, and its municipalities theme by theme."""
    _part(page, "place_unowned", page.data.ask("no_owner", county=node.id), "municipalities")
    _part(page, "county_uncovered", page.data.ask("uncovered", county=node.id))


def of_theme(page: Page, node: Node) -> None:
    """The bottlenecks of a theme with their owners, who is responsible for the theme, and where nobody is."""
    bottlenecks = [
        link.other.id
        for link in page.data.links(node.id)
        if link.type == "HAS_THEME" and link.other.label == "Bottleneck" and link.holds(page.view.day)
    ]
    if bottlenecks:
        _part(page, "theme_bottlenecks", _owned(page, bottlenecks), "asked", "id", "themes")
    _part(page, "theme_uncovered", page.data.ask("uncovered", theme=node.id), "theme")


def of_mandate(page: Page, node: Node) -> None:
    """What came before and after a mandate, who pays, and what falls when it ends."""
    _part(page, "mandate_succession", page.data.ask("succession", mandate=node.id))
    end = node.text("valid_to")
    if end:
        page.show("mandate_handover.html", id=node.id, end=end)
        _part(page, "mandate_falls", page.data.ask("handover", mandate=node.id, date=end), "candidates")
    _part(page, "mandate_funding", page.data.ask("funding", mandate=node.id), "mandate")


def _owned(page: Page, ids: Iterable[str]) -> Answer:
    return page.data.ask("owners_of", ids=tuple(ids))


def _of(answer: Answer, column: str, id_: str) -> Answer:
    return replace(answer, rows=[row for row in answer.rows if row[column] == id_])


def _names(cell: AnswerRow | object, id_: str) -> bool:
    return isinstance(cell, list) and id_ in cell


def _part(page: Page, name: str, answer: Answer, *without: str) -> list[Table]:
    """Draws one part and gives its table, if it has any rows."""
    page.show("part.html", title=page.text(f"thing.{name}"), lead="", level=2)
    if not answer.rows:
        page.show("part_empty.html", what=page.text(f"thing.{name}_empty"))
        return []
    table = table_of(page, answer, caption=page.text(f"thing.{name}"), without=without, most=_MOST)
    draw(page, table)
    return [table]
