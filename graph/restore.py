"""Bringing a backup back: checked first, in one transaction where one can hold it, else as a marked series."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ansvarskarta.graph.archive import BATCH, Kind, Manifest, Part, batches, verified
from ansvarskarta.graph.backup import Progress, backup
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.transactions import Graph

ONE_TRANSACTION = 20_000
"""How many nodes and relationships, those that go and those that come, one transaction surely holds."""

MARK = "restore"
"""What the version node's ``loading`` says while a series is under way: others may not write then."""

_COUNT = "MATCH (n) WHERE NOT n:Ansvarskarta OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) + count(r)"
_REMOVE = f"MATCH (n) WHERE NOT n:Ansvarskarta WITH n LIMIT {BATCH} DETACH DELETE n RETURN count(*)"
_BEGIN = "MATCH (v:Ansvarskarta {key: 'graph'}) SET v.loading = $mark"
# A new token: what was cached of the graph as it was must not be taken for what it now is.
_SETTLE = """
MATCH (v:Ansvarskarta {key: 'graph'})
SET v.loading = null, v.demo = $demo, v.loaded_at = $loaded_at, v.token = randomUUID(),
    v.number = CASE WHEN v.number > $number THEN v.number ELSE $number END
"""


def content(graph: Graph) -> int:
    """How many nodes and relationships the graph holds, the change record included: what a restore would replace.

    Raises:
        DatabaseUnavailable: the database is gone.
    """
    return int(str(graph.read(_COUNT)[0][0]))


def restore(
    graph: Graph,
    path: Path,
    *,
    replace: bool = False,
    safe_copy: Path | None = None,
    progress: Progress = lambda _: None,
) -> Manifest:
    """Puts what the backup holds in the place of all that the graph holds; all or nothing.

    Where one transaction can't hold it, a series takes its place: what the graph holds goes into the backup
    ``safe_copy`` first, the graph is marked until the end, and the same restore again finishes one that was cut off.

    Raises:
        BadInput: the file is no whole backup, or the graph is not empty and ``replace`` is not given; nothing changed.
        WrongUse: ``safe_copy`` can't be written; nothing was changed.
        DatabaseUnavailable: the database is gone, or refused; nothing was changed, or of a series a part.
    """
    manifest = verified(path)
    held = content(graph)
    if held and not replace:
        raise BadInput("backup.not_empty", rows=held)
    if held + manifest.rows <= ONE_TRANSACTION:
        graph.write(lambda tx: _at_once(tx, path, manifest, progress))
    else:
        _series(graph, path, manifest, safe_copy if held else None, progress)
    return manifest


def _at_once(tx: neo4j.ManagedTransaction, path: Path, manifest: Manifest, progress: Progress) -> None:
    while _removed(tx) == BATCH:
        pass
    for part, rows in _all_batches(path, manifest):
        _create(tx, path, part, rows, progress)
    _settle(tx, manifest)


def _series(graph: Graph, path: Path, manifest: Manifest, safe_copy: Path | None, progress: Progress) -> None:
    if safe_copy is not None and not _was_cut_off(graph):
        backup(graph, safe_copy)
    graph.write(lambda tx: tx.run(_BEGIN, mark=MARK).consume())
    while graph.write(_removed) == BATCH:
        pass
    for part, rows in _all_batches(path, manifest):
        graph.write(lambda tx, part=part, rows=rows: _create(tx, path, part, rows, progress))  # type: ignore[misc]
    graph.write(lambda tx: _settle(tx, manifest))


def _was_cut_off(graph: Graph) -> bool:
    return graph.read("MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v.loading") == [[MARK]]


def _all_batches(path: Path, manifest: Manifest) -> Iterator[tuple[Part, list[object]]]:
    """All nodes before the first relationship."""
    for part in sorted(manifest.parts, key=lambda part: part.kind is Kind.RELATIONSHIPS):
        for rows in batches(path, part):
            yield part, rows


def _removed(tx: neo4j.ManagedTransaction) -> int:
    return int(tx.run(_REMOVE).single(strict=True)[0])


def _create(tx: neo4j.ManagedTransaction, path: Path, part: Part, rows: list[object], progress: Progress) -> None:
    """Labels and types are the model's own: the archive is read no further where they are not."""
    if part.kind is Kind.NODES:
        cypher = f"UNWIND $rows AS row CREATE (n:{':'.join(part.names)}) SET n = row RETURN count(*)"
    else:
        cypher = f"""
        UNWIND $rows AS row MATCH (a:Entity {{id: row[0]}}), (b:Entity {{id: row[1]}})
        CREATE (a)-[r:{part.names[0]}]->(b) SET r = row[2] RETURN count(*)
        """
    if tx.run(cypher, rows=rows).single(strict=True)[0] != len(rows):
        raise BadInput("backup.damaged", file=path, part=part.file)
    progress(len(rows))


def _settle(tx: neo4j.ManagedTransaction, manifest: Manifest) -> None:
    tx.run(_SETTLE, demo=manifest.demo, loaded_at=manifest.loaded_at, number=manifest.number + 1).consume()
