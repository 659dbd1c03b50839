"""What was read from one decision: every field, and for every value the words that it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum


class DecisionKind(StrEnum):
    """What a decision does."""

    ASSIGNMENT = "assignment"
    CHANGE = "change"
    EXTENSION = "extension"
    ENDING = "ending"
    DIRECTIVE = "directive"
    APPROPRIATION_LETTER = "appropriation letter"
    OFFER = "offer"


BY_REVIEWER = "reviewer"
"""The rule of evidence whose words a person marked."""

BY_WORDS = "concerns.words"
"""The rule of evidence that suggests what a decision is about: words that it shares with a name."""


class Certainty(StrEnum):
    """How sure a rule is of what it found: the words say it, it follows from them, or it should be looked at."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that one value rests on.

    ``start`` and ``end`` are characters of the document's text, ``text[start:end] == quote``; ``page`` is counted from
    1 and is ``None`` in formats without pages; ``paragraph`` is counted from 1 through the document, 0 in its headings.
    """

    field: str
    value: str
    page: int | None
    paragraph: int
    quote: str
    start: int
    end: int
    rule: str
    certainty: Certainty

    def as_json(self) -> dict[str, object]:
        """The evidence as a JSON object."""
        return {
            "field": self.field,
            "value": self.value,
            "page": self.page,
            "paragraph": self.paragraph,
            "quote": self.quote,
            "from": self.start,
            "to": self.end,
            "rule": self.rule,
            "certainty": self.certainty.value,
        }


@dataclass(frozen=True, slots=True)
class Funding:
    """Where money for the mandate comes from; ``share`` is a fraction, amounts are whole kronor, days are inclusive."""

    expenditure_area: str | None = None
    appropriation: str | None = None
    item: str | None = None
    actor: str | None = None
    share: float | None = None
    amount_sek: int | None = None
    valid_from: str | None = None
    valid_to: str | None = None

    def as_json(self) -> dict[str, object]:
        """The funding as a JSON object."""
        return {
            "expenditure_area": self.expenditure_area,
            "appropriation": self.appropriation,
            "item": self.item,
            "actor": self.actor,
            "share": self.share,
            "amount_sek": self.amount_sek,
            "from": self.valid_from,
            "to": self.valid_to,
        }

    @property
    def label(self) -> str:
        """What the evidence of this funding calls it: its filled parts, in order."""
        return "; ".join(str(value) for value in self.as_json().values() if value is not None)


@dataclass(frozen=True, slots=True)
class Reading:
    """One decision, read. Lists are without doubles, in the order of the text; nothing is filled in by guess.

    ``document`` is the file's name, ``sha256`` its checksum, ``text`` what the evidence's characters count in.
    """

    document: str
    sha256: str
    text: str
    title: str | None = None
    register_numbers: tuple[str, ...] = ()
    decision_date: str | None = None
    report_due: tuple[str, ...] = ()
    issuer: str | None = None
    given_to: tuple[str, ...] = ()
    cooperates_with: tuple[str, ...] = ()
    consults: tuple[str, ...] = ()
    reports_to: tuple[str, ...] = ()
    considers: tuple[str, ...] = ()
    continues: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    funding: tuple[Funding, ...] = ()
    extract_to: tuple[str, ...] = ()
    kind: DecisionKind | None = None
    groups: tuple[str, ...] = ()
    authorised: str | None = None
    start: str | None = None
    end: str | None = None
    language: str = "sv"
    evidence: tuple[Evidence, ...] = field(default=(), repr=False)

    def as_json(self) -> dict[str, object]:
        """One object a file, as ``read --format json`` prints it."""
        return {name: _plain(getattr(self, name)) for name in FIELDS} | {
            "evidence": [evidence.as_json() for evidence in self.evidence]
        }

    def evidence_of(self, field_name: str, value: str) -> Evidence | None:
        """The words that a value of a field rests on."""
        for evidence in self.evidence:
            if evidence.field == field_name and evidence.value == value:
                return evidence
        return None


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Funding):
        return value.as_json()
    return value.value if isinstance(value, StrEnum) else value


# The fields of the printed object, in its order; the evidence follows them.
FIELDS: tuple[str, ...] = tuple(
    item.name for item in fields(Reading) if item.name not in ("document", "sha256", "text", "evidence")
)
LISTS = frozenset(item.name for item in fields(Reading) if item.name in FIELDS and str(item.type).startswith("tuple"))
