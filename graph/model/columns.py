"""What a column can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ansvarskarta.texts import Words


class Kind(StrEnum):
    """The form of a column's values; ``IDS``, ``DATES`` and ``TEXTS`` hold several, with ``;`` between in a table."""

    TEXT = "text"
    TEXTS = "texts"
    ID = "id"
    IDS = "ids"
    DATE = "date"
    DATES = "dates"
    PARTIAL_DATE = "partial date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FRACTION = "fraction"
    CHOICE = "choice"
    URL = "url"
    SHA256 = "sha256"

    @property
    def is_list(self) -> bool:
        """Whether a value holds several."""
        return self in (Kind.TEXTS, Kind.IDS, Kind.DATES)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that an enumerated column may have, with its name on the page."""

    value: str
    name: Words


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table and property of a node or relationship.

    ``refers_to`` are the labels that an id may point at; ``least`` and ``most`` bound a number;
    ``longest`` bounds a text in characters.
    """

    name: str
    kind: Kind
    description: Words
    required: bool = False
    choices: tuple[Choice, ...] = ()
    refers_to: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    longest: int = 32_000
    pattern: str = ""

    def __post_init__(self) -> None:
        if (self.kind is Kind.CHOICE) != bool(self.choices):
            raise ValueError(f"{self.name}: a choice has choices, and nothing else has")
        if (self.kind in (Kind.ID, Kind.IDS)) != bool(self.refers_to):
            raise ValueError(f"{self.name}: an id refers to labels, and nothing else does")

    @property
    def values(self) -> tuple[str, ...]:
        """The values that an enumerated column may have."""
        return tuple(choice.value for choice in self.choices)


CONFIDENCE = (
    Choice("stated", Words("uttryckt i källan", "stated in the source")),
    Choice("inferred", Words("följer av källan", "inferred from the source")),
    Choice("proposed", Words("förslag som ingen har godtagit", "proposed, not yet accepted")),
)


def text(name: str, sv: str, en: str, *, required: bool = False, longest: int = 32_000, pattern: str = "") -> Column:
    """A column of free text."""
    return Column(name, Kind.TEXT, Words(sv, en), required=required, longest=longest, pattern=pattern)


def date(name: str, sv: str, en: str) -> Column:
    """A column of full dates."""
    return Column(name, Kind.DATE, Words(sv, en))


def partial_date(name: str, sv: str, en: str) -> Column:
    """A column of dates that may be cut to a month or a year."""
    return Column(name, Kind.PARTIAL_DATE, Words(sv, en))


def choice(name: str, sv: str, en: str, *choices: tuple[str, str, str], required: bool = False) -> Column:
    """An enumerated column; each choice is its value and its name in Swedish and English."""
    options = tuple(Choice(value, Words(name_sv, name_en)) for value, name_sv, name_en in choices)
    return Column(name, Kind.CHOICE, Words(sv, en), required=required, choices=options)


def reference(name: str, sv: str, en: str, *labels: str, required: bool = False) -> Column:
    """A column that holds the id of one node of the labels named."""
    return Column(name, Kind.ID, Words(sv, en), required=required, refers_to=labels)


def references(name: str, sv: str, en: str, *labels: str) -> Column:
    """A column that holds several ids of nodes of the labels named."""
    return Column(name, Kind.IDS, Words(sv, en), refers_to=labels)


def number(
    name: str, sv: str, en: str, *, whole: bool = True, least: float | None = None, most: float | None = None
) -> Column:
    """A column of numbers, whole or decimal."""
    kind = Kind.INTEGER if whole else Kind.DECIMAL
    return Column(name, kind, Words(sv, en), least=least, most=most)


def fraction(name: str, sv: str, en: str) -> Column:
    """A column of fractions, 0 to 1."""
    return Column(name, Kind.FRACTION, Words(sv, en), least=0, most=1)


def valid_from() -> Column:
    """The first day on which something holds."""
    return date(
        "valid_from",
        "Första dagen som raden gäller; tomt där källan inte anger någon.",
        "The first day on which the row holds; empty where the source gives none.",
    )


def valid_to() -> Column:
    """The last day on which something holds."""
    return date(
        "valid_to",
        "Sista dagen som raden gäller; tomt där källan inte anger någon, vilket inte betyder tills vidare.",
        "The last day on which the row holds; empty where the source gives none, which is not 'until further notice'.",
    )


def provenance(*, required_document: bool = False) -> tuple[Column, ...]:
    """Where a row comes from: document, place in it, its own words and how certain the reading is."""
    return (
        reference(
            "document",
            "Handlingen som raden vilar på.",
            "The document that the row rests on.",
            "Document",
            required=required_document,
        ),
        text(
            "locator",
            "Var i handlingen: sida, avsnitt, stycke eller paragraf.",
            "Where in the document: page, section, paragraph or clause.",
        ),
        text(
            "quote",
            "Källans egna ord, högst 300 tecken.",
            "The source's own words, 300 characters at most.",
            longest=300,
        ),
        Column(
            "confidence",
            Kind.CHOICE,
            Words(
                "Hur säkert raden är belagd; tomt läses som uttryckt i källan.",
                "How well the row is supported; empty reads as stated.",
            ),
            choices=CONFIDENCE,
        ),
    )
