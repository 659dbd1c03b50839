"""What stands beside an answer about a day outside all of the data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.queries import ask
from engines import wipe


@pytest.fixture
def one_mandate(any_graph: Graph) -> Iterator[Graph]:
    """A graph of one mandate from the first of January 2023 whose report is due on the last of June."""
    wipe(any_graph)
    made = (
        "CREATE (:Entity:Mandate {id: 'mandate:a', valid_from: '2023-01-01', report_due: ['2023-03-31', '2023-06-30']})"
    )
    any_graph.write(lambda tx: tx.run(made).consume())
    yield any_graph
    wipe(any_graph)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2022-12-31", "Den 31 december 2022 ligger före alla dagar då något"),
        ("2023-01-01", ""),
        ("2023-06-30", ""),
        ("2023-07-01", "Den 1 juli 2023 ligger efter alla dagar då något"),
    ],
)
def test_a_day_is_outside_all_data_only_where_nothing_begins_ends_or_is_due(
    one_mandate: Graph, day: str, said: str
) -> None:
    notes = ask(one_mandate, "cycles", as_of=day).notes
    assert [note.startswith(said) for note in notes] == ([True] if said else [])
