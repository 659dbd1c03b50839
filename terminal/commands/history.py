"""``history``: what changed in a node or relationship, when, and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ansvarskarta.terminal.command import Command, Example, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.formats.cells import readable
from ansvarskarta.terminal.result import Cell, Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.graph.changes import Change

COLUMNS = ("at", "load", "deed", "person", "table", "row", "change", "property", "from", "to")
BRIEF = ("at", "load", "person", "row", "change", "what")


def run(context: Context) -> Result:
    """Lists every recorded change, the latest first: one row a property, for people one a changed thing."""
    from ansvarskarta.graph.changes import history

    id_ = context.must("id")
    with context.graph() as graph:
        changes = history(graph, id_)
    rows = [row for change in changes for row in _rows(change)]
    brief = Sheet(BRIEF, [_brief(change) for change in changes])
    sheet = brief if context.is_for_people else Sheet(COLUMNS, rows)
    return Result(json={"id": id_, "changes": rows}, sheets=(sheet,))


def _what(change: Change) -> str:
    return "created" if change.before is None else "removed" if change.after is None else "changed"


def _brief(change: Change) -> dict[str, Cell]:
    """A change on one line; what a row was made of, or was when it went, is not repeated."""
    load, what = change.load, _what(change)
    changed = [f"{d.column}: {readable(d.before)} → {readable(d.after)}" for d in change.differences]
    values = (load.at, load.id, load.person, change.key, what, "; ".join(changed) if what == "changed" else None)
    return dict(zip(BRIEF, values, strict=True))


def _rows(change: Change) -> Iterator[dict[str, Cell]]:
    load, what = change.load, _what(change)
    for difference in change.differences:
        values: tuple[Cell, ...] = (
            load.at, load.id, load.deed.value, load.person, change.table.name, change.key, what,
            difference.column, difference.before, difference.after,
        )  # fmt: skip
        yield dict(zip(COLUMNS, values, strict=True))


COMMAND = Command(
    name="history",
    group=Group.FILL,
    summary=Words("Visa vad som har ändrats, när och av vem.", "Show what has changed, when, and by whom."),
    options=(
        Option(
            ("id",),
            Words(
                "Id på en flaskhals, en aktör, ett uppdrag eller något annat; samband som det har visas också.",
                "The id of a bottleneck, an actor, a mandate or another thing; its relationships are shown too.",
            ),
            Words("ID", "ID"),
        ),
    ),
    examples=(
        Example(
            "ansvarskarta history bottleneck:grid-capacity-lulea-boden",
            Words(
                "Visar hur uppgifterna om flaskhalsen har ändrats.", "Shows how what is said of the bottleneck changed."
            ),
        ),
    ),
    run=run,
)
