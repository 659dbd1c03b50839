"""Every question on both engines against the reference: on random graphs, and on the demonstration data.

``ANSVARSKARTA_GRAPHS`` says how many graphs a run makes on each engine (``make campaign`` makes thousands). Graphs have
numbers and are the same in every run; for each question that differs, a graph is made small and printed.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import cast

import pytest
from ansvarskarta.graph.connection import Graph, State
from ansvarskarta.graph.content import as_record, as_row, identities
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.plan import compare
from ansvarskarta.graph.upsert import apply
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.queries import ask, catalogue
from ansvarskarta.texts import Language
from engines import wipe
from reference.answer import QUESTIONS
from reference.asking import Asked, asks, every_form
from reference.graphs import graph_number
from reference.oracle import Oracle
from reference.printing import as_text
from reference.shrinking import smaller
from reference.world import Tables, World

IS_CAMPAIGN = "ANSVARSKARTA_GRAPHS" in os.environ
GRAPHS = int(os.environ.get("ANSVARSKARTA_GRAPHS", "200"))
FORMS_A_QUESTION = 40
DAYS_A_GRAPH = 2
# The day of the decision, the days around an end, the turn of a year, and a day after most of it.
DEMONSTRATION_DAYS = ("2022-12-15", "2023-06-30", "2023-07-01", "2024-12-31", "2025-01-01", "2026-11-24")
FIRST_GRAPH = {"embedded": 0, "neo4j": 1_000_000}


class Still:
    """A graph that nobody writes to meanwhile: its state is asked for once, not with each answer."""

    def __init__(self, graph: Graph) -> None:
        self._state = graph.state()
        self.read = graph.read

    def state(self) -> State:
        return self._state


def load(graph: Graph, tables: Tables) -> Graph:
    """Puts the tables into the emptied graph by the product's own upsert."""
    plans = []
    for name, rows in tables.items():
        table = TABLE_BY_NAME[name]
        columns = {column: [row.get(column) for row in rows] for column in table.column_names}
        content = dict(zip(identities(table, columns), (as_record(table, row) for row in rows), strict=True))
        plans.append(compare(table, {}, content))
    wipe(graph)
    graph.write(lambda tx: apply(tx, plans))
    return cast("Graph", Still(graph))


def difference(graph: Graph, oracle: Oracle, asked: Asked) -> str | None:
    """Where the engine's answer differs from the reference's, in words."""
    answer = ask(graph, asked.question, asked.parameters, as_of=asked.day, lang=Language(asked.lang))
    expected = oracle.answer(asked.question, asked.parameters, asked.day, asked.lang)
    rows = [tuple(row[column] for column in answer.columns) for row in answer.rows]
    if answer.columns != expected.columns:
        return f"{asked}\ncolumns {answer.columns}\nnot     {expected.columns}"
    if answer.of != expected.of or answer.truncated != expected.truncated:
        return f"{asked}\nof {answer.of}, not {expected.of}; truncated {answer.truncated}, not {expected.truncated}"
    if not same(rows, expected.rows):
        lines = [f"{asked}: rows (reference first)"]
        lines += [f"- {row}" for row in expected.rows if row not in rows]
        lines += [f"+ {row}" for row in rows if row not in expected.rows]
        return "\n".join(lines if len(lines) > 1 else [*lines, "in another order:", *map(str, rows)])
    return None


def same(one: object, other: object) -> bool:
    """Equal, and of equal kinds; the sixth decimal of a fraction may be rounded either way."""
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, abs_tol=1.5e-6)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def test_the_reference_answers_every_question_of_the_catalogue_but_search() -> None:
    assert {*QUESTIONS, "search"} == set(catalogue())


def test_random_graphs(any_graph: Graph, tell: Callable[[str], None]) -> None:
    first = FIRST_GRAPH[any_graph.engine.value]
    answers = 0
    differing: dict[str, tuple[Tables, Asked]] = {}
    for number in range(first, first + GRAPHS):
        tables = graph_number(number)
        still = load(any_graph, tables)
        oracle = Oracle(tables)
        for asked in asks(tables, number, days=DAYS_A_GRAPH):
            answers += 1
            if asked.question not in differing and difference(still, oracle, asked):
                differing[asked.question] = (tables, asked)
    tell(f"{any_graph.engine.value}: {GRAPHS} random graphs, {answers} answers compared with the reference")
    found = [on_a_smaller_graph(any_graph, tables, asked) for tables, asked in differing.values()]
    assert not found, "\n\n".join(found)


def on_a_smaller_graph(graph: Graph, tables: Tables, asked: Asked) -> str:
    """How the answers differ on as small a graph as they do, and that graph."""

    def differs(fewer: Tables) -> str | None:
        return difference(load(graph, fewer), Oracle(fewer), asked)

    small = smaller(tables, lambda fewer: differs(fewer) is not None, keep=asked.parameters.values())
    return f"{differs(small)}\n\nThe graph:\n{as_text(small)}"


@pytest.fixture(scope="module")
def demonstration_tables() -> Tables:
    contents = check(read_paths([demonstration()])).contents
    return {
        name: [as_row(TABLE_BY_NAME[name], record) for record in content.values()] for name, content in contents.items()
    }


@pytest.fixture(scope="module")
def demonstration_graph(any_graph: Graph, demonstration_tables: Tables) -> Iterator[Graph]:
    yield load(any_graph, demonstration_tables)
    wipe(any_graph)


@pytest.mark.parametrize("question", QUESTIONS)
def test_demonstration(demonstration_graph: Graph, demonstration_tables: Tables, question: str) -> None:
    """About ids all through the data, the days taken in turn; in a campaign about every one."""
    oracle = Oracle(demonstration_tables)
    forms = forms_of(question, World(demonstration_tables))
    forms = forms[:: 1 if IS_CAMPAIGN else len(forms) // FORMS_A_QUESTION + 1]
    by_turns = zip(forms, cycle(DEMONSTRATION_DAYS), cycle(("sv", "en", "sv", "en", "en")))
    wanted = [Asked(question, form, day, lang) for form, day, lang in by_turns]
    wanted += [Asked(question, forms[0], day, "sv") for day in DEMONSTRATION_DAYS]
    differing = [found for asked in wanted if (found := difference(demonstration_graph, oracle, asked))]
    assert differing == []


def forms_of(question: str, world: World) -> list[dict[str, object]]:
    match question:
        case "owners_of":
            return [{"ids": ["2580", "Bodens kommun", "norrbotten county", "establishment:stegra-boden", "Atlantis"]}]
        case "changes":
            return [{"from": "2022-12-31", "to": day} for day in DEMONSTRATION_DAYS if day > "2022-12-31"]
        case "handover":
            ids = [node.id for label in ("Actor", "Mandate") for node in world.of_label(label)]
            return [{"mandate" if id_.startswith("mandate:") else "actor": id_} for id_ in ids]
        case "reports_due":
            return [{}, {"days": 3650}, {"days": 0, "overdue": 3650}]
        case _:
            return every_form(question, world)
