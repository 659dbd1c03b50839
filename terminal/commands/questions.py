"""``questions``: the catalogue, or one question with its parameters, columns, meaning and Cypher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ansvarskarta.terminal.command import Command, Example, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Cell, Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.queries import Parameter, Question


def suggestions() -> Sequence[str]:
    """The ids of all questions, for shells to complete with."""
    from ansvarskarta.queries.reading import question_ids

    return question_ids()


def run(context: Context) -> Result:
    """Shows all questions, or one."""
    from ansvarskarta.queries import catalogue
    from ansvarskarta.queries.asking import find

    if asked := context.value("question"):
        return _cypher(find(asked), context) if context.flag("cypher") else _one(find(asked), context)
    rows: list[dict[str, Cell]] = [
        {"question": one.id, "group": one.group, "title": one.title.in_(context.lang)} for one in catalogue().values()
    ]
    return Result(json={"questions": rows}, sheets=(Sheet(("question", "group", "title"), rows),))


def _one(question: Question, context: Context) -> Result:
    parameters = [_parameter(parameter, context) for parameter in question.parameters]
    columns: list[dict[str, Cell]] = [
        {"column": column.name, "kind": column.kind.value, "meaning": column.description.in_(context.lang)}
        for column in question.columns
    ]
    title, meaning = question.title.in_(context.lang), question.meaning.in_(context.lang)
    return Result(
        json={
            "question": question.id,
            "group": question.group,
            "title": title,
            "meaning": meaning,
            "of": question.of.in_(context.lang) if question.of else None,
            "parameters": parameters,
            "columns": columns,
            "cypher": question.cypher_text(context.lang, {"as_of": context.as_of}),
        },
        text=f"{question.id}: {title}\n{meaning}",
        sheets=(
            Sheet(("column", "kind", "meaning"), columns, title=context.text("terminal_ask.columns")),
            Sheet(
                ("parameter", "kind", "required", "default", "meaning"),
                parameters,
                title=context.text("terminal_ask.parameters" if parameters else "terminal_ask.no_parameters"),
            ),
        ),
    )


def _parameter(parameter: Parameter, context: Context) -> dict[str, Cell]:
    return {
        "parameter": parameter.name,
        "kind": parameter.kind.value,
        "required": parameter.required,
        "default": parameter.default,
        "meaning": parameter.description.in_(context.lang),
    }


def _cypher(question: Question, context: Context) -> Result:
    cypher = question.cypher_text(context.lang, {"as_of": context.as_of})
    return Result(json={"question": question.id, "cypher": cypher}, text=cypher.rstrip())


COMMAND = Command(
    name="questions",
    group=Group.ASK,
    summary=Words("Visa frågorna som går att ställa.", "Show the questions that can be asked."),
    detail=Words(
        "Med en frågas namn visas vad den betyder, vad som går att ange och vad svaret innehåller.",
        "With the name of one: what it means, what can be given, and what its answer holds.",
    ),
    options=(
        Option(
            ("question",),
            Words("Frågans namn, till exempel no_owner.", "The question's name, such as no_owner."),
            Words("FRÅGA", "QUESTION"),
            optional=True,
            suggestions=suggestions,
        ),
        Option(
            ("--cypher",),
            Words(
                "Visa frågans Cypher, att klistra in i Neo4j Browser.",
                "Show the question's Cypher, to paste into Neo4j Browser.",
            ),
        ),
    ),
    examples=(
        Example(
            "ansvarskarta questions no_owner --cypher",
            Words("Visar hur frågan ställs till databasen.", "Shows how the question is put to the database."),
        ),
    ),
    rows=True,
    run=run,
)
