"""What happens when a graph is opened: it has to be ours, and is brought up to this version's schema."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.graph.backup import backup
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.schema import FOREIGN, SCHEMA, prepare
from ansvarskarta.graph.transactions import Graph

_STATE = "OPTIONAL MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v IS NOT NULL, v.schema"


def ensure(graph: Graph, backups: Path) -> None:
    """Sees to it that the database is ours and its schema this version's; one round trip where both are so.

    A graph that an earlier version made is backed up into the folder ``backups`` before it is changed.

    Raises:
        DatabaseUnavailable: it holds nodes that are not ours, or a later version's schema; or it is gone.
        WrongUse: the backup can't be written; nothing was changed.
    """
    is_ours, found = graph.read(_STATE)[0]
    schema = None if found is None else int(str(found))
    if schema == SCHEMA:
        return
    if schema is not None and schema > SCHEMA:
        raise DatabaseUnavailable("engine.schema_newer", address=graph.address)
    if schema is not None:
        backups.mkdir(parents=True, exist_ok=True, mode=0o700)
        backup(graph, backups / f"before-schema-{SCHEMA}-{graph.version()}.zip")
    if not is_ours:
        refuse_foreign(graph)
    prepare(graph)


def refuse_foreign(graph: Graph) -> None:
    """Refuses a database that somebody else uses.

    Raises:
        DatabaseUnavailable: there are nodes that are not ours.
    """
    ((nodes,),) = graph.read(FOREIGN)
    if nodes:
        raise DatabaseUnavailable("engine.foreign_database", address=graph.address, nodes=nodes)
