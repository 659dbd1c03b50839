"""Proposed rows, each with the words that it rests on, and the questions that a person has to answer first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.reading import Evidence
from ansvarskarta.loaders.decisions.standing import identity
from ansvarskarta.texts import Language, Words

PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Question:
    """What a person has to decide before a row can be proposed."""

    field: str
    value: str
    candidates: tuple[str, ...]
    words: Words

    def as_json(self) -> dict[str, object]:
        """The question as a JSON object."""
        return {
            "field": self.field,
            "value": self.value,
            "candidates": list(self.candidates),
            "sv": self.words.sv,
            "en": self.words.en,
        }

    def text(self, lang: Language) -> str:
        """The question as a sentence."""
        return self.words.in_(lang)


@dataclass(slots=True)
class Proposals:
    """Rows by table, the evidence that each row rests on in the same order, and what was left to a person."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    evidence: dict[str, list[Evidence | None]] = field(default_factory=lambda: defaultdict(list))
    questions: list[Question] = field(default_factory=list)
    _seen: set[tuple[str, ...]] = field(default_factory=set, repr=False)

    def add(self, table: str, row: Row, evidence: Evidence | None) -> None:
        """Adds a row once: the identity of a row is told by its table."""
        key = (table, *identity(table, row))
        if key not in self._seen:
            self._seen.add(key)
            self.rows[table].append(row)
            self.evidence[table].append(evidence)
