"""What ``questions ID --cypher`` prints, taken apart as Neo4j Browser does, runs as it stands on both engines."""

from __future__ import annotations

import re

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.queries import ask, catalogue
from ansvarskarta.texts import Language

DAY = "2023-06-30"
BOTTLENECK = "bottleneck:grid-capacity-lulea-boden"
PARAMETER = re.compile(r"^:param (\w+) => (.*);$", re.MULTILINE)
STATEMENT = re.compile(r"^// (\w+)\n(.*?);$", re.MULTILINE | re.DOTALL)


def pasted(graph: Graph, question: str, **given: object) -> tuple[dict[str, str], dict[str, object]]:
    """The statements by name, and the parameters as the engine reads them."""
    text = catalogue()[question].cypher_text(Language.SV, {"as_of": DAY, **given})
    parameters = {name: graph.read(f"RETURN {value} AS value")[0][0] for name, value in PARAMETER.findall(text)}
    return dict(STATEMENT.findall(text)), parameters


@pytest.mark.parametrize("question", catalogue())
def test_every_statement_runs_with_the_parameters_that_stand_above_it(demonstrated: Graph, question: str) -> None:
    statements, parameters = pasted(demonstrated, question)
    assert statements.keys() == catalogue()[question].statements.keys()
    for statement in statements.values():
        assert isinstance(demonstrated.read(statement, parameters), list)


def test_a_pasted_statement_gives_the_rows_of_the_answer(demonstrated: Graph) -> None:
    statements, parameters = pasted(demonstrated, "who_owns", bottleneck=BOTTLENECK)
    rows = demonstrated.read(statements["rows"], parameters)
    answer = ask(demonstrated, "who_owns", {"bottleneck": BOTTLENECK}, as_of=DAY)
    assert rows
    assert sorted(row[:4] for row in rows) == sorted(list(row.values())[:4] for row in answer.rows)
