"""What is exported as tables is what ``load`` reads, value by value."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import TABLE_BY_NAME, TABLES
from export_fixtures import MakeContent, ReadBack, Stored

LOADABLE = {"csv": "tables", "xlsx": "tables.xlsx"}


@pytest.mark.parametrize("name", LOADABLE)
def test_demonstration_data_comes_back(
    *, name: str, tmp_path: Path, demo: Source, stored: Stored, content: MakeContent, read_back: ReadBack
) -> None:
    export(content(demo), formats()[name], tmp_path / LOADABLE[name])
    assert read_back(tmp_path / LOADABLE[name]) == {table: rows for table, rows in stored.items() if rows}


@pytest.mark.parametrize("name", LOADABLE)
def test_hostile_text_comes_back(
    name: str, tmp_path: Path, hostile: Source, content: MakeContent, read_back: ReadBack
) -> None:
    export(content(hostile), formats()[name], tmp_path / LOADABLE[name])
    read = read_back(tmp_path / LOADABLE[name])
    for table in TABLES:
        expected = {identity(table, row): row for row in hostile(table)}
        got = read.get(table.name, {})
        assert got.keys() == expected.keys()
        for key, row in expected.items():
            assert dict(zip(TABLE_BY_NAME[table.name].column_names, got[key], strict=True)) == row


@pytest.mark.parametrize("name", LOADABLE)
def test_same_content_gives_same_bytes(name: str, tmp_path: Path, demo: Source, content: MakeContent) -> None:
    out = LOADABLE[name] if formats()[name].ending else "tables.zip"
    for folder in ("first", "second"):
        export(content(demo), formats()[name], tmp_path / folder / out)
    assert (tmp_path / "first" / out).read_bytes() == (tmp_path / "second" / out).read_bytes()
