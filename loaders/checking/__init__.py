"""Checking tables against the model, by themselves or against the graph they go into; pure, and of all rows at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ansvarskarta.graph.content import Content
from ansvarskarta.graph.model import TABLES, NodeTable
from ansvarskarta.loaders.checking.against import check_cleared, check_proposals
from ansvarskarta.loaders.checking.conflicts import content_of
from ansvarskarta.loaders.checking.days import check_days
from ansvarskarta.loaders.checking.existing import Existing
from ansvarskarta.loaders.checking.references import check_ids, check_references
from ansvarskarta.loaders.checking.suspicions import check_suspicions
from ansvarskarta.loaders.checking.typed import Typed, typed
from ansvarskarta.loaders.problems import Problems
from ansvarskarta.loaders.tables import Tables


@dataclass(frozen=True, slots=True)
class Checked:
    """Tables after their checks: the rows of each by identity, by table name, and everything that is wrong."""

    contents: dict[str, Content]
    problems: Problems


def check(tables: Tables, existing: Existing | None = None) -> Checked:
    """Checks everything in the tables, whatever their order, against each other and what exists.

    The contents are to be loaded only where the problems hold no error.
    """
    known = existing or Existing()
    problems = Problems()
    problems.merge(tables.problems)
    read = list(_typed(tables, problems))
    labels: dict[str, str] = {}
    for table in read:
        if isinstance(table.stack.table, NodeTable):
            check_ids(table, labels, known.labels, problems)
    labels = {**known.labels, **labels}
    for table in read:
        check_references(table, labels, problems)
        check_days(table, problems)
    contents = {table.stack.table.name: content_of(table, problems) for table in read}
    by_name = {table.stack.table.name: table for table in read}
    for look in (check_suspicions, check_cleared, check_proposals):
        look(by_name, contents, known, problems)
    return Checked(contents, problems)


def _typed(tables: Tables, problems: Problems) -> Iterator[Typed]:
    for table in TABLES:
        stack = tables.of(table)
        if stack is not None:
            yield typed(stack, problems)
