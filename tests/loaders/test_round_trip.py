"""Whatever rows obey the model come back as they were, through CSV, through XLSX, and through each engine."""

from __future__ import annotations

import csv
import string
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from ansvarskarta.graph.changes import loads
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, TABLE_BY_NAME, Column, Kind
from ansvarskarta.graph.snapshot import read_all
from ansvarskarta.graph.undo import undo
from ansvarskarta.graph.values import Row, Value
from ansvarskarta.loaders.cells import as_meant, harmless
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.loading import load
from ansvarskarta.loaders.reading import read_paths
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

# A graph has hundreds of values: making one smaller takes minutes and tells little.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)

Tables = dict[str, list[Row]]

# What no table may hold: control characters and halves of pairs; a carriage return no XLSX keeps.
TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@\t\n'\";|,"), min_size=1, max_size=30
).filter(lambda value: bool(value.strip()))
ITEM = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), exclude_characters=";"), min_size=1)
SLUG = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=6)
DAY = st.dates().map(lambda day: day.isoformat())
PARTIAL = DAY.flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


# What a column of each kind may hold, beside ids, choices and what has a form of its own.
VALUES: dict[Kind, st.SearchStrategy[Value]] = {
    Kind.TEXT: TEXT,
    Kind.TEXTS: st.lists(ITEM, unique=True, min_size=1, max_size=3),
    Kind.DATE: DAY,
    Kind.DATES: st.lists(DAY, unique=True, min_size=1, max_size=3).map(sorted),
    Kind.PARTIAL_DATE: PARTIAL,
    Kind.INTEGER: st.integers(1800, 2100),
    Kind.DECIMAL: st.sampled_from([0.0, 1.5, 65.25]),
    Kind.FRACTION: st.sampled_from([0.0, 0.25, 1.0]),
    Kind.URL: st.just("https://example.org/å?a=1#b"),
    Kind.SHA256: st.just("0f" * 32),
}
FORMS: dict[str, st.SearchStrategy[Value]] = {
    "code": st.just("25"),
    "org_number": st.just("202100-1975"),
    "severity": st.integers(1, 5),
}


def value(column: Column, ids: Mapping[str, Sequence[str]]) -> st.SearchStrategy[Value]:
    known = [id_ for label in column.refers_to for id_ in ids[label]]
    if column.kind is Kind.ID:
        some: st.SearchStrategy[Value] = st.sampled_from(known)
    elif column.kind is Kind.IDS:
        some = st.lists(st.sampled_from(known), unique=True, min_size=1).map(sorted)
    elif column.kind is Kind.CHOICE:
        some = st.sampled_from(column.values)
    else:
        some = FORMS.get(column.name, VALUES[column.kind])
    return some if column.required else st.none() | some


@st.composite
def graphs(draw: st.DrawFn) -> Tables:
    """A small graph that obeys the model: two nodes of each table, two relationships at most of each type."""
    ids = {
        table.label: [
            f"{table.prefixes[0]}:{slug}" for slug in draw(st.lists(SLUG, unique=True, min_size=2, max_size=2))
        ]
        for table in NODE_TABLES
    }
    made: Tables = {}
    for table in NODE_TABLES:
        rows = [draw(row(table.columns[1:], ids)) | {"id": id_} for id_ in ids[table.label]]
        made[table.name] = [{name: one[name] for name in table.column_names} for one in rows]
    ids["Actor"] += ids["Municipality"]
    for link in RELATIONSHIP_TABLES:
        starts, ends = ([id_ for label in labels for id_ in ids[label]] for labels in (link.start, link.end))
        pairs = sorted({(start, end) for start in starts for end in ends if start != end})
        chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2))
        rows = [draw(row(link.columns[2:], ids)) | {"start": start, "end": end} for start, end in chosen]
        made[link.name] = [{name: one[name] for name in link.column_names} for one in rows]
    return made


def row(columns: Sequence[Column], ids: Mapping[str, Sequence[str]]) -> st.SearchStrategy[Row]:
    def ordered(drawn: Row) -> Row:
        days = sorted(str(drawn[name]) for name in ("valid_from", "valid_to") if drawn.get(name))
        if len(days) == 2:
            drawn |= {"valid_from": days[0], "valid_to": days[1]}
        if "code" in drawn and "county" in drawn:
            drawn["code"] = "2580"
        return drawn

    return st.fixed_dictionaries({column.name: value(column, ids) for column in columns}).map(ordered)


def cell(value: Value) -> str:
    return ";".join(value) if isinstance(value, list) else "" if value is None else str(value)


def write_csv(folder: Path, tables: Tables) -> None:
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(TABLE_BY_NAME[name].column_names)
            writer.writerows([harmless(cell(one)) for one in row.values()] for row in rows)


def write_xlsx(path: Path, tables: Tables) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(TABLE_BY_NAME[name].column_names)
        for number, row in enumerate(rows, start=2):
            for position, one in enumerate(row.values(), start=1):
                if one is not None:
                    target = sheet.cell(number, position, "-")
                    target.value = cell(one)
                    target.data_type = "s"
    book.save(path)


def by_identity(tables: Mapping[str, Sequence[Row]]) -> list[tuple[str, list[tuple[str, Value]]]]:
    return sorted(((name, sorted(row.items())) for name, rows in tables.items() for row in rows), key=repr)


def checked(path: Path) -> list[tuple[str, list[tuple[str, Value]]]]:
    result = check(read_paths([path]))
    assert not result.problems.has_errors, [p.code for p in result.problems]
    names = {name: TABLE_BY_NAME[name].column_names for name in result.contents}
    rows = {
        name: [dict(zip(names[name], record, strict=True)) for record in content.values()]
        for name, content in result.contents.items()
    }
    return by_identity(rows)


@given(graphs())
@settings(max_examples=15, deadline=None, phases=PHASES, suppress_health_check=[HealthCheck.too_slow])
def test_through_csv_and_xlsx(tables: Tables) -> None:
    with TemporaryDirectory() as folder:
        write_csv(Path(folder), tables)
        assert checked(Path(folder)) == by_identity(tables)
        write_xlsx(Path(folder) / "tables.xlsx", tables)
        assert checked(Path(folder) / "tables.xlsx") == by_identity(tables)


@given(tables=graphs())
@settings(max_examples=5, deadline=None, phases=PHASES, suppress_health_check=list(HealthCheck))
def test_through_an_engine_and_back_out_again(graph: Graph, tables: Tables) -> None:
    with TemporaryDirectory() as folder:
        write_csv(Path(folder), tables)
        assert load(graph, [Path(folder)], person="Eva").load_id
        assert by_identity(read_all(graph)) == by_identity(tables)
        assert load(graph, [Path(folder)], person="Eva").changes_nothing
    undo(graph, loads(graph)[0].id, "Eva")
    assert by_identity(read_all(graph)) == []


@given(st.text())
def test_harmless_text_is_itself_again(text: str) -> None:
    assert as_meant(harmless(text)) == text
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
