from __future__ import annotations

from pathlib import Path

import pytest
from ansvarskarta.loaders.problems import Level
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.loaders.tables import Tables


def read(tmp_path: Path, raw: bytes, name: str = "themes.csv") -> Tables:
    (tmp_path / name).write_bytes(raw)
    return read_paths([tmp_path / name])


def codes(tables: Tables) -> dict[str, int]:
    return tables.problems.by_code()


def test_reads_utf8_with_and_without_mark(tmp_path: Path) -> None:
    for raw in ("id,name\r\ntheme:a,Elnät\r\n".encode(), "\ufeffid,name\ntheme:a,Elnät".encode()):
        tables = read(tmp_path, raw)
        assert codes(tables) == {}
        assert tables.sources[0].columns == {"id": ["theme:a"], "name": ["Elnät"]}
        assert list(tables.sources[0].lines) == [2]


def test_reads_semicolons_where_the_header_has_them(tmp_path: Path) -> None:
    tables = read(tmp_path, b'id;name;aliases\ntheme:a;One, two;"x;y"\n')
    assert codes(tables) == {}
    assert tables.sources[0].columns == {"id": ["theme:a"], "name": ["One, two"], "aliases": ["x;y"]}


def test_recognises_latin1_and_says_so(tmp_path: Path) -> None:
    tables = read(tmp_path, "id,name\ntheme:a,Umeå – norr\n".encode("cp1252"))
    assert tables.sources[0].columns["name"] == ["Umeå – norr"]
    (problem,) = tables.problems
    assert (problem.level, problem.code, problem.place.line) == (Level.NOTICE, "read_as_latin1", 2)


@pytest.mark.parametrize(
    ("raw", "code", "line"),
    [
        pytest.param(
            "id,name\ntheme:a,å\n".encode() + "theme:b,ö\n".encode("cp1252"), "mixed_encodings", 3, id="mixed"
        ),
        pytest.param(b"id,name\ntheme:a,\x81\n", "unknown_encoding", 2, id="neither"),
        pytest.param("id,name\ntheme:a,b\n".encode("utf-16"), "utf16", None, id="utf-16"),
        pytest.param(b"id,name\ntheme:a,b\x00c\n", "control_character", 2, id="nul"),
        pytest.param(b'id,name\ntheme:a,"b\ntheme:c,d\n', "broken_quotes", 3, id="quote never closed"),
        pytest.param(b"", "no_header", 1, id="empty"),
        pytest.param(b"id,name\ntheme:a\n", "wrong_number_of_cells", 2, id="too few"),
        pytest.param(b"id,name\ntheme:a,b,c\n", "wrong_number_of_cells", 2, id="too many"),
        pytest.param(b"id,name,\ntheme:a,b,c\n", "column_without_name", 1, id="no name"),
        pytest.param(b"id,nmae\ntheme:a,b\n", "unknown_column_near", 1, id="misspelt"),
        pytest.param(b"id,name,qqqqq\ntheme:a,b,c\n", "unknown_column", 1, id="unknown"),
        pytest.param(b"id,name,name\ntheme:a,b,c\n", "column_twice", 1, id="twice"),
    ],
)
def test_says_what_can_not_be_read(tmp_path: Path, raw: bytes, code: str, line: int | None) -> None:
    tables = read(tmp_path, raw)
    (problem,) = tables.problems
    assert (problem.level, problem.code, problem.place.line) == (Level.ERROR, code, line)


def test_lines_are_the_files_own_where_cells_hold_line_breaks(tmp_path: Path) -> None:
    tables = read(tmp_path, b'id,name\n\ntheme:a,"one\ntwo"\n\ntheme:b,c\n')
    assert tables.sources[0].columns["name"] == ["one\ntwo", "c"]
    assert list(tables.sources[0].lines) == [3, 6]


def test_a_cell_of_ten_megabytes_is_read_and_left_to_the_checks(tmp_path: Path) -> None:
    tables = read(tmp_path, b"id,name\ntheme:a," + b"x" * 10_000_000 + b"\n")
    assert codes(tables) == {}
    assert len(tables.sources[0].columns["name"][0]) == 10_000_000


def test_text_that_was_made_harmless_is_itself_again(tmp_path: Path) -> None:
    tables = read(tmp_path, b"id,name,description\ntheme:a,'=1+1,''@x\ntheme:b,'tis,'\n")
    assert tables.sources[0].columns["name"] == ["=1+1", "'tis"]
    assert tables.sources[0].columns["description"] == ["'@x", "'"]


def test_an_unknown_table_is_an_error_with_the_nearest_name(tmp_path: Path) -> None:
    tables = read(tmp_path, b"id,name\n", "bottleneck.csv")
    (problem,) = tables.problems
    assert (problem.code, problem.values["near"]) == ("unknown_table_near", "bottlenecks")
    tables = read(tmp_path, b"id,name\n", "xyzzy.csv")
    assert codes(tables) == {"unknown_table": 1}
