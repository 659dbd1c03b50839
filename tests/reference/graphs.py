"""Small graphs that keep the model's rules and are hard on every question: each has a number, and is the same again.

Few ids, few days and many links, so that edges meet, days touch, chains close and scopes overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from ansvarskarta.graph.dates import add_days
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, NodeTable, RelationshipTable, is_a
from ansvarskarta.graph.values import Row, Value
from reference.world import Tables

Choice = TypeVar("Choice")

FROM = (None, None, "2024-01-01", "2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01")
TO = (None, None, "2025-06-30", "2025-01-01", "2024-12-31", "2024-07-01", "2024-06-30")
PARTIAL = (None, "2024", "2024-06", "2024-07-01", "2025-01", "2024-06-30")
CONFIDENCE = (None, "stated", "inferred", None, "stated", "proposed")
HOW_MANY = {
    "County": 2,
    "Municipality": 4,
    "Actor": 6,
    "Establishment": 4,
    "Theme": 3,
    "Bottleneck": 8,
    "Mandate": 6,
    "Measure": 3,
    "Document": 2,
}
MOST_ROWS = {"RESPONSIBLE_FOR": 24, "DEPENDS_ON": 14, "OCCURS_IN": 14, "HAS_THEME": 12, "CONSTRAINS": 8, "PART_OF": 8}
MOST_OTHER_ROWS = 6
# Never proposed, so that a scope and a municipality's county always name what counts.
PLACES = ("County", "Municipality")


def graph_number(number: int) -> Tables:
    """The tables of one of endlessly many graphs, nodes first."""
    maker = _Maker(Random(number))  # noqa: S311 (a test's graphs, to be made again by their numbers)
    tables: dict[str, list[Row]] = {table.name: maker.nodes(table) for table in NODE_TABLES}
    tables |= {table.name: maker.links(table) for table in RELATIONSHIP_TABLES}
    return tables


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.ids: dict[str, list[str]] = {}

    def pick(self, choices: Sequence[Choice]) -> Choice:
        return choices[self.random.randrange(len(choices))]

    def some(self, choices: Sequence[str], most: int) -> list[str]:
        return sorted({self.pick(choices) for _ in range(self.random.randint(0, most))})

    def interval(self) -> tuple[str | None, str | None]:
        first, last = self.pick(FROM), self.pick(TO)
        return (first, last) if first is None or last is None or first <= last else (last, first)

    def nodes(self, table: NodeTable) -> list[Row]:
        count = self.random.randint(1, HOW_MANY[table.label]) if table.label != "County" else 2
        rows = [self.node(table, number) for number in range(count)]
        self.ids[table.label] = [str(row["id"]) for row in rows]
        return rows

    def node(self, table: NodeTable, number: int) -> Row:
        prefix = table.prefixes[0]
        row: Row = {"id": f"{prefix}:{number}", "name": f"{table.label} {number}"}
        row["name_en"] = self.pick((None, f"The {table.label} {number}"))
        if table.label not in PLACES:
            row["confidence"] = "proposed" if self.random.randint(0, 15) == 15 else self.pick((None, "inferred"))
        return row | self.own(table, number)

    def own(self, table: NodeTable, number: int) -> Row:
        own: Row = {}
        match table.label:
            case "Actor":
                first, last = self.pick(((None, None), (None, None), self.interval()))
                own = {"type": "agency", "valid_from": first, "valid_to": last}
            case "Municipality":
                own = {"code": f"{2500 + number}", "county": f"county:{self.random.randint(0, 1)}"}
            case "County":
                own = {"code": f"{24 + number}"}
            case "Establishment":
                own = {"status": self.pick(("construction", None, "cancelled", "paused"))}
            case "Bottleneck":
                own = self.bottleneck()
            case "Mandate":
                own = self.mandate()
            case "Measure":
                own = {"status": self.pick(("ongoing", "planned", None, "done", "cancelled"))}
                own |= {"start": self.pick(PARTIAL), "end": self.pick(PARTIAL)}
        return own

    def bottleneck(self) -> Row:
        status, resolved = self.pick(
            (
                ("open", None),
                ("open", None),
                (None, None),
                ("in_progress", None),
                ("resolved", None),
                ("resolved", "2024-07-01"),
                ("open", "2024-12-31"),
                ("resolved", "2025-01-01"),
            )
        )
        raised = self.pick((None, None, "2024-06-30", "2024-12-31"))
        return {"severity": self.pick((3, None, 5, 1)), "status": status, "raised": raised, "resolved": resolved}

    def mandate(self) -> Row:
        first, last = self.interval()
        due = self.some(("2024-06-30", "2024-09-28", "2025-01-01", "2025-03-31"), 2)
        return {"kind": "assignment", "valid_from": first, "valid_to": last, "report_due": list(due) or None}

    def links(self, table: RelationshipTable) -> list[Row]:
        starts, ends = self.of(table.start), self.of(table.end)
        rows: dict[tuple[str, ...], Row] = {}
        for _ in range(self.random.randint(0, MOST_ROWS.get(table.type, MOST_OTHER_ROWS))):
            row = self.link(table, self.pick(starts), self.pick(ends))
            if row["start"] != row["end"]:
                rows.setdefault(_identity(table, row), row)
        return list(rows.values())

    def of(self, labels: Sequence[str]) -> list[str]:
        return [id_ for label, ids in self.ids.items() if any(is_a(label, each) for each in labels) for id_ in ids]

    def link(self, table: RelationshipTable, start: str, end: str) -> Row:
        first, last = self.pick(((None, None), (None, None), self.interval()))
        row: Row = {"start": start, "end": end, "valid_from": first, "valid_to": last}
        row["confidence"] = self.pick(CONFIDENCE)
        row["document"] = self.pick((*self.ids["Document"], None))
        for column in table.columns:
            if column.name not in ("confidence", "document") and column.choices:
                row[column.name] = self.pick(column.values if column.required else (*column.values, None))
        if table.type == "RESPONSIBLE_FOR":
            row["role"] = self.pick(("owner", "owner", "owner", "contributor", "consulted", "informed"))
            row["mandate"] = self.pick((None, *self.ids["Mandate"]))
            row["scope"] = self.scope()
        if table.type == "FUNDED_BY":
            row |= {"appropriation": self.pick((None, "4:1", "5:2")), "share": self.pick((None, 0.5, 1.0))}
        return row

    def scope(self) -> Value:
        places = [*self.ids["County"], *self.ids["Municipality"]]
        return self.pick((None, None, list(self.some(places, 3)))) or None


def _identity(table: RelationshipTable, row: Row) -> tuple[str, ...]:
    """What tells rows apart; what is proposed stands beside what is accepted."""
    return (*(str(row.get(name)) for name in table.identity), str(row["confidence"] == "proposed"))


def interesting_days(tables: Tables) -> list[str]:
    """Every day on which something begins or ends, the days around it, and days before and after everything."""
    columns = ("valid_from", "valid_to", "raised", "resolved")
    edges = {str(row[name]) for rows in tables.values() for row in rows for name in columns if row.get(name)}
    near = {add_days(edge, days) for edge in edges for days in (-1, 0, 1)}
    return sorted(near | {"2000-01-01", "2024-08-15", "2050-01-01"})
