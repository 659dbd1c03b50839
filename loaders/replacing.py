"""What goes when tables are replaced, and when the demonstration data makes way for one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from ansvarskarta.graph.changes import Deed, changes_of, loads
from ansvarskarta.graph.content import PROPOSED, Content
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.model import Table
from ansvarskarta.graph.plan import TablePlan
from ansvarskarta.graph.references import still_needed
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.loaders.problems import Level, Place, Problems

_LARGE = 0.2
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Removal:
    """How many of a table's rows would go."""

    table: Table
    removed: int
    of: int


def replaced(before: Mapping[str, Content], given: Mapping[str, Content], problems: Problems) -> dict[str, Content]:
    """What every table holds once those that are given hold the given rows alone.

    A node that something still refers to stays, and a warning says so.
    """
    after = {name: given.get(name, content) for name, content in before.items()}
    for name, kept in still_needed(before, after).items():
        after[name] = dict(after[name])
        for id_ in kept:
            problems.add(Level.WARNING, "kept_as_referred", Place(name), id_)
            after[name] |= {key: before[name][key] for key in (id_, id_ + PROPOSED) if key in before[name]}
    return after


def large_removals(plans: Sequence[TablePlan]) -> list[Removal]:
    """The tables of which more than a fifth would go."""
    return [
        Removal(plan.table, len(plan.removed), len(plan.before))
        for plan in plans
        if len(plan.removed) > _LARGE * len(plan.before)
    ]


def demo_rows(graph: Graph) -> set[tuple[str, str]]:
    """The rows, by table name and identity, that came with the demonstration data and that nobody has written since."""
    latest: dict[tuple[str, str], bool] = {}
    for load in reversed(loads(graph)):
        if not load.undone_by and not load.undoes:
            for change in changes_of(graph, load):
                latest[change.table.name, change.key] = load.deed is Deed.DEMONSTRATION
    return {row for row, is_demo in latest.items() if is_demo}


def without(before: Mapping[str, Content], rows: Set[tuple[str, str]]) -> dict[str, Content]:
    """A content without some of its rows."""
    return {
        name: {key: record for key, record in content.items() if (name, key) not in rows}
        for name, content in before.items()
    }


def refuse_needed(before: Mapping[str, Content], after: Mapping[str, Content]) -> None:
    """Refuses where rows that stay refer to demonstration data that goes.

    Raises:
        BadInput: they do.
    """
    needed = [key for content in still_needed(before, after).values() for key in content]
    if needed:
        raise BadInput("loading.demo_needed", number=len(needed), ids=", ".join(sorted(needed)[:_NAMED]))
