"""``ask``: one question of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.commands.questions import suggestions
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.queries import Answer


def run(context: Context) -> Result:
    """Asks the question and shows its rows, with what they were counted among."""
    from ansvarskarta.queries import ask

    parameters = _parameters(context)
    with context.graph() as graph:
        answer = ask(graph, context.must("question"), parameters, as_of=context.value("as_of"), lang=context.lang)
    return Result(
        json=answer.as_json(),
        sheets=(Sheet(answer.columns, answer.rows),),
        notes=_notes(answer, context),
        exit_code=1 if answer.question == "search" and not answer.rows else 0,
    )


def _parameters(context: Context) -> Mapping[str, object]:
    """What was given as NAME=VALUE, and the list of a file as ``ids``.

    Raises:
        WrongUse: a word is not of that form, or a name is given twice.
    """
    given: dict[str, object] = {}
    for word in context.values("parameters"):
        name, equals, value = word.partition("=")
        if not (name and equals):
            raise WrongUse("terminal.not_a_parameter", word=word)
        if name in given:
            raise WrongUse("terminal.given_twice", name=name)
        given[name] = value
    if file := context.value("in"):
        if "ids" in given:
            raise WrongUse("terminal.given_twice", name="ids")
        given["ids"] = _lines(context, file)
    return given


def _lines(context: Context, file: str) -> list[str]:
    """The lines of a file, or with ``-`` of standard input, without empty ones.

    Raises:
        WrongUse: it is not UTF-8 text.
    """
    try:
        text = context.streams.inp.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse("terminal.not_text", file=file) from error
    return [line.strip() for line in text.removeprefix("\ufeff").splitlines() if line.strip()]


def _notes(answer: Answer, context: Context) -> tuple[str, ...]:
    from ansvarskarta.queries.asking import find

    notes = []
    counted = find(answer.question).of
    if answer.of is not None and counted is not None:
        notes.append(
            context.text(
                "terminal_ask.of", rows=len(answer.rows), of=answer.of, what=counted.in_(context.lang), day=answer.as_of
            )
        )
    else:
        notes.append(context.text("terminal_ask.rows", rows=len(answer.rows), day=answer.as_of))
    if answer.truncated:
        notes.append(context.text("terminal_ask.truncated", rows=len(answer.rows)))
    return (*notes, *answer.notes)


COMMAND = Command(
    name="ask",
    group=Group.ASK,
    summary=Words("Ställ en av frågorna.", "Ask one of the questions."),
    detail=Words(
        "Kommandot questions visar vilka frågor som finns och vad som går att ange till var och en. En tom lista är "
        "också ett svar.",
        "The command questions shows which questions there are and what can be given to each. An empty list is an "
        "answer, too.",
    ),
    options=(
        Option(
            ("question",),
            Words("Frågans namn, till exempel no_owner.", "The question's name, such as no_owner."),
            Words("FRÅGA", "QUESTION"),
            suggestions=suggestions,
        ),
        Option(
            ("parameters",),
            Words(
                "Det som frågan gäller, till exempel theme=theme:energy. Flera id:n skrivs med semikolon mellan.",
                "What the question is about, such as theme=theme:energy. Several ids are written with semicolons.",
            ),
            Words("NAMN=VÄRDE", "NAME=VALUE"),
            many=True,
            optional=True,
        ),
        Option(
            ("--in",),
            Words(
                "Läs listan till frågan owners_of ur en textfil, en kommun, etablering eller flaskhals per rad; "
                "- är standard in.",
                "Read the list for the question owners_of from a text file, one municipality, establishment or "
                "bottleneck a line; - is standard input.",
            ),
            Words("FIL", "FILE"),
            form=Form.FILE,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta ask no_owner theme=theme:energy",
            Words("Vilka flaskhalsar inom energi saknar ägare?", "Which bottlenecks in energy have no owner?"),
        ),
        Example(
            "ansvarskarta ask reports_due days=30 --format json",
            Words("Vilka rapporter ska lämnas inom 30 dagar, som JSON?", "Which reports are due in 30 days, as JSON?"),
        ),
    ),
    rows=True,
    run=run,
)
