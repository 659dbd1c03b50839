"""Reading the catalogue: one question from its file, or all of them.

A file ``questions/ID.cypher`` begins with a comment that holds TOML: group and place in it, title, meaning,
parameters, columns, order. Then come its statements; each but the first begins with ``// statement: NAME``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeAlias, cast

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.question import (
    AnswerColumn,
    ColumnKind,
    Derived,
    Direction,
    Narrowing,
    Order,
    Parameter,
    ParameterKind,
    Question,
)
from ansvarskarta.queries.words import expand, shared
from ansvarskarta.texts import Words

GROUPS = ("ownership", "gaps", "handover")
NARROWED_BY = ("theme", "municipality", "county", "establishment")

Header: TypeAlias = dict[str, "str | int | list[str] | Header"]

_HEADER = re.compile(r"\A/\*\n(?P<toml>.*?)\n\*/\n", re.DOTALL)
_STATEMENT = re.compile(r"^// statement: (\w+)\n", re.MULTILINE)
_DERIVED = re.compile(r"(?P<date>\w+) (?P<sign>[+-]) (?P<days>\w+)")
_KEYS = {
    "group", "place", "title", "meaning", "required", "optional", "one_of", "any_of", "defaults", "narrowing",
    "parameters", "columns", "column", "order", "derived", "of",
}  # fmt: skip


def _folder_names() -> list[str]:
    return sorted(file.name for file in (files(__package__) / "questions").iterdir())


@cache
def question_ids() -> tuple[str, ...]:
    """The ids of all questions, without reading their files."""
    return tuple(name.removesuffix(".cypher") for name in _folder_names() if name.endswith(".cypher"))


@cache
def catalogue() -> Mapping[str, Question]:
    """Every question by its id, group by group.

    Raises:
        ValueError: a question is incoherent.
    """
    found = [question(name) for name in question_ids()]
    return MappingProxyType(
        {one.id: one for one in sorted(found, key=lambda one: (GROUPS.index(one.group), one.place))}
    )


@cache
def question(name: str) -> Question:
    """One question, from its own file alone.

    Raises:
        KeyError: there is none of that id.
        ValueError: it is incoherent.
    """
    if name not in question_ids():
        raise KeyError(name)
    source = (files(__package__) / "questions" / f"{name}.cypher").read_text(encoding="utf-8")
    return parse(name, source, in_python=f"{name}.py" in _folder_names())


def parse(name: str, source: str, *, in_python: bool = False) -> Question:
    """A question from the text of its file.

    Raises:
        ValueError: the header or the statements are incoherent.
    """
    found = _HEADER.match(source)
    if found is None:
        raise ValueError(f"the question {name} does not begin with a header")
    header = tomllib.loads(found["toml"])
    if unknown := sorted(set(header) - _KEYS):
        raise ValueError(f"the question {name} has headings that mean nothing: {unknown}")
    narrowing = Narrowing(header["narrowing"]) if "narrowing" in header else None
    return Question(
        id=name,
        group=header["group"],
        place=header["place"],
        title=_words(header["title"]),
        meaning=_words(header["meaning"]),
        parameters=tuple(_parameters(header, narrowing)),
        columns=tuple(_column(column, header.get("column", {})) for column in header["columns"]),
        order=tuple(map(_order, header.get("order", ()))),
        statements=_statements(source[found.end() :]),
        derived=tuple(_derived(*item) for item in header.get("derived", {}).items()),
        one_of=tuple(header.get("one_of", ())),
        any_of=tuple(header.get("any_of", ())),
        narrowing=narrowing,
        of=_words(header["of"]) if "of" in header else None,
        in_python=in_python,
    )


@cache
def _vocabulary() -> dict[str, dict[str, Header]]:
    return tomllib.loads((files(__package__) / "vocabulary.toml").read_text(encoding="utf-8"))


def _words(entry: Mapping[str, str]) -> Words:
    return Words(sv=entry["sv"], en=entry["en"])


def _parameters(header: Mapping[str, object], narrowing: Narrowing | None) -> list[Parameter]:
    required = _names(header, "required")
    names = [*required, *_names(header, "one_of"), *_names(header, "any_of"), *_names(header, "optional")]
    if narrowing:
        names += NARROWED_BY
    defaults = cast("dict[str, int | str]", header.get("defaults", {}))
    return [_parameter(name, required=name in required, default=defaults.get(name)) for name in names]


def _names(header: Mapping[str, object], key: str) -> list[str]:
    return cast("list[str]", header.get(key, []))


def _parameter(name: str, *, required: bool, default: int | str | None) -> Parameter:
    entry = _entry("parameters", name)
    return Parameter(
        name=name,
        kind=ParameterKind(str(entry["kind"])),
        description=Words(sv=str(entry["sv"]), en=str(entry["en"])),
        required=required,
        default=default,
        labels=tuple(texts(entry.get("labels"))),
        choices=tuple(texts(entry.get("choices"))),
        least=least if isinstance(least := entry.get("least"), int) else None,
    )


def _entry(kind: str, name: str) -> Header:
    """What the shared vocabulary says of a parameter or column.

    Raises:
        ValueError: it says nothing.
    """
    try:
        return _vocabulary()[kind][name]
    except KeyError:
        raise ValueError(f"{kind} {name} has no description") from None


def _column(name: str, own: Mapping[str, Header]) -> AnswerColumn:
    entry = own[name] if name in own else _entry("columns", name)
    return AnswerColumn(name, ColumnKind(str(entry["kind"])), Words(sv=str(entry["sv"]), en=str(entry["en"])))


def _order(text: str) -> Order:
    """One step of an order: ``severity falling``, ``distance``, ``waiting most``."""
    column, _, how = text.partition(" ")
    return Order(column, Direction(how))


def _derived(name: str, text: str) -> Derived:
    """A derived parameter: ``as_of + days``, ``as_of - overdue``, ``date + 1``, or ``module``."""
    if text == "module":
        return Derived(name)
    found = _DERIVED.fullmatch(text)
    if found is None:
        raise ValueError(f"a derived parameter that means nothing: {text}")
    return Derived(name, found["date"], -1 if found["sign"] == "-" else 1, found["days"])


def _statements(body: str) -> Mapping[str, str]:
    first, *others = _STATEMENT.split(body)
    named = {"rows": first, **dict(zip(others[::2], others[1::2], strict=True))}
    return MappingProxyType({name: expand(text.strip(), shared()) for name, text in named.items() if text.strip()})
