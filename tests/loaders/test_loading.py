"""Loading on both engines: what is written, said, kept, refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from ansvarskarta.graph import commit
from ansvarskarta.graph.changes import Deed, loads
from ansvarskarta.graph.connection import Engine, Graph
from ansvarskarta.graph.content import Content
from ansvarskarta.graph.driver import neo4j
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.snapshot import read_all, read_content, read_table
from ansvarskarta.graph.undo import undo
from ansvarskarta.loaders.checking import check
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import TablesRefused, load, load_demonstration
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.loaders.replacing import Removal
from ansvarskarta.loaders.result import Counts, LoadResult

Rows = Sequence[Mapping[str, str]]
Write = Callable[..., Path]
THEMES = TABLE_BY_NAME["themes"]


def names(graph: Graph) -> dict[object, object]:
    return {row["id"]: row["name"] for row in read_table(graph, THEMES)}


def put(graph: Graph, folder: Path, **options: bool) -> LoadResult:
    return load(graph, [folder], person="Eva", **options)  # type: ignore[arg-type]  # flags only


def given(folder: Path) -> dict[str, Content]:
    return check(read_paths([folder])).contents


def test_what_is_loaded_is_read_back(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    folder = tables(**world)
    result = put(graph, folder)
    assert result.total() == Counts(created=11, changed=0, removed=0, unchanged=0)
    assert result.load_id
    for name, content in given(folder).items():
        assert read_content(graph, TABLE_BY_NAME[name]) == content


def test_nodes_carry_the_models_labels_and_the_county_is_a_relationship(
    graph: Graph, tables: Write, world: dict[str, Rows]
) -> None:
    put(graph, tables(**world))
    rows = graph.read("MATCH (n:Entity {id: 'municipality:2580'}) UNWIND labels(n) AS l RETURN l ORDER BY l")
    assert rows == [["Actor"], ["Entity"], ["Municipality"]]
    county = "MATCH (m:Municipality)-[:IN_COUNTY]->(c) RETURN m.id, c.id"
    assert graph.read(county) == [["municipality:2580", "county:25"]]
    put(graph, tables(municipalities=[{**world["municipalities"][0], "county": "county:24"}]))
    assert graph.read(county) == [["municipality:2580", "county:24"]]
    key = "MATCH ()-[r:RESPONSIBLE_FOR]->() RETURN r.key, r.scope"
    assert graph.read(key) == [
        ["RESPONSIBLE_FOR|agency:a|bottleneck:x|2021-02-01|owner|mandate:m", ["county:25", "municipality:2580"]]
    ]


def test_loading_the_same_twice_changes_nothing_and_writes_nothing(
    graph: Graph, tables: Write, world: dict[str, Rows]
) -> None:
    folder = tables(**world)
    put(graph, folder)
    version = graph.version()
    again = put(graph, folder)
    assert again.changes_nothing
    assert again.total() == Counts(created=0, changed=0, removed=0, unchanged=11)
    assert again.load_id == ""
    assert graph.version() == version


def test_a_dry_run_says_what_would_change_and_changes_nothing(graph: Graph, tables: Write) -> None:
    put(graph, tables(themes=[{"id": "theme:a", "name": "A"}, {"id": "theme:b", "name": "B"}]))
    version = graph.version()
    folder = tables(themes=[{"id": "theme:a", "name": "Å"}, {"id": "theme:c", "name": "C"}])
    for dry_run in (True, False):
        result = put(graph, folder, dry_run=dry_run)
        assert result.counts() == {"themes": Counts(created=1, changed=1, removed=0, unchanged=0)}
        assert [(change.what, change.key) for change in result.changes()] == [
            ("changed", "theme:a"),
            ("created", "theme:c"),
        ]
        (difference,) = next(result.changes()).differences
        assert (difference.column, difference.before, difference.after) == ("name", "A", "Å")
        assert (graph.version() == version) is dry_run
    assert names(graph) == {"theme:a": "Å", "theme:b": "B", "theme:c": "C"}


def test_a_changed_relationship_is_changed_in_place(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    put(graph, tables(**world))
    row = {**world["responsible_for"][0], "note": "ny", "scope": ""}
    result = put(graph, tables(responsible_for=[row]))
    assert result.total() == Counts(created=0, changed=1, removed=0, unchanged=0)
    (stored,) = read_table(graph, TABLE_BY_NAME["responsible_for"])
    assert (stored["note"], stored["scope"]) == ("ny", None)


def test_errors_keep_everything_out(graph: Graph, tables: Write) -> None:
    version = graph.version()
    with pytest.raises(TablesRefused) as refused:
        put(graph, tables(themes=[{"id": "theme:a", "name": "A"}, {"id": "theme:b", "name": ""}]))
    assert refused.value.exit_code == 3
    assert [problem.code for problem in refused.value.problems] == ["required"]
    assert graph.version() == version
    assert names(graph) == {}


def test_hostile_text_comes_back_unchanged(graph: Graph, tables: Write) -> None:
    hostile = [
        "=HYPERLINK(\"http://x\")",
        "@SUM(A1)",
        "<script>alert(1)</script>",
        "'}) MATCH (n) DETACH DELETE n //",
        "\t tab first",
        "\u202egnp.exe",
        "$rows [0] {id} `x`",
        "😀 \u0301 é",
        "two\nlines",
    ]  # fmt: skip
    put(graph, tables(themes=[{"id": f"theme:{i}", "name": name} for i, name in enumerate(hostile)]))
    assert list(names(graph).values()) == hostile


def test_replace_removes_what_the_table_lacks_but_not_what_is_referred_to(
    graph: Graph, tables: Write, world: dict[str, Rows]
) -> None:
    put(graph, tables(**world))
    asked: list[Removal] = []

    def agree(removals: Sequence[Removal]) -> bool:
        asked.extend(removals)
        return True

    folder = tables(bottlenecks=[{"id": "bottleneck:z", "name": "Z"}])
    result = load(graph, [folder], person="Eva", replace=True, confirm=agree)
    assert result.counts() == {"bottlenecks": Counts(created=1, changed=0, removed=1, unchanged=1)}
    assert [(removal.table.name, removal.removed, removal.of) for removal in asked] == [("bottlenecks", 1, 2)]
    assert [(p.code, p.value) for p in result.problems] == [("kept_as_referred", "bottleneck:x")]
    assert sorted(read_content(graph, TABLE_BY_NAME["bottlenecks"])) == ["bottleneck:x", "bottleneck:z"]
    assert len(read_content(graph, TABLE_BY_NAME["actors"])) == 2


def test_replace_asks_before_more_than_a_fifth_goes(graph: Graph, tables: Write) -> None:
    put(graph, tables(themes=[{"id": f"theme:{i}", "name": "T"} for i in range(10)]))
    eight = tables(themes=[{"id": f"theme:{i}", "name": "T"} for i in range(8)])
    seven = tables(themes=[{"id": f"theme:{i}", "name": "T"} for i in range(7)])
    with pytest.raises(WrongUse, match=r"themes \(3/10\)"):
        put(graph, seven, replace=True)
    assert len(names(graph)) == 10
    put(graph, eight, replace=True)
    assert len(names(graph)) == 8


def test_nodes_that_only_refer_to_each_other_can_go_together(graph: Graph, tables: Write) -> None:
    documents = [{"id": f"document:{i}", "name": "D", "document": f"document:{i}"} for i in range(2)]
    put(graph, tables(documents=documents, themes=[{"id": "theme:a", "name": "A", "document": "document:0"}]))
    folder = tables(documents=[{"id": "document:9", "name": "D"}], themes=[{"id": "theme:b", "name": "B"}])
    load(graph, [folder], person="Eva", replace=True, confirm=lambda _: True)
    assert sorted(read_content(graph, TABLE_BY_NAME["documents"])) == ["document:9"]
    assert names(graph) == {"theme:b": "B"}


def test_the_demonstration_marks_the_graph_until_it_is_replaced(graph: Graph, tables: Write) -> None:
    result = load_demonstration(graph, person="Eva")
    assert result.is_demo
    assert graph.is_demo()
    assert [load.deed for load in loads(graph)] == [Deed.DEMONSTRATION]
    contents = given(demonstration())
    assert {name: rows for name, rows in read_all(graph).items() if rows}.keys() == contents.keys()
    for name, content in contents.items():
        assert read_content(graph, TABLE_BY_NAME[name]) == content
    own = put(graph, tables(themes=[{"id": "theme:mine", "name": "M"}]))
    assert own.problems.by_code() == {"demo_stays": 1}
    assert graph.is_demo()
    put(graph, tables(themes=[{"id": "theme:other", "name": "O"}]), replace_demo=True)
    assert not graph.is_demo()
    assert names(graph) == {"theme:mine": "M", "theme:other": "O"}
    assert sum(map(len, read_all(graph).values())) == 2


def test_the_demonstration_does_not_go_while_own_rows_use_it(graph: Graph, tables: Write) -> None:
    load_demonstration(graph, person="Eva")
    theme = next(read_table(graph, THEMES))["id"]
    put(graph, tables(bottlenecks=[{"id": "bottleneck:mine", "name": "M"}], has_theme=[
        {"start": "bottleneck:mine", "end": str(theme)}]))  # fmt: skip
    with pytest.raises(BadInput, match=str(theme)):
        put(graph, tables(themes=[{"id": "theme:other", "name": "O"}]), replace_demo=True)
    put(graph, tables(themes=[{"id": str(theme), "name": "Mine now"}]), replace_demo=True)
    assert names(graph) == {theme: "Mine now"}


def test_there_must_be_a_demonstration_to_replace(graph: Graph, tables: Write) -> None:
    with pytest.raises(WrongUse, match="no demonstration data"):
        put(graph, tables(themes=[{"id": "theme:a", "name": "A"}]), replace_demo=True)


def test_what_breaks_off_leaves_the_graph_as_it_was(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    version = graph.version()

    def interrupt(stage: str, done: int, _: int) -> None:
        if stage == "write" and done > 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(graph, [tables(**world)], person="Eva", progress=interrupt)
    assert graph.version() == version
    assert sum(map(len, read_all(graph).values())) == 0
    assert loads(graph) == []


def test_a_write_between_plan_and_load_makes_the_plan_anew(graph: Graph, tables: Write) -> None:
    wrote: list[str] = []

    def meddle(stage: str, _done: int, _total: int) -> None:
        if stage == "check" and not wrote:
            wrote.append("other")
            put(graph, tables(themes=[{"id": "theme:a", "name": "Other"}]))

    result = load(graph, [tables(themes=[{"id": "theme:a", "name": "A"}])], person="Eva", progress=meddle)
    assert result.total() == Counts(created=0, changed=1, removed=0, unchanged=0)
    assert names(graph) == {"theme:a": "A"}


def test_a_large_load_is_a_marked_series_that_resumes(
    graph: Graph, tables: Write, world: dict[str, Rows], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "MOST_ROWS", dict.fromkeys(Engine, 3))
    folder = tables(**world)

    def interrupt(stage: str, done: int, _: int) -> None:
        if stage == "write" and done > 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(graph, [folder], person="Eva", progress=interrupt)
    (begun,) = loads(graph)
    assert not begun.is_done
    assert commit.under_way(graph) == begun.id
    assert 0 < sum(map(len, read_all(graph).values())) < 11
    with pytest.raises(BadInput, match=begun.id):
        put(graph, tables(themes=[{"id": "theme:other", "name": "O"}]))
    assert put(graph, folder).load_id == begun.id
    (ended,) = loads(graph)
    assert (ended.is_done, ended.rows) == (True, 11)
    assert commit.under_way(graph) is None
    for name, content in given(folder).items():
        assert read_content(graph, TABLE_BY_NAME[name]) == content


def test_a_series_that_was_cut_off_can_be_taken_back(
    graph: Graph, tables: Write, world: dict[str, Rows], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commit, "MOST_ROWS", dict.fromkeys(Engine, 4))

    def interrupt(stage: str, done: int, _: int) -> None:
        if stage == "write" and done > 7:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(graph, [tables(**world)], person="Eva", progress=interrupt)
    undo(graph, loads(graph)[0].id, "Eva")
    assert sum(map(len, read_all(graph).values())) == 0
    assert commit.under_way(graph) is None


def test_the_record_is_in_no_count_of_the_model(graph: Graph, tables: Write) -> None:
    put(graph, tables(themes=[{"id": "theme:a", "name": "A"}]))
    assert graph.read("MATCH (n:Entity) RETURN count(n)") == [[1]]

    def labels(tx: neo4j.ManagedTransaction) -> list[str]:
        return [str(row[0]) for row in tx.run("MATCH (n) UNWIND labels(n) AS l RETURN DISTINCT l ORDER BY l").values()]

    assert graph.write(labels) == ["Ansvarskarta", "Change", "Entity", "Load", "Theme"]
