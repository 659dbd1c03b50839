"""What the reader missed and a person adds: words of the text that were marked, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME, RelationshipTable
from ansvarskarta.graph.values import Row, texts
from ansvarskarta.loaders.decisions.document import Document
from ansvarskarta.loaders.decisions.gazetteer.find import name_in
from ansvarskarta.loaders.decisions.known import known
from ansvarskarta.loaders.decisions.proposals import MANDATE_FIELDS, Proposing
from ansvarskarta.loaders.decisions.proposed import Proposals
from ansvarskarta.loaders.decisions.read import LONGEST_QUOTE, evidence_in
from ansvarskarta.loaders.decisions.reading import BY_REVIEWER, Evidence, Reading
from ansvarskarta.loaders.decisions.rules.context import Found
from ansvarskarta.loaders.decisions.standing import Existing
from ansvarskarta.loaders.decisions.swedish_dates import days

# Fields that tie the mandate to something: the relationship that each becomes.
LINKS = {
    "given_to": "given_to",
    "cooperates_with": "cooperates_with",
    "consults": "consults",
    "reports_to": "reports_to",
    "issuer": "issued",
    "funding": "funded_by",
    "considers": "considers",
    "continues": "continues",
    "concerns": "concerns",
}
# Fields that are a value of the mandate itself: its column.
VALUES = {
    "decision_date": "issued",
    "start": "valid_from",
    "end": "valid_to",
    "report_due": "report_due",
    "title": "name",
    "register_numbers": "reference",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """What marked words are said to mean: a field, and whom, what or which value they name.

    ``names`` is the id of a node of the graph, empty for what the words themselves name; ``value`` is that of a field
    of the mandate.
    """

    field: str
    start: int
    end: int
    names: str = ""
    value: str = ""


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where words stand in a text, first and last character; spaces and line breaks are alike."""
    parts = words.split()
    if not parts:
        return []
    pattern = r"\s+".join(re.escape(part) for part in parts)
    return [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)]


def day_in(words: str) -> str:
    """The first day that words name, in ISO 8601; empty where they name none."""
    found = days(words)
    return found[0].iso if found else ""


def added(document: Document, reading: Reading, marked: Marked, existing: Existing) -> Proposals:
    """The rows that marked words propose: the relationship or the mandate, and with them what they need that is new.

    Raises:
        WrongUse: no words are marked, more than a quote holds, or what they are said to name or to say is not given.
    """
    evidence = _evidence(document, marked)
    found = Proposals()
    one = Proposing(reading, known(existing), found)
    if one.graph.own_document(reading) is None:
        one.propose_document()
    if marked.field in VALUES:
        found.add("mandates", _mandate(one, marked) | one.source(evidence), evidence)
        return found
    if one.mandate not in one.graph.ids:
        one.propose_mandate()
    other = marked.names or _named(one, marked.field, evidence)
    if other:
        table = LINKS[marked.field]
        start, end = (other, one.mandate) if table == "issued" else (one.mandate, other)
        row: Row = {"start": start, "end": end}
        found.add(table, row | one.source(evidence), evidence)
    return found


def _evidence(document: Document, marked: Marked) -> Evidence:
    words = document.text[marked.start : marked.end]
    start = marked.start + len(words) - len(words.lstrip())
    words = words.strip()
    if not words or len(words) > LONGEST_QUOTE:
        raise WrongUse("decisions.marked_length", most=LONGEST_QUOTE)
    return evidence_in(document, Found(marked.field, words, start, start + len(words), BY_REVIEWER))


def _named(one: Proposing, field: str, evidence: Evidence) -> str | None:
    """Who or what the words themselves name, proposed where new; ``None`` where that is a question."""
    if field == "concerns":
        raise WrongUse("decisions.choose_what")
    words = " ".join(evidence.quote.split())
    if field in MANDATE_FIELDS:
        return one.cited(words, evidence)
    return one.actor(field, name_in(words), evidence)


def _mandate(one: Proposing, marked: Marked) -> Row:
    """The mandate with the value, all else as it is proposed or, where it is not, as it stands."""
    value = marked.value.strip()
    if not value:
        raise WrongUse("decisions.no_value")
    rows = [row for row in one.graph.existing.get("mandates", ()) if row["id"] == one.mandate]
    rows.sort(key=lambda row: row.get("confidence") == "proposed")
    base = rows[-1] if rows else one.mandate_row()
    column = VALUES[marked.field]
    return {**base, column: sorted({*texts(base.get(column)), value}) if column == "report_due" else value}


def ends_of(table: str) -> tuple[str, ...]:
    """The labels of what a relationship's other end may be."""
    declared = TABLE_BY_NAME[table]
    if not isinstance(declared, RelationshipTable):
        return ()
    return declared.start if table == "issued" else declared.end
