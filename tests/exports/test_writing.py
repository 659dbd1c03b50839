"""Exports appear whole or not at all."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import pytest
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.errors import BadInput, WrongUse
from export_fixtures import MakeContent


def refuse(_path: Path, _counts: dict[str, int]) -> None:
    raise ValueError("themes: rows")


def test_a_failed_check_leaves_no_file_and_keeps_the_old_one(
    tmp_path: Path, demo: Source, content: MakeContent
) -> None:
    out = tmp_path / "tables.xlsx"
    out.write_text("old")
    with pytest.raises(BadInput, match="themes: rows"):
        export(content(demo), replace(formats()["xlsx"], check=refuse), out)
    assert [path.name for path in tmp_path.iterdir()] == ["tables.xlsx"]
    assert out.read_text() == "old"


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    def fill(_done: int, _of: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(WrongUse, match="No space left on device"):
        export(content(demo), formats()["xlsx"], tmp_path / "tables.xlsx", fill)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(WrongUse) as refused:
        export(content(demo), formats()["csv"], tmp_path / "mine")
    assert refused.value.code == "export.folder_taken"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_another_formats_ending_is_refused(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    with pytest.raises(WrongUse) as refused:
        export(content(demo), formats()["xlsx"], tmp_path / "tables.csv")
    assert refused.value.code == "export.wrong_ending"


def test_progress_ends_with_all_steps_done(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    steps: list[tuple[int, int]] = []
    export(content(demo), formats()["csv"], tmp_path / "tables", lambda done, of: steps.append((done, of)))
    assert steps[-1][0] == steps[-1][1]
    assert steps == sorted(steps)
