from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.problems import Level
from ansvarskarta.loaders.reading import read_paths

THEMES = b"id,name\ntheme:a,A\n"


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, raw in members.items():
            zipped.writestr(name, raw)
    return path


def test_a_folder_is_read_and_what_is_no_table_is_said(tmp_path: Path) -> None:
    (tmp_path / "themes.csv").write_bytes(THEMES)
    (tmp_path / "README.md").write_bytes(b"hello")
    tables = read_paths([tmp_path])
    assert [source.table.name for source in tables.sources] == ["themes"]
    assert [(problem.level, problem.code, problem.place.file) for problem in tables.problems] == [
        (Level.NOTICE, "not_a_table", "README.md")
    ]
    assert [(file.name, file.sha256) for file in tables.files] == [("themes.csv", hashlib.sha256(THEMES).hexdigest())]


def test_what_programs_leave_behind_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "themes.csv").write_bytes(THEMES)
    (tmp_path / "~$tables.xlsx").write_bytes(b"\x05Eva")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "themes.csv").write_bytes(b"?")
    tables = read_paths([tmp_path])
    assert (len(tables.sources), len(tables.problems)) == (1, 0)


def test_an_old_workbook_is_an_error_not_a_notice(tmp_path: Path) -> None:
    (tmp_path / "themes.xls").write_bytes(b"\xd0\xcf")
    (problem,) = read_paths([tmp_path]).problems
    assert (problem.level, problem.code, problem.value) == (Level.ERROR, "unsupported_kind", ".xls")


def test_names_in_an_archive_are_never_paths(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    tables = read_paths(
        [archive(folder / "t.zip", {"../../themes.csv": THEMES, "/etc/counties.csv": b"id,name,code\n"})]
    )
    assert sorted(source.table.name for source in tables.sources) == ["counties", "themes"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["in", "t.zip"]


def test_an_archive_that_unpacks_beyond_measure_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.zip", {"themes.csv": b"0" * 50_000_000})
    (problem,) = read_paths([path]).problems
    assert (problem.level, problem.code) == (Level.ERROR, "archive_too_large")


def test_a_workbook_that_unpacks_beyond_measure_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "bomb.xlsx", {"xl/worksheets/sheet1.xml": b"0" * 50_000_000})
    (problem,) = read_paths([path]).problems
    assert (problem.level, problem.code) == (Level.ERROR, "archive_too_large")


def test_an_archive_that_lies_about_its_sizes_unpacks_no_more_than_it_says(tmp_path: Path) -> None:
    raw = bytearray(archive(tmp_path / "t.zip", {"themes.csv": b"0" * 50_000_000}).read_bytes())
    true_size = struct.pack("<I", 50_000_000)
    (tmp_path / "lie.zip").write_bytes(bytes(raw).replace(true_size, struct.pack("<I", 10)))
    (problem,) = read_paths([tmp_path / "lie.zip"]).problems
    assert (problem.level, problem.code) == (Level.ERROR, "broken_archive")


@pytest.mark.parametrize(("name", "code"), [("t.zip", "broken_archive"), ("t.xlsx", "broken_workbook")])
def test_a_damaged_file_is_a_problem(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 and then nothing")
    (problem,) = read_paths([tmp_path / name]).problems
    assert (problem.level, problem.code) == (Level.ERROR, code)


def test_an_archive_within_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        zipped.writestr("themes.csv", THEMES)
    (problem,) = read_paths([archive(tmp_path / "t.zip", {"inner.zip": inner.getvalue()})]).problems
    assert (problem.level, problem.code) == (Level.ERROR, "unsupported_kind")


def test_of_a_data_package_only_its_own_tables_are_read(tmp_path: Path) -> None:
    package = json.dumps({"resources": [{"path": "csv/themes.csv"}, {"path": "csv/gone.csv"}]}).encode()
    path = archive(
        tmp_path / "p.zip",
        {"x/datapackage.json": package, "x/csv/themes.csv": THEMES, "x/tables.xlsx": b"?", "x/themes.csv": b"id\n"},
    )
    tables = read_paths([path])
    assert [source.file for source in tables.sources] == ["p.zip/x/csv/themes.csv"]
    assert tables.problems.by_code() == {"package_lacks_file": 1, "beside_package": 1}


def test_a_package_that_says_nonsense_is_a_problem(tmp_path: Path) -> None:
    path = archive(tmp_path / "p.zip", {"datapackage.json": b'{"resources": 3}', "themes.csv": THEMES})
    assert read_paths([path]).problems.by_code() == {"broken_package": 1}


def test_a_path_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match=r"nowhere does not exist"):
        read_paths([tmp_path / "nowhere"])


def test_nothing_to_load_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(BadInput, match="hold no tables"):
        read_paths([tmp_path])


def test_the_demonstration_is_known_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "themes.csv").write_bytes((demonstration() / "themes.csv").read_bytes())
    assert read_paths([tmp_path]).is_demo
    (tmp_path / "themes.csv").write_bytes(THEMES)
    assert not read_paths([tmp_path]).is_demo
