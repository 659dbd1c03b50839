"""Asking a question of the catalogue: from its id and parameters to rows in the order that the contract says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from itertools import chain
from typing import Protocol, cast

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.dates import today
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.queries.notes import notes
from ansvarskarta.queries.ordering import AnswerRow, Cell, sort_rows
from ansvarskarta.queries.parameters import Values, check_ids, day, nearest, read
from ansvarskarta.queries.question import Question
from ansvarskarta.queries.reading import question as find_question
from ansvarskarta.queries.reading import question_ids
from ansvarskarta.texts import Language

_TRIES = 5
_MANY_STATEMENTS = 3
_AT_ONCE = 2
_MANY = """
WITH collect([{names}]) AS rows
UNWIND range(0, (size(rows) - 1) / 1000) AS i
RETURN rows[i * 1000 .. (i + 1) * 1000]
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question on a day, with what they were counted among and the version of the data.

    ``notes`` are sentences that must stand beside the rows, such as that the data is for demonstration.
    """

    question: str
    as_of: str
    parameters: Mapping[str, object]
    of: int | None
    truncated: bool
    columns: tuple[str, ...]
    rows: list[AnswerRow]
    data_version: str
    is_demo: bool
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The object that the terminal and the API print; ``notice`` only where there is something to notice."""
        answer: dict[str, object] = {
            "question": self.question,
            "as_of": self.as_of,
            "parameters": dict(self.parameters),
            "of": self.of,
            "truncated": self.truncated,
            "columns": list(self.columns),
            "rows": self.rows,
            "data_version": self.data_version,
        }
        if self.notes:
            answer["notice"] = list(self.notes)
        return answer


@dataclass(frozen=True, slots=True)
class Found:
    """What a question's module hands back: rows, and where it knows them the count and whether more were left out."""

    rows: list[AnswerRow]
    of: int | None = None
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its parameters read, ready to run on one graph."""

    graph: Graph
    question: Question
    values: Values
    lang: Language
    given: Mapping[str, object] = field(default_factory=dict)
    begun: Mapping[str, Future[list[AnswerRow]]] = field(default_factory=dict)

    def run(self, statement: str = "rows", **extra: object) -> list[AnswerRow]:
        """The rows of one of the question's statements by the names that it returns, in no order."""
        if not extra and statement in self.begun:
            return self.begun[statement].result()
        names = self.question.returned(statement)
        sent = self.question.taken([statement], {**self.given, **extra})
        rows = read_rows(self.graph, self.question.statements[statement], names, sent)
        return [dict(zip(names, row, strict=True)) for row in rows]


class _Module(Protocol):
    def answer(self, asked: Asked) -> Found: ...


def ask(
    graph: Graph,
    question_id: str,
    parameters: Mapping[str, object] | None = None,
    *,
    as_of: str | None = None,
    lang: Language = Language.SV,
) -> Answer:
    """Answers one question of the catalogue as of a day (today in Sweden where none is given).

    Parameters are texts, as a terminal or an address gives them, or numbers and lists.

    Raises:
        WrongUse: the question, a parameter or an id does not exist, or a value has the wrong form.
        DatabaseUnavailable: the database can't be reached.
    """
    question = find(question_id)
    on = today() if as_of is None else day("as_of", as_of)
    values = read(question, parameters or {}, on)
    check_ids(graph, question, values)
    asked = prepared(graph, question, values, on, lang)
    state = graph.state()
    for _ in range(_TRIES):  # a write between two reads would mix two states of the graph
        before, found = state, _answer(asked)
        state = graph.state()
        if state.version == before.version:
            break
    sort_rows(question, found.rows)
    return Answer(
        question=question.id,
        as_of=on,
        parameters={name: value for name, value in values.items() if value is not None},
        of=found.of,
        truncated=found.truncated,
        columns=question.column_names,
        rows=found.rows,
        data_version=str(state.version),
        is_demo=state.is_demo,
        notes=tuple(notes(graph, state, on, lang)),
    )


def prepared(graph: Graph, question: Question, values: Values, on: str, lang: Language) -> Asked:
    """The question with its parameters, as they were read, and what follows from them: ready to run."""
    given: dict[str, object] = {**values, "as_of": on, "english": lang is Language.EN}
    given |= {extra.name: value for extra in question.derived if (value := extra.value(given)) is not None}
    return Asked(graph, question, values, lang, given)


def find(question_id: str) -> Question:
    """The question of that id.

    Raises:
        WrongUse: there is none; names the nearest ones.
    """
    try:
        return find_question(question_id)
    except KeyError:
        near = nearest(question_id, question_ids())
        raise WrongUse("asking.unknown_question", question=question_id, nearest=near) from None


def _answer(asked: Asked) -> Found:
    question = asked.question
    if question.in_python:
        module = cast("_Module", import_module(f"{__package__}.questions.{question.id}"))
        with _begun(asked) as begun:
            return module.answer(begun)
    rows = asked.run()
    if question.of is None:
        return Found(rows)
    return Found(rows, of=count(asked) if "of" in question.statements else len(rows))


@contextmanager
def _begun(asked: Asked) -> Iterator[Asked]:
    """The question with the statements under way that need nothing from its module, where they are many.

    The engine works one out while Python takes in another.
    """
    question = asked.question
    alone = [statement for statement in question.statements if question.used(statement) <= asked.given.keys()]
    if len(alone) < _MANY_STATEMENTS:
        yield asked
        return
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        yield replace(asked, begun={statement: threads.submit(asked.run, statement) for statement in alone})


def count(asked: Asked) -> int:
    """The number of things looked at, from the question's statement ``of``."""
    ((number),) = (row["of"] for row in asked.run("of"))
    return cast("int", number)


def read_rows(
    graph: Graph, cypher: str, names: tuple[str, ...], parameters: Mapping[str, object]
) -> Iterable[list[Cell]]:
    """The rows of a statement that ends with ``RETURN`` and these names, in no order.

    They come in lists of a thousand, which both engines send several times faster; those of a ``UNION`` one by one.
    """
    if "UNION" in cypher:
        return cast("list[list[Cell]]", graph.read(cypher, parameters))
    collected = cypher[: cypher.rindex("RETURN")] + _MANY.format(names=", ".join(f"`{name}`" for name in names))
    parts = cast("list[list[list[list[Cell]]]]", graph.read(collected, parameters))
    return chain.from_iterable(part for (part,) in parts)
