"""Proposing who takes over, and what became of proposals: proposed, accepted, in effect."""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ansvarskarta.exports.cells import csv_cell, words
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.handover.asked import Asked
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.proposals import proposed_by
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.loading import load
from ansvarskarta.loaders.result import LoadResult


class State(StrEnum):
    """How far a successor has come. An accepted one takes effect on its first day."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_EFFECT = "in_effect"


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal: who takes over what, by which mandate or agreement, from and to which days, and why."""

    target: str
    actor: str
    valid_from: str
    valid_to: str | None = None
    mandate: str | None = None
    document: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Successor:
    """One successor for one target; ``person`` is who proposed it, where it is a proposal that is on record."""

    target: str
    actor: str
    state: State
    valid_from: str
    valid_to: str
    mandate: str
    document: str
    locator: str
    note: str = ""
    person: str = ""


def propose(graph: Graph, proposals: Sequence[Proposed], person: str) -> LoadResult:
    """Stores proposals as ``proposed`` responsibilities, through the loader's checks and on record.

    They count in no answer until somebody accepts them (:mod:`ansvarskarta.graph.proposals`).

    Raises:
        BadInput: an id does not exist or is of the wrong kind, or a day is none; nothing was stored.
        DatabaseUnavailable: the database can't be reached.
    """
    table = TABLE_BY_NAME["responsible_for"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{table.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.column_names)
            for one in proposals:
                row = _row(one)
                writer.writerow([csv_cell(column, row.get(column.name)) for column in table.columns])
        return load(graph, [path], person=person)


def successors(facts: Facts, asked: Asked, targets: set[str]) -> list[Successor]:
    """Everybody who owns, will own or is proposed to own one of the targets after the day, by target and state."""
    found = [*_accepted(facts, asked, targets), *_proposed(facts, asked, targets)]
    states = list(State)
    return sorted(found, key=lambda one: (facts.name(one.target), states.index(one.state), one.valid_from, one.actor))


def _accepted(facts: Facts, asked: Asked, targets: set[str]) -> Iterator[Successor]:
    for one in facts.responsibilities:
        if one.role == "owner" and one.target in targets and (not one.end or one.end > asked.date):
            state = State.ACCEPTED if one.start > asked.date else State.IN_EFFECT
            yield Successor(one.target, one.actor, state, one.start, one.end, one.mandate, one.document, one.locator)


def _proposed(facts: Facts, asked: Asked, targets: set[str]) -> Iterator[Successor]:
    table = TABLE_BY_NAME["responsible_for"]
    for row in facts.content.rows(table):
        last = words(row.get("valid_to"))
        if row.get("confidence") != "proposed" or row["role"] != "owner" or row["end"] not in targets:
            continue
        if not last or last > asked.date:
            yield Successor(
                words(row["end"]),
                words(row["start"]),
                State.PROPOSED,
                words(row.get("valid_from")),
                last,
                words(row.get("mandate")),
                words(row.get("document")),
                words(row.get("locator")),
                words(row.get("note")),
                _person(facts.graph, identity(table, row)),
            )


def _row(one: Proposed) -> Row:
    return {
        "start": one.actor,
        "end": one.target,
        "role": "owner",
        "valid_from": one.valid_from,
        "valid_to": one.valid_to,
        "mandate": one.mandate,
        "document": one.document,
        "note": one.reason,
        "confidence": "proposed",
    }


def _person(graph: Graph, key: str) -> str:
    try:
        return proposed_by(graph, key).person
    except WrongUse:  # a graph that was filled by other means has no record of it
        return ""
