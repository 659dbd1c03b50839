"""Frictionless Data Package v2: the CSV files with a description that any tool of that standard can check them by."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.exports.cells import words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.format import Format
from ansvarskarta.exports.formats.csv import CsvWriter, check
from ansvarskarta.graph.model import (
    NODE_TABLE_BY_LABEL,
    NODE_TABLES,
    TABLE_BY_NAME,
    TABLES,
    Column,
    Kind,
    NodeTable,
    RelationshipTable,
    Table,
)
from ansvarskarta.graph.values import Row
from ansvarskarta.texts import Language, Words

_TYPES = {Kind.DATE: "date", Kind.INTEGER: "integer", Kind.DECIMAL: "number", Kind.FRACTION: "number"}
_PARTIAL = r"\d{4}(-\d{2}(-\d{2})?)?"
_PATTERNS = {
    Kind.PARTIAL_DATE: _PARTIAL,
    Kind.DATES: r"\d{4}-\d{2}-\d{2}(;\d{4}-\d{2}-\d{2})*",
    Kind.SHA256: "[0-9a-f]{64}",
}


class FrictionlessWriter(CsvWriter):
    """The CSV files and ``datapackage.json``."""

    def __init__(self, target: Path, content: Content) -> None:
        super().__init__(target, content)
        self._doubled: set[str] = set()
        self._last = ("", "")

    def feed(self, table: Table, row: Row) -> None:
        """Writes one row, and notes whether a proposal stands beside an accepted node."""
        if isinstance(table, NodeTable):
            if self._last == (table.name, row["id"]):
                self._doubled.add(table.name)
            self._last = (table.name, words(row["id"]))
        super().feed(table, row)

    def finish(self) -> None:
        """Completes the files and describes them."""
        super().finish()
        text = json.dumps(self._package(), ensure_ascii=False, indent=2)
        (self.target / "datapackage.json").write_text(text + "\n", encoding="utf-8")

    def _package(self) -> dict[str, object]:
        about = self.about
        return {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "ansvarskarta",
            "title": about.title(),
            "description": " ".join(about.sentences()),
            "version": about.data_version,
            "created": about.moment,
            "demonstration": about.is_demo,
            "as_of": about.as_of,
            "narrowing": dict(about.narrowing),
            "contributors": [{"title": f"Ansvarskarta {PRODUCT_VERSION}", "roles": ["creator"]}],
            "sources": list(self._sources()),
            "resources": [self._resource(table) for table in TABLES],
        }

    def _sources(self) -> list[dict[str, str]]:
        found = []
        for row in self.content.rows(TABLE_BY_NAME["documents"]):
            source = {"title": words(row.get("title")) or words(row["name"]), "path": words(row.get("url"))}
            found.append({name: value for name, value in source.items() if value})
        return found

    def _resource(self, table: Table) -> dict[str, object]:
        raw = (self.target / f"{table.name}.csv").read_bytes()
        return {
            "name": table.name,
            "type": "table",
            "title": table.title.in_(self.about.lang),
            "description": table.description.in_(self.about.lang),
            "path": f"{table.name}.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": len(raw),
            "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
            "schema": schema(table, self.about.lang, is_doubled=table.name in self._doubled),
        }


def schema(table: Table, lang: Language, *, is_doubled: bool = False) -> dict[str, object]:
    """The table schema of one table; ``is_doubled``: a proposal stands beside an accepted row of the same id."""
    own = ["id"] if isinstance(table, NodeTable) else []
    if isinstance(table, RelationshipTable):
        own = [*table.identity, "confidence"]
    elif is_doubled:
        own = ["id", "confidence"]
    keys = [key for column in table.columns if (key := _foreign_key(column)) is not None]
    return {
        "fields": [_field(column, lang) for column in table.columns],
        "missingValues": [""],
        "primaryKey": own,
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column, lang: Language) -> dict[str, object]:
    limits: dict[str, object] = {"required": True} if column.required else {}
    if column.choices:
        limits["enum"] = list(column.values)
    if pattern := column.pattern or _PATTERNS.get(column.kind, ""):
        limits["pattern"] = pattern
    if column.least is not None:
        limits["minimum"] = column.least
    if column.most is not None:
        limits["maximum"] = column.most
    return {
        "name": column.name,
        "type": _TYPES.get(column.kind, "string"),
        "description": column.description.in_(lang),
        **({"constraints": limits} if limits else {}),
    }


def _foreign_key(column: Column) -> dict[str, object] | None:
    """What a column of ids points at, where that is one table: an actor may also be a municipality."""
    if column.kind is not Kind.ID or len(column.refers_to) != 1:
        return None
    label = column.refers_to[0]
    if any(label in table.also for table in NODE_TABLES):
        return None
    return {"fields": [column.name], "reference": {"resource": NODE_TABLE_BY_LABEL[label].name, "fields": ["id"]}}


FORMAT = Format(
    "frictionless",
    Words("Frictionless datapaket: CSV med beskrivning", "Frictionless data package: CSV with a description"),
    "",
    FrictionlessWriter,
    check,
)
