"""Täckning: municipality by theme, three states with signs: owned, a lead by theme only, nobody. Matrix, map, table."""

from __future__ import annotations

from collections import Counter

from ansvarskarta.queries import AnswerRow
from ansvarskarta.views.cells import SIGNS, Cell, State, cell_of
from ansvarskarta.views.filters import ACTOR, chosen, filters
from ansvarskarta.views.matrix import matrix
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import GAPS
from ansvarskarta.views.tables import draw, table_of
from ansvarskarta.views.territory import Territory, territory

VIEW, MATRIX, MAP = "vy", "matris", "karta"
_FILTERS = ("county", "theme", "municipality")
_DRAWN = 40  # municipalities in the matrix: more can't be taken in


def show(page: Page) -> None:
    """Draws the page."""
    page.show("heading.html", title=page.text("coverage.title"))
    actor = chosen(page, ACTOR).get(ACTOR, "")
    answer = page.data.ask("coverage", **chosen(page, *_FILTERS), actor=actor)
    cells = [cell_of(row) for row in answer.rows]
    counts = Counter(cell.state for cell in cells)
    view = page.view.value(VIEW) or MATRIX
    page.show(
        "coverage.html",
        states=[(state, SIGNS[state], counts[state]) for state in State],
        nobody=counts[State.NOBODY],
        of=answer.of or 0,
        filters=filters(page, *_FILTERS, ACTOR),
        views=(MATRIX, MAP),
        chosen=view,
        is_filtered=bool(chosen(page, *_FILTERS, ACTOR)),
        actor=page.names([actor])[actor] if actor else None,
    )
    if not cells:
        page.show("part_empty.html", what=page.text("coverage.none"))
        return
    if view == MAP:
        territory(page, territories(cells))
        return
    drawn = _worst(cells)
    if len(drawn) < len(cells):
        page.show("part_empty.html", what=page.text("coverage.worst", number=_DRAWN))
    matrix(page, drawn)
    page.show("part.html", title=page.text("coverage.table"), lead=page.text("coverage.table_lead"), level=2)
    draw(page, table_of(page, answer, with_file=True, leads={"unowned": lambda row: _gaps(page, row)}))


def _gaps(page: Page, row: AnswerRow) -> str:
    """Where a cell of the matrix leads, for whoever reads the table: what nobody owns in a municipality and theme."""
    if not row["unowned"]:
        return ""
    return page.view.href(GAPS, slag="no_owner", municipality=str(row["municipality"]), theme=str(row["theme"]))


def territories(cells: list[Cell]) -> list[Territory]:
    """The cells counted by municipality: how many themes nobody answers for."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        found.setdefault(cell.municipality, []).append(cell)
    return [
        Territory(id_, of[0].municipality_name, sum(cell.state is State.NOBODY for cell in of), len(of))
        for id_, of in found.items()
    ]


def _worst(cells: list[Cell]) -> list[Cell]:
    """The cells of those municipalities that have most themes without anybody, as many as the matrix shows."""
    nobody = Counter(cell.municipality for cell in cells if cell.state is State.NOBODY)
    every = dict.fromkeys(cell.municipality for cell in cells)
    kept = {*sorted(every, key=lambda one: -nobody[one])[:_DRAWN]}
    return [cell for cell in cells if cell.municipality in kept]
