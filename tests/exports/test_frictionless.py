"""The data package as the frictionless library checks it."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.writing import export
from export_fixtures import MakeContent, ReadBack, Stored

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the library's own, at import
    import frictionless


def problems(folder: Path) -> list[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        report = frictionless.Package(folder / "datapackage.json").validate()
    return [f"{error.type} {error.note}" for task in report.tasks for error in task.errors] + [
        error.note for error in report.errors
    ]


def test_demonstration_data_is_valid(
    tmp_path: Path, demo: Source, content: MakeContent, read_back: ReadBack, stored: Stored
) -> None:
    export(content(demo), formats()["frictionless"], tmp_path / "package")
    assert problems(tmp_path / "package") == []
    assert read_back(tmp_path / "package") == {table: rows for table, rows in stored.items() if rows}


def test_hostile_text_and_a_proposal_beside_its_node_are_valid(
    tmp_path: Path, hostile: Source, content: MakeContent
) -> None:
    export(content(hostile), formats()["frictionless"], tmp_path / "package")
    assert problems(tmp_path / "package") == []


def test_the_library_finds_what_is_wrong(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    export(content(demo), formats()["frictionless"], tmp_path / "package")
    path = tmp_path / "package" / "responsible_for.csv"
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    broken = second.replace("contributor", "boss").replace("document:", "document:no-")
    path.write_text(f"{first}\r\n{broken}\r\n", encoding="utf-8")
    found = " ".join(problems(tmp_path / "package"))
    assert "enum" in found
    assert "foreign-key" in found
    assert "hash" in found


def test_the_description_says_what_the_data_is(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    export(content(demo), formats()["frictionless"], tmp_path / "package")
    package = json.loads((tmp_path / "package" / "datapackage.json").read_text(encoding="utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["version"] == "a1b2-7"
    assert package["created"] == "2026-11-24T00:00:00Z"
    assert package["demonstration"] is True
    assert package["description"].startswith("Demonstrationsdata, inte ett register.")
    assert {"title": "Nytt stålverk i Luleå till 2028", "path": package["sources"][1]["path"]} == package["sources"][1]
    mandates = next(resource for resource in package["resources"] if resource["name"] == "given_to")
    assert mandates["schema"]["foreignKeys"][0] == {
        "fields": ["start"],
        "reference": {"resource": "mandates", "fields": ["id"]},
    }
