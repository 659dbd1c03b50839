from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansvarskarta.graph.spreadsheet_text import guard, unguard


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+46 920", "'+46 920"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'=1", "''=1"),
        ("'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("Boden = Luleå", "Boden = Luleå"),
        ("", ""),
    ],
)
def test_what_would_run_gets_an_apostrophe_and_loses_it_again(text: str, cell: str) -> None:
    assert guard(text) == cell
    assert unguard(cell) == text


@given(st.text(alphabet="'=+-@\t\r\n aå") | st.text())
def test_every_text_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text


@given(st.text(alphabet="'=+-@\t\r\n aå", min_size=1))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert guard(text)[0] not in "=+-@\t\r\n"
