"""What is left of the graph on a day, and around a theme or a place."""

from __future__ import annotations

from ansvarskarta.exports.content import Content, Source
from ansvarskarta.exports.responsibilities import names_of
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES, TABLE_BY_NAME, Table
from ansvarskarta.graph.values import Row
from export_fixtures import MakeContent


def ids(content: Content, table: str) -> list[str]:
    return [str(row["id"]) for row in content.rows(TABLE_BY_NAME[table])]


def links(content: Content, table: str) -> list[tuple[str, str]]:
    return [(str(row["start"]), str(row["end"])) for row in content.rows(TABLE_BY_NAME[table])]


ROWS: dict[str, list[Row]] = {
    "actors": [
        {"id": "agency:gone", "name": "A", "type": "agency", "valid_to": "2024-12-31"},
        {"id": "agency:here", "name": "B", "type": "agency"},
        {"id": "agency:far", "name": "C", "type": "agency"},
    ],
    "themes": [{"id": "theme:t", "name": "T", "document": "document:d"}, {"id": "theme:u", "name": "U"}],
    "documents": [{"id": "document:d", "name": "D"}, {"id": "document:e", "name": "E"}],
    "counties": [{"id": "county:25", "name": "L", "code": "25"}],
    "municipalities": [{"id": "municipality:2580", "name": "M", "code": "2580", "county": "county:25"}],
    "mandates": [{"id": "mandate:m", "name": "M", "kind": "law", "valid_to": "2020-01-01"}],
    "bottlenecks": [{"id": "bottleneck:x", "name": "X"}, {"id": "bottleneck:y", "name": "Y"}],
    "has_theme": [
        {"start": "bottleneck:x", "end": "theme:t"},
        {"start": "bottleneck:y", "end": "theme:u"},
    ],
    "occurs_in": [{"start": "bottleneck:y", "end": "county:25", "document": "document:e"}],
    "given_to": [{"start": "mandate:m", "end": "agency:here"}],
    "responsible_for": [
        {"start": "agency:gone", "end": "bottleneck:x", "role": "owner", "mandate": "mandate:m"},
        {"start": "agency:here", "end": "bottleneck:x", "role": "owner", "valid_from": "2025-01-01"},
        {"start": "agency:here", "end": "bottleneck:x", "role": "informed", "valid_to": "2025-06-30"},
        {"start": "agency:far", "end": "bottleneck:y", "role": "owner"},
    ],
}


def source(table: Table) -> list[Row]:
    return [{name: row.get(name) for name in table.column_names} for row in ROWS.get(table.name, [])]


def test_a_proposed_name_takes_no_accepted_ones_place(content: MakeContent) -> None:
    proposed: Row = {"id": "theme:t", "name": "Another", "confidence": "proposed"}
    told = content(lambda table: source(table) + ([proposed] if table.name == "themes" else []))
    assert names_of(told)["theme:t"] == "T"


def test_a_day_holds_its_relationships_and_actors_alone(content: MakeContent) -> None:
    before = content(source, as_of="2024-12-31")
    assert ids(before, "actors") == ["agency:far", "agency:gone", "agency:here"]
    assert [row["role"] for row in before.rows(TABLE_BY_NAME["responsible_for"])] == ["owner", "informed", "owner"]
    after = content(source, as_of="2025-07-01")
    assert ids(after, "actors") == ["agency:far", "agency:here"]
    assert links(after, "responsible_for") == [("agency:here", "bottleneck:x"), ("agency:far", "bottleneck:y")]
    assert ids(after, "mandates") == ["mandate:m"]


def test_a_day_says_what_it_cannot_answer(content: MakeContent) -> None:
    said = " ".join(content(source, as_of="2025-07-01").about.sentences())
    assert "Vilka ägarskap har tillkommit och upphört? Vad faller när uppdraget slutar?" in said
    assert "kan dessa frågor inte besvaras" in said
    assert "besvarar varje fråga för varje dag" in " ".join(content(source).about.sentences())


def test_a_theme_brings_its_bottlenecks_and_what_explains_them(content: MakeContent) -> None:
    narrowed = content(source, narrowing={"theme": "theme:t"}, names={"theme:t": "Elnät"})
    assert ids(narrowed, "bottlenecks") == ["bottleneck:x"]
    assert ids(narrowed, "actors") == ["agency:gone", "agency:here"]
    assert ids(narrowed, "mandates") == ["mandate:m"]
    assert ids(narrowed, "documents") == ["document:d"]
    assert links(narrowed, "given_to") == [("mandate:m", "agency:here")]
    assert "begränsat till temat Elnät (theme:t)." in " ".join(narrowed.about.sentences())


def test_a_municipality_narrows_to_what_is_in_its_county(content: MakeContent) -> None:
    narrowed = content(source, narrowing={"municipality": "municipality:2580"})
    assert ids(narrowed, "bottlenecks") == ["bottleneck:y"]
    assert ids(narrowed, "counties") == ["county:25"]
    assert ids(narrowed, "documents") == ["document:e"]


def test_every_narrowing_of_the_demonstration_data_refers_to_nothing_outside_itself(
    demo: Source, content: MakeContent
) -> None:
    for narrowing in (
        {"theme": "theme:energy"},
        {"county": "county:25"},
        {"establishment": "establishment:stegra-boden"},
    ):
        narrowed = content(demo, narrowing=narrowing)
        known = {id_ for table in NODE_TABLES for id_ in ids(narrowed, table.name)}
        whole = {id_ for table in NODE_TABLES for id_ in ids(content(demo), table.name)}
        assert set(narrowing.values()) < known < whole
        for table in (*NODE_TABLES, *RELATIONSHIP_TABLES):
            for row in narrowed.rows(table):
                for column in table.columns:
                    if column.refers_to and row.get(column.name):
                        value = row[column.name]
                        assert set(value if isinstance(value, list) else [value]) <= known, (table.name, row)
