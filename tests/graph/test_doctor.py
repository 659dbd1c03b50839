"""The doctor finds what is wrong, says how to mend it, and changes nothing."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.doctor import Verdict, examine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.texts import Language


@pytest.fixture
def settings(graph: Graph, request: pytest.FixtureRequest) -> Settings:
    found: Settings = request.getfixturevalue(f"{graph.engine.value}_settings")
    return found


def test_a_sound_installation(graph: Graph, settings: Settings) -> None:
    before = graph.version()
    findings = examine(settings)
    found = {finding.key: finding.verdict for finding in findings}
    assert {"product", "clock", "schema", "writer", "data", "no_foreign"} <= found.keys()
    expected = {"engine_running"} if settings.is_embedded else {"server", "reader_missing"}
    assert expected <= found.keys()
    assert Verdict.BAD not in found.values()
    for finding in findings:
        for lang in Language:
            assert finding.message(lang)
            assert bool(finding.hint(lang)) == (finding.verdict is not Verdict.GOOD)
    assert graph.version() == before


def test_what_is_amiss_is_found(graph: Graph, settings: Settings) -> None:
    graph.write(lambda tx: tx.run("CREATE (:Entity {id: 'x:foreign'})").consume())
    graph.write(lambda tx: tx.run("MATCH (v:Ansvarskarta) SET v.demo = true, v.loading = 'load-7'").consume())
    try:
        found = {finding.key: finding for finding in examine(settings)}
    finally:
        graph.write(lambda tx: tx.run("MATCH (v:Ansvarskarta) SET v.demo = false, v.loading = null").consume())
    assert found["foreign"].values == {"nodes": 1}
    assert found["load_cut_off"].message(Language.EN).startswith("A load (load-7) is under way or was cut off")
    assert found["demo"].verdict is Verdict.ATTENTION


def test_a_database_that_does_not_answer_is_a_finding() -> None:
    findings = examine(Settings(graph="bolt://127.0.0.1:1", user="neo4j", password="x"))  # noqa: S106  # nobody is there
    assert [(finding.key, finding.verdict) for finding in findings] == [
        ("product", Verdict.GOOD),
        ("engine.unreachable", Verdict.BAD),
    ]
    assert "bolt://127.0.0.1:1" in findings[-1].message(Language.SV)


def test_a_folder_of_a_later_version_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "format.json").write_text(json.dumps({"format": 2, "engine": "99.0"}), encoding="utf-8")
    assert examine(Settings(home=tmp_path))[-1].key == "engine.folder_newer"


def test_each_text_that_asks_for_mending_has_its_fact() -> None:
    keys = tomllib.loads((files("ansvarskarta.texts") / "doctor.toml").read_text(encoding="utf-8")).keys()
    assert {key.removesuffix("_hint") for key in keys if key.endswith("_hint")} < set(keys)
