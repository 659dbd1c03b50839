"""Responsibilities read from rows, with the days on which they hold: those of the row, its actor and its mandate."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ansvarskarta.exports.cells import words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.past import within
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import NODE_TABLES, TABLE_BY_NAME
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Language

Days: TypeAlias = tuple[str, str]
"""A first and a last day; each is empty where it is unknown."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """One accepted responsibility; ``start`` and ``end`` are empty where nothing bounds them."""

    actor: str
    target: str
    role: str
    mandate: str
    start: str
    end: str
    identity: str
    document: str
    locator: str
    confidence: str

    def holds(self, day: str) -> bool:
        """Whether it holds on the day."""
        return within(self.start, self.end, day)


def days_of(row: Row) -> Days:
    """The row's own first and last day."""
    return words(row.get("valid_from")), words(row.get("valid_to"))


def bounded(days: Collection[Days]) -> Days:
    """The first and last day on which all of them hold."""
    return max(first for first, _ in days), min((last for _, last in days if last), default="")


def responsibilities(content: Content) -> Iterator[Responsibility]:
    """Every accepted responsibility of an accepted actor, for something accepted."""
    accepted = {
        words(row["id"]): days_of(row)
        for table in NODE_TABLES
        for row in content.rows(table)
        if row.get("confidence") != "proposed"
    }
    table = TABLE_BY_NAME["responsible_for"]
    for row in content.rows(table):
        named = [words(row["start"]), words(row["end"]), *([words(row["mandate"])] if row.get("mandate") else [])]
        if row.get("confidence") == "proposed" or any(id_ not in accepted for id_ in named):
            continue
        # The target's own days don't bound a responsibility.
        start, end = bounded([days_of(row), *(accepted[id_] for id_ in named if id_ != row["end"])])
        yield Responsibility(
            actor=named[0],
            target=named[1],
            role=words(row["role"]),
            mandate=words(row.get("mandate")),
            start=start,
            end=end,
            identity=identity(table, row),
            document=words(row.get("document")),
            locator=words(row.get("locator")),
            confidence=words(row.get("confidence")),
        )


def names_of(content: Content) -> dict[str, str]:
    """The name of every node in the content's language, by id: the accepted one where a change of it is proposed."""
    english = content.about.lang is Language.EN
    names: dict[str, str] = {}
    for table in NODE_TABLES:
        for row in content.rows(table):
            name = (words(row.get("name_en")) if english else "") or words(row.get("name"))
            names.setdefault(words(row["id"]), name)
    return names
