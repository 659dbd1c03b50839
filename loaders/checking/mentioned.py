"""Which nodes the input speaks of: what must be looked up in the graph before it can be checked."""

from __future__ import annotations

from ansvarskarta.graph.model import Kind, NodeTable, Table
from ansvarskarta.loaders.tables import Tables


def origins(tables: Tables, table: Table) -> set[str]:
    """The nodes that a table's rows are, or that its relationships start from."""
    name = "id" if isinstance(table, NodeTable) else "start"
    sources = (source for source in tables.sources if source.table is table)
    return {cell.strip() for source in sources for cell in source.columns.get(name, ())}


def mentioned(tables: Tables) -> set[str]:
    """All ids in the tables: their own and those that they refer to, whether or not they are well formed."""
    found: set[str] = set()
    for source in tables.sources:
        for column in source.table.columns:
            cells = set(source.columns.get(column.name, ()))
            if column.kind is Kind.IDS:
                found.update(part for cell in cells for part in cell.split(";"))
            elif column.kind is Kind.ID or column.name == "id":
                found |= cells
    return {id_ for cell in found if (id_ := cell.strip())}
