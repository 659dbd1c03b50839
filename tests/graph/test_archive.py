"""What is no whole backup is refused before the database hears of it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from ansvarskarta.graph.archive import Kind, Part, batches, verified
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.texts import Language

LINE = b'{"id":"theme:energy"}\n'
Json = dict[str, object]


def archive(path: Path, change: Callable[[Json, Json], None] = lambda _, __: None, line: bytes = LINE) -> Path:
    part: Json = {
        "kind": "nodes",
        "names": ["Entity", "Theme"],
        "count": 1,
        "sha256": hashlib.sha256(LINE).hexdigest(),
    }
    manifest: Json = {
        "form": 1,
        "product": "0.1.0",
        "schema": 1,
        "engine": "embedded",
        "made_at": "2026-11-24T10:00:00+00:00",
        "number": 7,
        "demo": False,
        "loaded_at": None,
        "parts": [part],
    }
    change(manifest, part)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("manifest.json", json.dumps(manifest))
        file.writestr("nodes/Entity-Theme.jsonl", line)
    return path


def test_a_whole_one_is_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "b.zip")
    manifest = verified(path)
    assert (manifest.number, manifest.rows) == (7, 1)
    (part,) = manifest.parts
    assert list(batches(path, part)) == [[{"id": "theme:energy"}]]


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        pytest.param(lambda m, _: m.update(form=2), LINE, "backup.newer", id="form of a later version"),
        pytest.param(lambda m, _: m.update(schema=99), LINE, "backup.newer", id="schema of a later version"),
        pytest.param(lambda m, _: m.pop("number"), LINE, "backup.no_backup", id="a fact is missing"),
        pytest.param(lambda m, _: m.update(parts=5), LINE, "backup.no_backup", id="parts are no list"),
        pytest.param(
            lambda _, p: p.update(names=["Entity", "X) DETACH DELETE n //"]), LINE, "backup.foreign", id="Cypher"
        ),
        pytest.param(lambda _, p: p.update(names=["Entity"]), LINE, "backup.foreign", id="labels not of the model"),
        pytest.param(lambda _, p: p.update(kind="../nodes"), LINE, "backup.no_backup", id="no such kind"),
        pytest.param(lambda _, p: p.update(count=2), LINE, "backup.damaged", id="a row is missing"),
        pytest.param(lambda _, p: p.update(names=["Change"]), LINE, "backup.damaged", id="a part is missing"),
        pytest.param(lambda _, __: None, LINE.replace(b"y", b"i"), "backup.damaged", id="one letter differs"),
        pytest.param(lambda _, __: None, LINE[:-1], "backup.damaged", id="the last line is cut off"),
    ],
)
def test_what_is_not_whole_is_refused(
    tmp_path: Path, change: Callable[[Json, Json], None], line: bytes, code: str
) -> None:
    path = archive(tmp_path / "b.zip", change, line)
    with pytest.raises(BadInput) as refused:
        verified(path)
    assert refused.value.code == code
    assert str(path) in refused.value.message(Language.SV)


@pytest.mark.parametrize("size", [0, 1, 100, 300])
def test_a_file_that_was_cut_off_is_refused(tmp_path: Path, size: int) -> None:
    path = archive(tmp_path / "b.zip")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(BadInput) as refused:
        verified(path)
    assert refused.value.code == "backup.no_backup"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        verified(tmp_path / "nothing.zip")
    assert refused.value.code == "backup.missing"


def test_rows_that_are_not_json_are_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "b.zip", line=b"{\n")
    with pytest.raises(BadInput) as refused:
        list(batches(path, Part(Kind.NODES, ("Entity", "Theme"), 1, "")))
    assert refused.value.code == "backup.damaged"
