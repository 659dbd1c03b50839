"""What the graph says against a proposed row: another who holds, has decided or owns the same."""

from __future__ import annotations

from ansvarskarta.graph.model import RelationshipTable, Table
from ansvarskarta.graph.values import Row
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page

OWNER = "owner"
# Relationships of which one is expected: the column whose node has them, and whether they start there.
_ONE = {"given_to": ("start", True), "issued": ("end", False), "responsible_for": ("end", False)}


def against(page: Page, table: Table, row: Row) -> str:
    """One sentence that names the others, each with the days given; empty where nothing speaks against the row."""
    if not isinstance(table, RelationshipTable) or table.name not in _ONE:
        return ""
    if table.name == "responsible_for" and row.get("role") != OWNER:
        return ""
    column, outward = _ONE[table.name]
    mine = str(row["end" if column == "start" else "start"])
    others = {
        f"{link.other.name}{_days(page, link.text('valid_from'), link.text('valid_to'))}": None
        for link in page.data.links(str(row[column]))
        if link.type == table.type and link.outward is outward and not link.is_proposed and link.other.id != mine
        if table.name != "responsible_for" or link.text("role") == OWNER
    }
    return page.text(f"review.against_{table.name}", names=", ".join(others)) if others else ""


def _days(page: Page, first: str, last: str) -> str:
    if not first and not last:
        return ""
    return f" ({wording.day(first, page.view.lang)}–{wording.day(last, page.view.lang)})"
