"""The same commands at a Neo4j address."""

from __future__ import annotations

import json
from pathlib import Path

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.demonstration import demonstration
from engines import wipe
from terminal_processes import Terminal


def test_load_who_and_status_by_address(neo4j_graph: Graph, neo4j_settings: Settings, tmp_path: Path) -> None:
    wipe(neo4j_graph)
    account = {"ANSVARSKARTA_USER": str(neo4j_settings.user), "ANSVARSKARTA_PASSWORD": str(neo4j_settings.password)}
    terminal = Terminal(tmp_path / "home", {"ANSVARSKARTA_GRAPH": neo4j_settings.graph, **account})
    loaded = terminal("load", demonstration(), "--format", "json")
    assert loaded.returncode == 0, loaded.stderr
    said = terminal("who", "elnät Boden", "--as-of", "2026-01-01")
    assert said.stdout.startswith("Den 1 januari 2026 ägs ”Överföringskapacitet till Luleå och Boden” av Svenska kraft")
    assert said.stderr == ""
    facts = json.loads(terminal("status", "--format", "json").stdout)
    assert (facts["graph"], facts["nodes"], facts["demo"]) == (neo4j_settings.graph, 512, True)
    assert not (tmp_path / "home").exists()
