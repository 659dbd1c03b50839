"""What a question is: its parameters, its columns, its order and its Cypher. One that is incoherent can't exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ansvarskarta.graph.dates import add_days
from ansvarskarta.texts import Language, Words

ALWAYS_GIVEN = ("as_of", "english")
"""What every statement may use: the day, and whether names are asked for in English."""

OPTIONAL = "optional"
"""The map that holds those parameters which a statement works with and without: ``$optional.theme``.

Neo4j plans a statement anew, for a second or more, for each combination of values and nulls among its parameters; a
map is one kind of value whatever it holds.
"""

_PARAMETER = re.compile(rf"\$(?P<optional>{OPTIONAL}\.)?(?P<name>\w+)")
_RETURN = re.compile(r"\bRETURN\s+(?P<names>[\w\s,`]+)$")
_NO_CYPHER = re.compile(r"'[^']*'|^\s*//.*$", re.MULTILINE)


class ParameterKind(StrEnum):
    """The form of a parameter's value."""

    ID = "id"
    TEXT = "text"
    LIST = "list"
    INTEGER = "integer"
    DATE = "date"
    CHOICE = "choice"


class ColumnKind(StrEnum):
    """The form of a column's cells. ``SEQUENCE`` is a list in an order of its own, ``IDS`` a sorted one."""

    ID = "id"
    IDS = "ids"
    SEQUENCE = "sequence"
    TEXT = "text"
    CHOICE = "choice"
    ROLE = "role"
    DATE = "date"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    OBJECTS = "objects"

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several."""
        return self in (ColumnKind.IDS, ColumnKind.SEQUENCE, ColumnKind.OBJECTS)


class Narrowing(StrEnum):
    """What the rows of a question that can be narrowed are about."""

    BOTTLENECKS = "bottlenecks"
    MUNICIPALITIES = "municipalities"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; ``labels`` are those that an id may point at."""

    name: str
    kind: ParameterKind
    description: Words
    required: bool = False
    default: int | str | None = None
    labels: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    least: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """One column of the answer."""

    name: str
    kind: ColumnKind
    description: Words


@dataclass(frozen=True, slots=True)
class Derived:
    """A parameter that is computed before the statement runs: a date and so many days more.

    ``days`` is a number or names a parameter; ``sign`` is 1 or -1. Without ``date`` the question's module computes it.
    """

    name: str
    date: str | None = None
    sign: int = 1
    days: str = "0"

    def value(self, values: Mapping[str, object]) -> str | None:
        """The date, or ``None`` where the question's module computes it."""
        if self.date is None:
            return None
        days = self.days if self.days.isdigit() else str(values[self.days])
        return add_days(str(values[self.date]), self.sign * int(days))


