"""How results are written: every format, and what data can't do to it."""

from __future__ import annotations

import csv
import io
import json

import pytest
from ansvarskarta.terminal.command import Format
from ansvarskarta.terminal.formats import as_table, writer
from ansvarskarta.terminal.result import Result, Sheet


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


ROWS = Result(
    json={"rows": [{"name": "Luleå"}]},
    text="Två hinder.",
    sheets=(
        Sheet(
            ("bottleneck", "severity", "owners", "open"),
            [
                {"bottleneck": "bottleneck:a", "severity": None, "owners": ["agency:a", "agency:b"], "open": True},
                {"bottleneck": "bottleneck:b", "severity": 5, "owners": [], "open": False},
            ],
            title="Hinder",
        ),
    ),
    notes=("2 av 42",),
)


def written(result: Result, chosen: Format) -> str:
    out = io.StringIO()
    writer(chosen).write(result, out)
    return out.getvalue()


def test_csv_holds_the_rows_alone_lists_joined_and_empty_where_there_is_nothing() -> None:
    assert written(ROWS, Format.CSV) == (
        "bottleneck,severity,owners,open\nbottleneck:a,,agency:a;agency:b,true\nbottleneck:b,5,,false\n"
    )


def test_csv_gives_values_back_as_they_are() -> None:
    value = 'a, "b"\n=1+1'
    out = written(Result(json={}, sheets=(Sheet(("x",), [{"x": value}]),)), Format.CSV)
    assert list(csv.reader(io.StringIO(out))) == [["x"], [value]]


def test_csv_writes_objects_as_json() -> None:
    cell = [{"actor": "agency:a", "score": 5}, {"actor": "agency:b", "score": 1}]
    out = written(Result(json={}, sheets=(Sheet(("candidates",), [{"candidates": cell}]),)), Format.CSV)
    assert list(csv.reader(io.StringIO(out)))[1] == ['{"actor":"agency:a","score":5};{"actor":"agency:b","score":1}']


def test_json_is_the_object_with_its_letters() -> None:
    out = written(ROWS, Format.JSON)
    assert json.loads(out) == {"rows": [{"name": "Luleå"}]}
    assert "Luleå" in out
    assert out.endswith("}\n")


def test_markdown_has_text_table_and_notes() -> None:
    assert written(ROWS, Format.MD) == (
        "Två hinder.\n\n**Hinder**\n\n| bottleneck | severity | owners | open |\n| --- | --- | --- | --- |\n"
        "| bottleneck:a |  | agency:a, agency:b | true |\n| bottleneck:b | 5 |  | false |\n\n*2 av 42*\n"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("![x](http://h/p.png)", r"\!\[x\](http://h/p.png)"),
        ("<script>", r"\<script\>"),
        ("a|b", r"a\|b"),
        ("a\nb", "a b"),
        ("*b* `c`", r"\*b\* \`c\`"),
    ],
)
def test_markdown_in_data_stays_text(value: str, expected: str) -> None:
    out = written(Result(json={}, sheets=(Sheet(("x",), [{"x": value}]),)), Format.MD)
    assert out.splitlines()[2] == f"| {expected} |"


def test_the_table_is_plain_in_a_pipe() -> None:
    out = written(ROWS, Format.TABLE)
    assert "\x1b" not in out
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[0] == "Två hinder."
    assert lines[2] == "Hinder"
    assert lines[5] == "bottleneck:a              agency:a, agency:b   true"
    assert lines[-1] == "2 av 42"


def test_the_table_is_coloured_at_a_terminal_unless_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = Terminal()
    as_table.write(ROWS, coloured)
    assert "\x1b[1mHinder" in coloured.getvalue()
    monkeypatch.setenv("NO_COLOR", "1")
    plain = Terminal()
    as_table.write(ROWS, plain)
    assert "\x1b[3" not in plain.getvalue()


def test_data_can_not_drive_the_terminal() -> None:
    hostile = "\x1b[2J[red]x[/red]\x9b31m\u202egnp\r\x07"
    out = written(Result(json={}, sheets=(Sheet(("x",), [{"x": hostile}]),)), Format.TABLE)
    assert "[red]x[/red]" in out
    for character in ("\x1b", "\x9b", "\u202e", "\r", "\x07"):
        assert character not in out


def test_where_columns_do_not_fit_each_row_is_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    columns = tuple(f"a_long_column_{i}" for i in range(6))
    out = Terminal()
    as_table.write(Result(json={}, sheets=(Sheet(columns, [dict.fromkeys(columns, "v")]),)), out)
    assert out.getvalue().count("a_long_column_3") == 1
    assert len(out.getvalue().splitlines()) == 6
