"""The review of what was read: a list of proposals that people accept, correct or reject; no page and no database here.

A verdict gives a new proposal; nothing is changed in place. What is accepted goes through the same checks as tables do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.loaders.decisions.proposed import PROPOSED, Proposals
from ansvarskarta.loaders.decisions.read import READER_VERSION
from ansvarskarta.loaders.decisions.reading import Evidence, Reading
from ansvarskarta.loaders.decisions.standing import (
    PROVENANCE,
    Comparison,
    Existing,
    Standing,
    compare,
    identity,
    merged,
)

READER = f"reader {READER_VERSION}"
STATED = "stated"
LEAST_EDITORS = 2


class Verdict(StrEnum):
    """What was decided on a proposal."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposed row under review.

    ``key`` is the same whenever the same words propose the same row; ``proposed_by`` is the reader's version, or the
    person who added or corrected it; ``decided_by``, ``decided`` (a moment in ISO 8601) and ``reason`` are the verdict.
    """

    key: str
    table: str
    row: Row
    evidence: Evidence | None
    comparison: Comparison
    proposed_by: str = READER
    verdict: Verdict = Verdict.OPEN
    decided_by: str | None = None
    decided: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """A proposal that somebody rejected; the same words do not propose it again."""

    key: str
    reason: str
    person: str
    moment: str


@dataclass(frozen=True, slots=True)
class Reopened:
    """A row of the graph that rests on a document whose content is now another.

    ``still_read`` says whether the new content proposes the same row.
    """

    table: str
    row: Row
    still_read: bool


def review_list(
    found: Proposals, existing: Existing, rejections: Collection[Rejection] = (), *, all_of_them: bool = False
) -> list[Proposal]:
    """The proposals to decide on, in the order of the text; rejected ones are left out, and so is what exists already.

    ``all_of_them`` keeps what exists already, so that a page can show that it was read.
    """
    rejected = {rejection.key for rejection in rejections}
    listed: list[Proposal] = []
    for table, rows in found.rows.items():
        for row, evidence in zip(rows, found.evidence[table], strict=True):
            comparison = compare(table, row, existing)
            proposal = Proposal(_key(table, row, evidence), table, row, evidence, comparison)
            if proposal.key not in rejected and (all_of_them or comparison.standing is not Standing.EXISTS):
                listed.append(proposal)
    return sorted(listed, key=lambda proposal: (_start(proposal), proposal.table, proposal.key))


def accept(proposal: Proposal, person: str, moment: str, editors: Collection[str] = ()) -> Proposal:
    """The proposal, accepted; ``editors`` are all who are known.

    Raises:
        WrongUse: it was decided on already, or is the person's own and others could decide on it.
    """
    _may_decide(proposal, person, editors)
    return replace(proposal, verdict=Verdict.ACCEPTED, decided_by=person, decided=moment)


def reject(proposal: Proposal, person: str, moment: str, reason: str) -> tuple[Proposal, Rejection]:
    """The proposal, rejected, and what is to be remembered of it.

    Raises:
        WrongUse: it was decided on already, or no reason is given.
    """
    _may_decide(proposal, person, ())
    if not reason.strip():
        raise WrongUse("decisions.no_reason")
    decided = replace(proposal, verdict=Verdict.REJECTED, decided_by=person, decided=moment, reason=reason.strip())
    return decided, Rejection(proposal.key, reason.strip(), person, moment)


def correct(proposal: Proposal, changes: Mapping[str, Value], person: str, existing: Existing) -> Proposal:
    """The proposal with other values; it becomes the person's own and is open until somebody accepts it.

    Raises:
        WrongUse: it was decided on already, or a column is not the table's to correct.
    """
    _may_decide(proposal, person, ())
    unknown = sorted(set(changes) - set(proposal.row) | set(changes) & {"confidence", "document"})
    if unknown:
        raise WrongUse("decisions.not_a_column", column=unknown[0])
    row: Row = {**proposal.row, **changes}
    return replace(
        proposal,
        key=_key(proposal.table, row, proposal.evidence),
        row=row,
        comparison=compare(proposal.table, row, existing),
        proposed_by=person,
    )


def add(table: str, row: Row, evidence: Evidence, person: str, existing: Existing) -> Proposal:
    """A proposal that the reader missed, made by marking words of the text."""
    proposed: Row = {**row, "confidence": PROPOSED, "quote": evidence.quote[:300]}
    comparison = compare(table, proposed, existing)
    return Proposal(_key(table, proposed, evidence), table, proposed, evidence, comparison, proposed_by=person)


def accepted_rows(proposals: Iterable[Proposal]) -> dict[str, list[Row]]:
    """What was accepted, as rows of the tables that ``load`` checks and takes; stated from now on."""
    rows: dict[str, list[Row]] = {}
    for proposal in proposals:
        if proposal.verdict is not Verdict.ACCEPTED:
            continue
        current = proposal.comparison.current
        same = current is not None and identity(proposal.table, current) == identity(proposal.table, proposal.row)
        row = merged(proposal.row, current) if same and current is not None else proposal.row
        rows.setdefault(proposal.table, []).append({**row, "confidence": STATED})
    return rows


def reopened(reading: Reading, document: str, found: Proposals, existing: Existing) -> list[Reopened]:
    """The graph's rows that rest on a document of other content than was read now; none where it is the same."""
    known = [row for row in existing.get("documents", ()) if row["id"] == document]
    if not known or known[0].get("sha256") in (None, reading.sha256):
        return []
    return [
        Reopened(table, row, still_read=_is_read(table, row, found))
        for table, rows in existing.items()
        if table != "documents"
        for row in rows
        if row.get("document") == document
    ]


def _is_read(table: str, row: Row, found: Proposals) -> bool:
    return any(identity(table, other) == identity(table, row) for other in found.rows.get(table, ()))


def _may_decide(proposal: Proposal, person: str, editors: Collection[str]) -> None:
    if proposal.verdict is not Verdict.OPEN:
        raise WrongUse("decisions.decided")
    if len({*editors, person}) >= LEAST_EDITORS and proposal.proposed_by == person:
        raise WrongUse("decisions.own_proposal", person=person)


def _start(proposal: Proposal) -> int:
    return proposal.evidence.start if proposal.evidence else 0


def _key(table: str, row: Row, evidence: Evidence | None) -> str:
    """The same for the same words and row, whatever file or version of the reader they come from."""
    facts = sorted((column, _text(value)) for column, value in row.items() if column not in PROVENANCE and value)
    words = " ".join((evidence.quote if evidence else "").casefold().split())
    return hashlib.sha256(repr((table, facts, words)).encode()).hexdigest()[:24]


def _text(value: Value) -> str:
    return ";".join(value) if isinstance(value, list) else str(value)


def counts(proposals: Sequence[Proposal]) -> dict[str, int]:
    """How many proposals there are of each verdict."""
    return {verdict.value: sum(proposal.verdict is verdict for proposal in proposals) for verdict in Verdict}
