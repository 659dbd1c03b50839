"""A backup holds everything, comes back whole on either engine, and is refused where it is not whole."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import cast

import pytest
from ansvarskarta.graph import restore as restoring
from ansvarskarta.graph.archive import verified
from ansvarskarta.graph.backup import backup
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.restore import content, restore
from engines import wipe

NODES = "MATCH (n) WHERE NOT n:Ansvarskarta RETURN labels(n), properties(n)"
RELATIONSHIPS = "MATCH (a)-[r]->(b) RETURN a.id, type(r), b.id, properties(r)"

Properties = dict[str, object]


def fill(graph: Graph) -> None:
    """A little of everything that a graph holds."""

    def work(tx: neo4j.ManagedTransaction) -> None:
        tx.run(
            """
            CREATE (a:Entity:Actor {id: 'agency:a', name: 'Å "ö" \\n;', aliases: ['x', 'å'], type: 'agency'})
            CREATE (m:Entity:Actor:Municipality {id: 'municipality:2580', name: 'Luleå', lat: 65.5, population: 79000})
            CREATE (c:Entity:County {id: 'county:25', name: 'Norrbotten'})
            CREATE (b:Entity:Bottleneck {id: 'bottleneck:b', name: 'B', severity: 5})
            CREATE (a)-[:RESPONSIBLE_FOR {key: 'k|proposed', role: 'owner', confidence: 'proposed'}]->(b)
            CREATE (a)-[:RESPONSIBLE_FOR {key: 'k', role: 'owner', scope: ['county:25'], valid_from: '2023-01-01'}]->(b)
            CREATE (m)-[:IN_COUNTY]->(c)
            CREATE (:Load {id: 'load-1', number: 1, is_done: true})
            CREATE (:Change {load: 'load-1', table: 'actors', rows: 'eJw='})
            CREATE (:Proposal {table: 'actors', id: 'agency:a', row: '{"id": "agency:a"}'})
            """
        ).consume()
        tx.run("MATCH (v:Ansvarskarta) SET v.demo = true, v.loaded_at = '2026-11-24T10:00:00+00:00'").consume()

    graph.write(work)


def everything(graph: Graph) -> list[str]:
    """All nodes and relationships with all their properties, in an order of their own."""
    nodes = cast("list[tuple[list[str], Properties]]", graph.read(NODES))
    links = cast("list[tuple[str, str, str, Properties]]", graph.read(RELATIONSHIPS))
    rows: list[object] = [[sorted(labels), sorted(properties.items())] for labels, properties in nodes]
    rows += [[start, type_, end, sorted(properties.items())] for start, type_, end, properties in links]
    return sorted(json.dumps(row, ensure_ascii=False) for row in rows)


@pytest.fixture(params=[20_000, 0], ids=["one transaction", "a series"])
def most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restoring, "ONE_TRANSACTION", request.param)


@pytest.mark.usefixtures("most")
def test_all_comes_back_in_the_place_of_what_is_there(graph: Graph, tmp_path: Path) -> None:
    fill(graph)
    before, version = everything(graph), graph.version()
    manifest = backup(graph, tmp_path / "b.zip")
    assert (manifest.rows, manifest.demo, manifest.number) == (10, True, version.number)
    assert graph.version() == version, "a backup changes nothing"
    graph.write(lambda tx: tx.run("MATCH (n:Entity {id: 'county:25'}) DETACH DELETE n").consume())
    graph.write(lambda tx: tx.run("CREATE (:Entity:Theme {id: 'theme:later'})").consume())

    with pytest.raises(BadInput) as refused:
        restore(graph, tmp_path / "b.zip")
    assert (refused.value.code, refused.value.values["rows"]) == ("backup.not_empty", 9)
    restore(graph, tmp_path / "b.zip", replace=True, safe_copy=tmp_path / "safe.zip")

    assert everything(graph) == before
    assert graph.is_demo()
    assert graph.version().token != version.token
    assert graph.version().number > version.number
    assert graph.read("MATCH (v:Ansvarskarta) RETURN v.loading, v.loaded_at") == [[None, "2026-11-24T10:00:00+00:00"]]


def test_a_backup_of_one_engine_comes_back_on_the_other(embedded: Graph, neo4j_graph: Graph, tmp_path: Path) -> None:
    for source, target in ((embedded, neo4j_graph), (neo4j_graph, embedded)):
        wipe(source)
        wipe(target)
        fill(source)
        backup(source, tmp_path / "b.zip")
        restore(target, tmp_path / "b.zip")
        assert everything(target) == everything(source)


def test_a_restore_that_fails_changes_nothing(graph: Graph, tmp_path: Path) -> None:
    fill(graph)
    backup(graph, tmp_path / "b.zip")
    before, version = everything(graph), graph.version()
    dangling = b'["agency:a","agency:nobody",{}]\n'
    rewritten(tmp_path / "b.zip", "relationships/IN_COUNTY.jsonl", dangling, mend_sums=True)
    with pytest.raises(BadInput) as refused:
        restore(graph, tmp_path / "b.zip", replace=True)
    assert refused.value.code == "backup.damaged"
    assert (everything(graph), graph.version()) == (before, version)


def test_a_series_that_was_cut_off_is_finished_by_the_same_restore(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(graph)
    before = everything(graph)
    backup(graph, tmp_path / "b.zip")
    monkeypatch.setattr(restoring, "ONE_TRANSACTION", 0)

    def cut(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(graph, tmp_path / "b.zip", replace=True, safe_copy=tmp_path / "safe.zip", progress=cut)
    assert graph.read("MATCH (v:Ansvarskarta) RETURN v.loading") == [["restore"]]
    with pytest.raises(BadInput) as refused:
        backup(graph, tmp_path / "half.zip")
    assert refused.value.code == "backup.under_way"
    assert not (tmp_path / "half.zip").exists()

    restore(graph, tmp_path / "b.zip", replace=True, safe_copy=tmp_path / "safe.zip")
    assert everything(graph) == before
    assert verified(tmp_path / "safe.zip").rows == 10, "what was there before the first attempt is safe still"


def test_a_graph_with_something_else_in_it_is_not_backed_up_in_part(graph: Graph, tmp_path: Path) -> None:
    fill(graph)
    graph.write(lambda tx: tx.run("CREATE (:Load)-[:OF]->(:Change)").consume())
    with pytest.raises(BadInput) as refused:
        backup(graph, tmp_path / "b.zip")
    assert refused.value.code == "backup.foreign_graph"
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_can_not_be_written_is_named(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(WrongUse) as refused:
        backup(graph, tmp_path / "no such folder" / "b.zip")
    assert refused.value.code == "backup.not_writable"


def test_a_backup_is_for_its_owner_alone(graph: Graph, tmp_path: Path) -> None:
    backup(graph, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").stat().st_mode & 0o777 == 0o600
    assert content(graph) == 0


def rewritten(path: Path, member: str, content: bytes, *, mend_sums: bool = False) -> None:
    """Puts other content in one member of an archive."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = content
    if mend_sums:
        manifest = json.loads(members["manifest.json"])
        for part in manifest["parts"]:
            if member == f"{part['kind']}/{'-'.join(part['names'])}.jsonl":
                part |= {"count": content.count(b"\n"), "sha256": hashlib.sha256(content).hexdigest()}
        members["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
