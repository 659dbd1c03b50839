"""Reading the CSV tables as somebody would who loads them into a Neo4j without Ansvarskarta."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, NodeTable, RelationshipTable
from ansvarskarta.graph.model.columns import Kind

Cell = str | int | float | list[str]


def rows(folder: Path, table: NodeTable | RelationshipTable) -> Iterator[dict[str, Cell]]:
    """The table's rows, empty cells left out and numbers and lists converted."""
    kinds = {column.name: column.kind for column in table.columns}
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _cell(kinds[name], value) for name, value in row.items() if value}


def _cell(kind: Kind, value: str) -> Cell:
    if kind.is_list:
        return value.split(";")
    if kind is Kind.INTEGER:
        return int(value)
    if kind in (Kind.DECIMAL, Kind.FRACTION):
        return float(value)
    return value


def tables(folder: Path) -> tuple[list[NodeTable], list[RelationshipTable]]:
    """The model's tables that the folder has."""
    nodes = [table for table in NODE_TABLES if (folder / f"{table.name}.csv").exists()]
    links = [table for table in RELATIONSHIP_TABLES if (folder / f"{table.name}.csv").exists()]
    return nodes, links
