"""The gazetteer's tables, read once."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Entry:
    """A named body: its id in the graph's form, its one name, and what else it is or was called."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def type(self) -> str:
        """The kind of actor, as the model names it."""
        return self.id.partition(":")[0]


@dataclass(frozen=True, slots=True)
class County:
    """A county: ``genitive`` is what stands before *län*."""

    code: str
    place: str
    name: str
    slug: str
    region: Entry

    @property
    def genitive(self) -> str:
        """``Norrbottens`` of ``Norrbottens län``."""
        return self.name.removesuffix(" län")

    @property
    def board(self) -> Entry:
        """The county administrative board."""
        return Entry(f"county_board:{self.slug}", f"Länsstyrelsen i {self.name}")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with Statistics Sweden's code."""

    code: str
    place: str
    entry: Entry


def _rows(table: str) -> list[dict[str, str]]:
    text = (files(__package__) / f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _aliases(cell: str) -> tuple[str, ...]:
    return tuple(alias for alias in cell.split(";") if alias)


@cache
def entries() -> tuple[Entry, ...]:
    """Ministries, agencies, universities, associations and companies that are known by name."""
    return tuple(
        Entry(row["id"], row["name"], _aliases(row["aliases"]))
        for table in ("ministries", "agencies")
        for row in _rows(table)
    )


@cache
def counties() -> tuple[County, ...]:
    """The 21 counties, by code."""
    return tuple(
        County(
            row["code"],
            row["place"],
            row["name"],
            row["slug"],
            Entry(f"region:{row['slug']}", row["region"], _aliases(row["region_aliases"])),
        )
        for row in _rows("counties")
    )


@cache
def municipalities() -> tuple[Municipality, ...]:
    """The 290 municipalities, by code."""
    return tuple(
        Municipality(
            row["code"], row["place"], Entry(f"municipality:{row['code']}", row["name"], _aliases(row["aliases"]))
        )
        for row in _rows("municipalities")
    )
