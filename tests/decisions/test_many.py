"""Many decisions at once."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.loaders.decisions import read_many
from ansvarskarta.texts import Language

DECISION = "# Uppdrag till {agency}\n\nRegeringen uppdrar åt {agency} att bygga hus i landet.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = tmp_path / "beslut"
    files.mkdir()
    (files / "a.md").write_text(DECISION.format(agency="Boverket"), encoding="utf-8")
    (files / "b.md").write_text(DECISION.format(agency="Skolverket"), encoding="utf-8")
    (files / "c.txt").write_text(DECISION.format(agency="Boverket").replace("# ", ""), encoding="utf-8")
    (files / "d.txt").write_text("", encoding="utf-8")
    (files / "e.jpg").write_bytes(b"x")
    return files


def test_one_list_with_counts_doubles_and_failures(folder: Path) -> None:
    batch = read_many([folder])
    assert [item.document for item in batch.readings] == ["a.md", "b.md"]
    assert batch.doubles == {"c.txt": "a.md"}
    assert [(failure.file, failure.code) for failure in batch.failures] == [("d.txt", "decisions.empty")]
    assert "d.txt" in batch.failures[0].message(Language.SV)
    counts = batch.counts()
    assert (counts["read"], counts["doubles"], counts["failed"], counts["given_to"]) == (2, 1, 1, 2)


def test_an_archive_is_read_without_being_unpacked(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "beslut.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, f"../{path.name}")
    before = sorted(tmp_path.rglob("*"))
    assert len(read_many([archive]).readings) == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_it_goes_on_where_it_was_cut_off(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    whole = read_many([folder], state=state)
    lines = state.read_text(encoding="utf-8").splitlines(keepends=True)
    state.write_text("".join(lines[:2]) + lines[2][:30], encoding="utf-8")
    before = (folder / "a.md").stat()
    (folder / "a.md").write_bytes(b"x" * before.st_size)  # were it read anew, it would be refused
    os.utime(folder / "a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    again = read_many([folder], state=state)
    assert again.readings == whole.readings
    assert again.doubles == whole.doubles


def test_a_file_that_has_changed_meanwhile_is_read_anew(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    (folder / "ny.md").write_bytes(b"")
    before = read_many([folder], state=state)
    (folder / "ny.md").write_text("# Uppdrag om vatten\n\nRegeringen uppdrar åt Boverket att öva.", encoding="utf-8")
    again = read_many([folder], state=state)
    assert ("ny.md", "decisions.empty") in [(failure.file, failure.code) for failure in before.failures]
    assert "ny.md" in [reading.document for reading in again.readings]


def test_many_are_read_the_same_by_several_processes(tmp_path: Path) -> None:
    for number in range(45):
        text = DECISION.format(agency="Boverket") + f"\nHus nummer {number}.\n"
        (tmp_path / f"{number:02}.md").write_text(text, encoding="utf-8")
    assert read_many([tmp_path], workers=2) == read_many([tmp_path], workers=1)


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read_many([tmp_path / "no"])
