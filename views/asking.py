"""Fråga: every question of the catalogue with a form made from its parameters, the Cypher behind it, and own Cypher."""

from __future__ import annotations

from dataclasses import dataclass

from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.queries import GROUPS, Parameter, ParameterKind, Question, catalogue
from ansvarskarta.queries.own_cypher import ROWS
from ansvarskarta.views.filters import Filter, filter_of
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Heading, Shown, Table, draw, table_of

QUESTION, CYPHER = "fraga", "cypher"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a question's form; ``choice`` is there where it asks for something in the graph."""

    parameter: Parameter
    value: str
    choice: Filter | None


def show(page: Page) -> None:
    """Draws the page."""
    chosen = page.view.value(QUESTION)
    groups = [(group, [one for one in catalogue().values() if one.group == group]) for group in GROUPS]
    own = page.view.value(CYPHER)
    page.show("asking.html", groups=groups, chosen=chosen)
    if chosen in catalogue():
        _ask(page, catalogue()[chosen])
    elif chosen:
        page.say("gone")
    else:
        _own(page, own)


def _ask(page: Page, question: Question) -> None:
    fields = [_field(page, parameter) for parameter in question.parameters]
    given = {field.parameter.name: field.value for field in fields if field.value}
    page.show("question.html", question=question, fields=fields)
    if _is_complete(question, given):
        answer = page.data.ask(question.id, **given)
        page.show("question_answer.html", answer=answer)
        if answer.rows:
            draw(page, table_of(page, answer, with_file=True))
        else:
            page.show("part_empty.html", what=page.text("asking.nothing"))
    parameters: dict[str, object] = {**given, "as_of": page.view.day}
    page.show("question_cypher.html", cypher=question.cypher_text(page.view.lang, parameters))


def _is_complete(question: Question, given: dict[str, str]) -> bool:
    required = all(parameter.name in given for parameter in question.parameters if parameter.required)
    one = not question.one_of or any(name in given for name in question.one_of)
    some = not question.any_of or any(name in given for name in question.any_of)
    return required and one and some


def _field(page: Page, parameter: Parameter) -> Field:
    if parameter.kind is not ParameterKind.ID:
        return Field(parameter, page.view.value(parameter.name), None)
    choice = filter_of(page, parameter.name, parameter.labels)
    return Field(parameter, choice.chosen.id if choice.chosen else "", choice)


def _own(page: Page, cypher: str) -> None:
    page.show("own_cypher.html", cypher=cypher, most=ROWS)
    if not cypher:
        return
    try:
        found = page.data.own(cypher)
    except AnsvarskartaError as error:
        page.refused(error)
        return
    if not found.rows:
        page.show("part_empty.html", what=page.text("asking.nothing"))
        return
    headings = tuple(Heading(name) for name in found.columns)
    rows = tuple(tuple(Shown("" if value is None else str(value)) for value in row) for row in found.rows)
    draw(page, Table(page.text("asking.own"), headings, rows, len(rows)))
    if found.truncated:
        page.show("part_empty.html", what=page.text("frame.truncated_unknown", shown=len(rows)))