class Direction(StrEnum):
    """Which way rows go by a column. ``MOST`` and ``FEWEST`` go by how many a cell lists.

    ``EMPTY_FIRST`` rises from what is empty; ``GIVEN`` keeps the order in which values were asked for.
    """

    RISING = ""
    FALLING = "falling"
    MOST = "most"
    FEWEST = "fewest"
    EMPTY_FIRST = "empty_first"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class Order:
    """One step of the order of rows: by this column, rising unless ``how`` says otherwise."""

    column: str
    how: Direction


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the catalogue.

    ``statements`` are its Cypher with the shared words expanded: ``rows``, often ``of``, and what a module of the
    same name needs beside them. ``one_of`` names parameters of which exactly one is given, ``any_of`` of which at
    least one is. ``in_python`` says that a module finishes the rows.
    """

    id: str
    group: str
    place: int
    title: Words
    meaning: Words
    parameters: tuple[Parameter, ...]
    columns: tuple[AnswerColumn, ...]
    order: tuple[Order, ...]
    statements: Mapping[str, str]
    derived: tuple[Derived, ...] = ()
    one_of: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    narrowing: Narrowing | None = None
    of: Words | None = None
    in_python: bool = False

    def __post_init__(self) -> None:
        faults = [*self._faults()]
        if faults:
            raise ValueError(f"the question {self.id} is incoherent: {'; '.join(faults)}")

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def cypher(self) -> str:
        """The statement that answers, or that the answer is made from, with the shared words expanded."""
        return self.statements["rows"]

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, if the question has one."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)

    def returned(self, statement: str = "rows") -> tuple[str, ...]:
        """The names that a statement returns.

        Raises:
            ValueError: it does not end with ``RETURN`` and names alone.
        """
        found = _RETURN.search(self.statements[statement].rstrip().rstrip(";"))
        if found is None:
            raise ValueError(f"{self.id}: the statement {statement} must end with RETURN and names alone")
        return tuple(name.strip().strip("`") for name in found["names"].split(","))

    def used(self, statement: str) -> set[str]:
        """The parameters that a statement names."""
        return {name for _, name in _named(self.statements[statement])}

    def taken(self, statements: Iterable[str], values: Mapping[str, object]) -> dict[str, object]:
        """Of these values those that the statements name, in the form in which they are sent."""
        named = set().union(*(_named(self.statements[statement]) for statement in statements))
        sent = {name: values[name] for optional, name in sorted(named) if not optional}
        in_map = {name: values[name] for optional, name in sorted(named) if optional}
        return sent | ({OPTIONAL: in_map} if in_map else {})

    def cypher_text(self, lang: Language, given: Mapping[str, object]) -> str:
        """What a person can paste into Neo4j Browser: what the question means, its parameters and every statement.

        ``given`` are values by parameter, ``as_of`` at least; others have their defaults, or are empty, as are
        the lists that a module fills.
        """
        values: dict[str, object] = {parameter.name: parameter.default for parameter in self.parameters}
        values = {name: given["as_of"] if value == "as_of" else value for name, value in values.items()}
        values |= {"english": lang is Language.EN, **given}
        values |= {extra.name: extra.value(values) if extra.date else [] for extra in self.derived}
        heading = [f"// {self.id}: {self.title.in_(lang)}", f"// {self.meaning.in_(lang)}"]
        sent = self.taken(self.statements, values)
        heading += [f":param {name} => {_literal(value)};" for name, value in sorted(sent.items())]
        parts = [f"// {name}\n{text};" for name, text in self.statements.items()]
        return "\n\n".join(["\n".join(heading), *parts]) + "\n"

    def _faults(self) -> list[str]:
        names = {parameter.name for parameter in self.parameters}
        known = {*ALWAYS_GIVEN, *names, *(extra.name for extra in self.derived)}
        used = set().union(*map(self.used, self.statements))
        used |= {name for extra in self.derived for name in (extra.date, extra.days) if name and not name.isdigit()}
        faults = [f"its Cypher uses ${name}, which nothing declares" for name in sorted(used - known)]
        if "rows" not in self.statements:
            faults.append("it has no statement that gives its rows")
        elif not self.in_python:
            faults += [f"${name} is declared and not used" for name in sorted(known - used - set(ALWAYS_GIVEN))]
            if self.returned() != self.column_names:
                faults.append(f"it returns {self.returned()} and declares {self.column_names}")
        faults += [f"it orders by {step.column}" for step in self.order if step.column not in self.column_names]
        faults += [f"{name} is no parameter" for name in (*self.one_of, *self.any_of) if name not in names]
        if self.narrowing and not self.of:
            faults.append("it narrows without saying what it counts")
        return faults


@cache
def _named(statement: str) -> frozenset[tuple[bool, str]]:
    """The parameters that a statement names, and of each whether it is in the map of optional ones."""
    found = _PARAMETER.finditer(_NO_CYPHER.sub("''", statement))
    return frozenset((match["optional"] is not None, match["name"]) for match in found)


def _literal(value: object) -> str:
    """A parameter's value as Cypher writes it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return str(value)
        case list() | tuple():
            return "[" + ", ".join(map(_literal, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{key}: {_literal(item)}" for key, item in value.items()) + "}"
        case _:
            return "'" + str(value).replace("\\", "\\\\").replace("'", "\\'") + "'"
