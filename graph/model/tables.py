"""What a table is: of nodes, or of relationships."""

from __future__ import annotations

from dataclasses import dataclass, field

from ansvarskarta.graph.model.columns import Column
from ansvarskarta.texts import Words


@dataclass(frozen=True, slots=True)
class Table:
    """One CSV file or sheet: ``name`` is the file's name without its ending.

    ``column_names`` are the names of all columns, in the order in which they are written.
    """

    name: str
    title: Words
    description: Words
    columns: tuple[Column, ...]
    column_names: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names = tuple(column.name for column in self.columns)
        if len(names) != len(set(names)):
            raise ValueError(f"{self.name}: a column is declared twice")
        # Kept, since rows ask for it by the hundred thousand.
        object.__setattr__(self, "column_names", names)

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: the table has none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class NodeTable(Table):
    """A table of nodes of one label; ``also`` are the further labels that each of them carries beside ``Entity``.

    ``prefixes`` are the words that an id may begin with, before its colon.
    """

    label: str
    prefixes: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of a node of this table, ``Entity`` first."""
        return ("Entity", *self.also, self.label)


@dataclass(frozen=True, slots=True)
class RelationshipTable(Table):
    """A table of relationships of one type, from nodes of ``start`` labels to nodes of ``end`` labels.

    ``identity`` names the columns that, together, tell one relationship from another of the same type.
    """

    type: str
    start: tuple[str, ...]
    end: tuple[str, ...]
    identity: tuple[str, ...]
