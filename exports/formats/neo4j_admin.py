"""CSV for ``neo4j-admin database import full``: the fastest way into a Neo4j of one's own, with its command."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol, TextIO

from ansvarskarta.exports.cells import plain
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format, GraphWriter
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import (
    NODE_TABLES,
    RELATIONSHIP_TABLES,
    TABLES,
    Column,
    Kind,
    NodeTable,
    RelationshipTable,
    Table,
)
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Words, text

_TYPES = {Kind.INTEGER: ":long", Kind.DECIMAL: ":double", Kind.FRACTION: ":double"}
_ENDS = ("start", "end")
_GRAPH = "graph.csv"
_GRAPH_HEADER = ["key", "number:long", "token", "writes:string[]", "taken", "demo:boolean", ":LABEL"]
_COUNTIES = "in_county.csv"


class _Rows(Protocol):
    def writerow(self, row: Iterable[object], /) -> object: ...


class Neo4jAdminWriter(GraphWriter):
    """A folder with one file a table, one that the product keeps of the graph, and the command in two forms."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        target.mkdir(parents=True)
        self._files: dict[str, TextIO] = {}
        heads = {table.name: _header(table) for table in TABLES}
        self._writers = {name: self._open(f"{name}.csv", head) for name, head in heads.items()}
        self._counties = self._open(_COUNTIES, [":START_ID", ":END_ID", ":TYPE"])
        graph = self._open(
            _GRAPH, ["key", "number:long", "token", "writes:string[]", "taken", "demo:boolean", ":LABEL"]
        )
        version = self.about.data_version
        graph.writerow(["graph", 0, version, version, "nobody", str(self.about.is_demo).lower(), "Ansvarskarta"])

    def node(self, table: NodeTable, row: Row) -> None:
        """Writes one node."""
        cells = [plain(row.get(name)) for name in table.column_names]
        self._writers[table.name].writerow([*cells, ";".join(table.labels)])
        if row.get("county"):
            self._counties.writerow([plain(row["id"]), plain(row["county"]), "IN_COUNTY"])

    def relationship(self, table: RelationshipTable, row: Row) -> None:
        """Writes one relationship."""
        own = [plain(row.get(name)) for name in table.column_names if name not in _ENDS]
        ends = [plain(row[name]) for name in _ENDS]
        self._writers[table.name].writerow([*ends, table.type, identity(table, row), *own])

    def close(self) -> None:
        """Closes the files and writes the command."""
        for file in self._files.values():
            file.close()
        shell = " \\\n  ".join(command())
        (self.target / "import.sh").write_text(f"#!/bin/sh\nset -e\n{shell}\n", encoding="utf-8", newline="\n")
        lang = self.about.lang
        said = [self.about.title(), *self.about.sentences(), text("export.neo4j_admin", lang), shell]
        (self.target / "README.md").write_text("\n\n".join(said) + "\n", encoding="utf-8", newline="\n")

    def _open(self, name: str, header: list[str]) -> _Rows:
        file = self._files[name] = (self.target / name).open("w", encoding="utf-8", newline="")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        return writer


def command() -> list[str]:
    """The import command, run in the folder; its database is made anew."""
    return [
        "neo4j-admin database import full neo4j",
        "--overwrite-destination=true",
        "--array-delimiter=';'",
        "--multiline-fields=true",
        f"--nodes={_GRAPH}",
        *(f"--nodes={table.name}.csv" for table in NODE_TABLES),
        f"--relationships={_COUNTIES}",
        *(f"--relationships={table.name}.csv" for table in RELATIONSHIP_TABLES),
    ]


def _header(table: Table) -> list[str]:
    if isinstance(table, NodeTable):
        return ["id:ID", *(_typed(column) for column in table.columns if column.name != "id"), ":LABEL"]
    own = [_typed(column) for column in table.columns if column.name not in _ENDS]
    return [":START_ID", ":END_ID", ":TYPE", "key", *own]


def _typed(column: Column) -> str:
    return column.name + (":string[]" if column.kind.is_list else _TYPES.get(column.kind, ""))


def check(folder: Path, counts: dict[str, int]) -> None:
    """Counts the relationships of every file.

    Raises:
        ValueError: a file lacks some.
    """
    for table in RELATIONSHIP_TABLES:
        with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            if sum(1 for _ in csv.reader(file)) != counts[table.name] + 1:
                raise ValueError(f"{table.name}: rows")


FORMAT = Format(
    "neo4j-admin",
    Words("CSV för neo4j-admin, för stora grafer", "CSV for neo4j-admin, for large graphs"),
    "",
    Neo4jAdminWriter,
    check,
)
