"""Writing everything that the graph holds into one file, while nobody writes to it."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from ansvarskarta.graph.archive import FORM, MANIFEST, Kind, Manifest, Part, is_ours, part_file
from ansvarskarta.graph.dates import now
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.transactions import Graph

Progress = Callable[[int], None]
"""Told how many rows more were written."""

_FACTS = (
    "MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v.schema, v.number, coalesce(v.demo, false), v.loaded_at, v.loading"
)
_LABELS = "MATCH (n) WHERE NOT n:Ansvarskarta RETURN labels(n), count(*)"
_TYPES = "MATCH ()-[r]->() RETURN type(r), count(*)"


def backup(graph: Graph, path: Path, *, progress: Progress = lambda _: None) -> Manifest:
    """Writes a backup: beside its place first, then renamed, so that there is a whole one or none. It is private.

    Raises:
        WrongUse: the file can't be written.
        BadInput: a load is under way, or the graph holds what is not ours.
        DatabaseUnavailable: the database is gone.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}-")
        beside = Path(name)
        try:
            with os.fdopen(handle, "w+b") as file:
                manifest = graph.hold(lambda tx: _write(tx, file, graph.engine.value, progress))
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise WrongUse("backup.not_writable", file=path, reason=error.strerror) from error
    return manifest


def _write(tx: neo4j.ManagedTransaction, file: BinaryIO, engine: str, progress: Progress) -> Manifest:
    file.seek(0)
    file.truncate()  # where the database asks for it, all is read once more
    schema, number, demo, loaded_at, loading = tx.run(_FACTS).single(strict=True).values()
    if loading:
        raise BadInput("backup.under_way")
    counts = [(Kind.NODES, tuple(sorted(labels)), count) for labels, count in tx.run(_LABELS).values()]
    counts += [(Kind.RELATIONSHIPS, (type_,), count) for type_, count in tx.run(_TYPES).values()]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as archive:
        parts = []
        for kind, names, expected in counts:
            part = _part(archive, kind, names, _rows(tx, kind, names))
            if part.count != expected:  # a relationship whose end is not of the model
                raise BadInput("backup.foreign_graph", names=", ".join(names), count=expected - part.count)
            parts.append(part)
            progress(part.count)
        manifest = Manifest(
            form=FORM,
            product=version("ansvarskarta"),
            schema=schema,
            engine=engine,
            made_at=now(),
            number=number,
            demo=demo,
            loaded_at=loaded_at,
            parts=tuple(parts),
        )
        archive.writestr(MANIFEST, manifest.as_json())
    return manifest


def _part(archive: zipfile.ZipFile, kind: Kind, names: tuple[str, ...], rows: Iterable[object]) -> Part:
    digest, count = hashlib.sha256(), 0
    with archive.open(part_file(kind, names), "w", force_zip64=True) as member:
        for row in rows:
            line = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode() + b"\n"
            digest.update(line)
            member.write(line)
            count += 1
    return Part(kind, names, count, digest.hexdigest())


def _rows(tx: neo4j.ManagedTransaction, kind: Kind, names: tuple[str, ...]) -> Iterator[object]:
    if not is_ours(kind, names):
        raise BadInput("backup.foreign_graph", names=", ".join(names), count=1)
    if kind is Kind.NODES:
        cypher = f"MATCH (n:{':'.join(names)}) WHERE size(labels(n)) = {len(names)} RETURN properties(n)"
        yield from (row[0] for row in tx.run(cypher))
    else:
        cypher = f"MATCH (a:Entity)-[r:{names[0]}]->(b:Entity) RETURN a.id, b.id, properties(r)"
        yield from (list(row.values()) for row in tx.run(cypher))
