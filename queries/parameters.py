"""What is given to a question, read strictly: unknown names, forms and ids are refused with the nearest ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias, cast

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.dates import is_date
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.queries.question import Parameter, ParameterKind, Question

Given: TypeAlias = str | int | list[str]
Values: TypeAlias = dict[str, "Given | None"]

_BETWEEN = re.compile(r"[;,\n]")
_NEAREST = 3
_LABELS_OF = """
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN n.id, labels(n)
"""
_IDS_OF = """
MATCH (n:Entity) WHERE any(label IN labels(n) WHERE label IN $labels) AND coalesce(n.confidence, '') <> 'proposed'
WITH collect(n.id) AS ids
RETURN ids
"""


def nearest(text: str, names: Iterable[str]) -> str:
    """The few names most like the text, as a list to read; a dash where there are none."""
    # Only here, in an error: every command would pay for loading it.
    from rapidfuzz import process  # noqa: PLC0415

    return ", ".join(name for name, _, _ in process.extract(text, list(names), limit=_NEAREST)) or "–"


def day(name: str, value: object) -> str:
    """A date as it was given.

    Raises:
        WrongUse: it is no date of the calendar, or not written YYYY-MM-DD.
    """
    text = str(value).strip()
    if not is_date(text):
        raise WrongUse("asking.not_a_date", name=name, value=text)
    return text


def read(question: Question, given: Mapping[str, object], as_of: str) -> Values:
    """Every parameter of the question with the value given, its default, or ``None``.

    Raises:
        WrongUse: a parameter is unknown, missing, one too many, or of the wrong form.
    """
    names = [parameter.name for parameter in question.parameters]
    for name in given:
        if name not in names:
            code = "asking.unknown_parameter" if names else "asking.no_parameters"
            raise WrongUse(code, name=name, question=question.id, nearest=nearest(name, names))
    values: Values = {}
    for parameter in question.parameters:
        value = given.get(parameter.name)
        empty = value is None or value in ("", [])
        default = as_of if parameter.default == "as_of" else parameter.default
        values[parameter.name] = default if empty else _value(parameter, value)
    _check_presence(question, values)
    return values


def _value(parameter: Parameter, value: object) -> Given:
    name = parameter.name
    match parameter.kind:
        case ParameterKind.DATE:
            return day(name, value)
        case ParameterKind.LIST:
            parts = value if isinstance(value, list | tuple) else _BETWEEN.split(str(value))
            return [text for part in parts if (text := str(part).strip())]
        case ParameterKind.INTEGER:
            return _integer(parameter, value)
        case ParameterKind.CHOICE if value not in parameter.choices:
            raise WrongUse("asking.not_a_choice", name=name, value=value, choices=", ".join(parameter.choices))
    return str(value).strip()


def _integer(parameter: Parameter, value: object) -> int:
    text = str(value).strip()
    least = parameter.least or 0
    if not re.fullmatch(r"\d{1,9}", text) or int(text) < least:
        raise WrongUse("asking.not_a_number", name=parameter.name, value=text, least=least)
    return int(text)


def _check_presence(question: Question, values: Values) -> None:
    for parameter in question.parameters:
        if parameter.required and values[parameter.name] in (None, "", []):
            raise WrongUse("asking.missing", name=parameter.name, question=question.id)
    if question.one_of and sum(values[name] is not None for name in question.one_of) != 1:
        raise WrongUse("asking.one_of", names=", ".join(question.one_of), question=question.id)
    if question.any_of and all(values[name] is None for name in question.any_of):
        raise WrongUse("asking.any_of", names=", ".join(question.any_of), question=question.id)


def check_ids(graph: Graph, question: Question, values: Values) -> None:
    """Refuses an id that does not exist or has another label than its parameter wants.

    Raises:
        WrongUse: naming the nearest ids that exist.
    """
    wanted = {p.name: p for p in question.parameters if p.kind is ParameterKind.ID and values[p.name] is not None}
    if not wanted:
        return
    found = {row[0]: row[1] for row in graph.read(_LABELS_OF, {"ids": [values[name] for name in wanted]})}
    for name, parameter in wanted.items():
        labels = found.get(values[name])
        if isinstance(labels, list) and set(labels) & set(parameter.labels):
            continue
        code = "asking.unknown_id" if labels is None else "asking.wrong_label"
        ((ids,),) = graph.read(_IDS_OF, {"labels": list(parameter.labels)})
        raise WrongUse(
            code,
            name=name,
            value=values[name],
            labels=" / ".join(parameter.labels),
            nearest=nearest(str(values[name]), cast("list[str]", ids)),
        )
