"""What changed, when, by whom, and taking it back; proposals beside what stands. On both engines."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from ansvarskarta.graph.changes import Change, Deed, history, load_of, loads
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import BadInput, WrongUse
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.network import network
from ansvarskarta.graph.proposals import accept, proposals, proposed_by, reject, turned_down
from ansvarskarta.graph.snapshot import read_all, read_table
from ansvarskarta.graph.undo import undo
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.loading import load, load_demonstration
from ansvarskarta.loaders.result import Counts, LoadResult

Rows = Sequence[Mapping[str, str]]
Write = Callable[..., Path]
THEMES = TABLE_BY_NAME["themes"]
OWNS = "RESPONSIBLE_FOR|agency:a|bottleneck:x|2021-02-01|owner|mandate:m"


def put(graph: Graph, folder: Path, person: str = "Eva") -> LoadResult:
    return load(graph, [folder], person=person)


def rename(graph: Graph, tables: Write, name: str) -> str:
    return put(graph, tables(themes=[{"id": "theme:a", "name": name}])).load_id


def themes(graph: Graph) -> dict[object, object]:
    return {row["id"]: row["name"] for row in read_table(graph, THEMES)}


def said(changes: Sequence[Change]) -> list[tuple[str, list[tuple[object, object]]]]:
    return [(c.load.id, [(d.before, d.after) for d in c.differences if d.column == "name"]) for c in changes]


def test_history_tells_who_changed_what_when_from_which_files(graph: Graph, tables: Write) -> None:
    first = rename(graph, tables, "A")
    folder = tables(themes=[{"id": "theme:a", "name": "Å"}, {"id": "theme:ab", "name": "another"}])
    second = put(graph, folder, person="Åsa Öberg").load_id
    changes = history(graph, "theme:a")
    assert said(changes) == [(second, [("A", "Å")]), (first, [(None, "A")])]
    latest = changes[0].load
    assert (latest.deed, latest.person, latest.rows, latest.version) == (Deed.LOAD, "Åsa Öberg", 2, "0.1.0")
    digest = hashlib.sha256((folder / "themes.csv").read_bytes()).hexdigest()
    assert [(file.name, file.sha256) for file in latest.files] == [("themes.csv", digest)]
    with pytest.raises(WrongUse, match="no history"):
        history(graph, "theme:abc")


def test_history_of_a_node_holds_its_relationships(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    put(graph, tables(**world))
    assert [change.key for change in history(graph, "bottleneck:x")] == ["bottleneck:x", OWNS]
    assert [change.key for change in history(graph, "agency:a")] == ["agency:a", OWNS]
    assert [change.key for change in history(graph, OWNS)] == [OWNS]


def test_undo_takes_a_load_back_and_can_be_taken_back(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    put(graph, tables(**world))
    before = read_all(graph)
    owner = {**world["responsible_for"][0], "note": "ny"}
    changed = put(graph, tables(responsible_for=[owner], themes=[{"id": "theme:new", "name": "N"}]))
    after = read_all(graph)
    assert after != before
    taken_back = undo(graph, changed.load_id, "Bo")
    assert read_all(graph) == before
    assert (taken_back.deed, taken_back.person, taken_back.undoes) == (Deed.UNDO, "Bo", changed.load_id)
    assert load_of(graph, changed.load_id).undone_by == taken_back.id
    with pytest.raises(WrongUse, match="taken back already"):
        undo(graph, changed.load_id, "Bo")
    undo(graph, taken_back.id, "Bo")
    assert read_all(graph) == after
    assert load_of(graph, changed.load_id).undone_by == ""


def test_undo_refuses_where_something_later_touched_its_rows(graph: Graph, tables: Write) -> None:
    first, second, third = (rename(graph, tables, name) for name in ("A", "B", "A"))
    for earlier in (first, second):
        with pytest.raises(BadInput, match=third):
            undo(graph, earlier, "Bo")
    undo(graph, third, "Bo")
    assert themes(graph) == {"theme:a": "B"}
    undo(graph, second, "Bo")
    assert themes(graph) == {"theme:a": "A"}


def test_undo_never_takes_a_node_that_is_referred_to(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    first = put(graph, tables(**{name: rows for name, rows in world.items() if name != "responsible_for"}))
    put(graph, tables(responsible_for=world["responsible_for"]))
    with pytest.raises(BadInput, match="agency:a"):
        undo(graph, first.load_id, "Bo")
    assert len(read_all(graph)["actors"]) == 2


def test_undoing_the_demonstration_clears_its_mark(graph: Graph) -> None:
    result = load_demonstration(graph, person="Eva")
    undo(graph, result.load_id, "Bo")
    assert not graph.is_demo()
    assert sum(map(len, read_all(graph).values())) == 0
    assert graph.read("MATCH ()-[r]->() RETURN count(r)") == [[0]]


def test_an_unknown_load_is_wrong_use(graph: Graph) -> None:
    with pytest.raises(WrongUse, match="load-99"):
        undo(graph, "load-99", "Bo")


def propose(world: dict[str, Rows]) -> dict[str, Rows]:
    return {
        "themes": [{"id": "theme:t", "name": "Bättre namn", "confidence": "proposed"}],
        "bottlenecks": [{"id": "bottleneck:new", "name": "Ny", "confidence": "proposed"}],
        "responsible_for": [
            {**world["responsible_for"][0], "valid_to": "2024-12-31", "confidence": "proposed"},
            {"start": "agency:a", "end": "bottleneck:new", "role": "owner", "confidence": "proposed"},
        ],
    }


def as_rows(tables: Mapping[str, Rows]) -> dict[str, list[Row]]:
    return {name: [{**row} for row in rows] for name, rows in tables.items()}


NEW_OWNER = "RESPONSIBLE_FOR|agency:a|bottleneck:new||owner||proposed"


def test_proposals_stand_beside_what_is_accepted(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    put(graph, tables(**world))
    before = read_all(graph)
    folder = tables(**propose(world))
    result = put(graph, folder, person="Ulla")
    assert result.total() == Counts(created=4, changed=0, removed=0, unchanged=0)
    assert put(graph, folder).changes_nothing
    accepted = {
        name: [row for row in rows if row["confidence"] != "proposed"] for name, rows in read_all(graph).items()
    }
    assert accepted == before
    assert [(p.key, [(d.column, d.before, d.after) for d in p.differences]) for p in proposals(graph) if p.stands] == [
        ("theme:t|proposed", [("name", "T", "Bättre namn")]),
        (f"{OWNS}|proposed", [("valid_to", None, "2024-12-31")]),
    ]
    assert [p.key for p in proposals(graph) if not p.stands] == ["bottleneck:new|proposed", NEW_OWNER]
    assert proposed_by(graph, "theme:t|proposed").person == "Ulla"


def test_accepting_puts_a_proposal_in_place_and_can_be_undone(
    graph: Graph, tables: Write, world: dict[str, Rows]
) -> None:
    put(graph, tables(**world))
    put(graph, tables(**propose(world)))
    before = read_all(graph)
    with pytest.raises(BadInput, match="bottleneck:new"):
        accept(graph, [NEW_OWNER], "Bo")
    done = accept(graph, [p.key for p in proposals(graph)], "Bo", note="Stämmer med beslutet")
    assert (done.deed, done.person, done.note, done.rows) == (Deed.ACCEPT, "Bo", "Stämmer med beslutet", 8)
    assert proposals(graph) == []
    assert themes(graph) == {"theme:t": "Bättre namn"}
    rows = list(read_table(graph, TABLE_BY_NAME["responsible_for"]))
    assert [(row["end"], row["valid_to"], row["confidence"]) for row in rows] == [
        ("bottleneck:new", None, "stated"),
        ("bottleneck:x", "2024-12-31", "stated"),
    ]
    undo(graph, done.id, "Bo")
    assert read_all(graph) == before


def test_rejecting_removes_a_proposal_and_remembers_it(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    put(graph, tables(**world))
    put(graph, tables(**propose(world)))
    with pytest.raises(BadInput, match="bottleneck:new"):
        reject(graph, ["bottleneck:new|proposed"], "Bo", reason="Finns redan")
    reject(graph, ["bottleneck:new|proposed", NEW_OWNER, "theme:t|proposed"], "Bo", reason="Finns redan")
    assert [p.key for p in proposals(graph)] == [f"{OWNS}|proposed"]
    proposed = as_rows(propose(world))
    assert turned_down(graph, proposed) == {"bottleneck:new", NEW_OWNER.removesuffix("|proposed"), "theme:t"}
    for row in proposed["responsible_for"]:
        row["quote"] = "Andra ord"
    assert turned_down(graph, proposed) == {"bottleneck:new", "theme:t"}
    assert loads(graph)[0].note == "Finns redan"
    assert graph.read("MATCH (n:Entity {id: 'bottleneck:new'}) RETURN count(n)") == [[0]]
    with pytest.raises(WrongUse, match="no proposal"):
        reject(graph, ["theme:t|proposed"], "Bo", reason="igen")


def test_an_accepted_row_leaves_the_proposal_before_it_standing(graph: Graph, tables: Write) -> None:
    put(graph, tables(themes=[{"id": "theme:t", "name": "Förslag", "confidence": "proposed"}]))
    put(graph, tables(themes=[{"id": "theme:t", "name": "Antaget"}]))
    assert graph.read("MATCH (n:Entity) RETURN n.id, n.name, n.confidence") == [["theme:t", "Antaget", None]]
    assert [(row["name"], row["confidence"]) for row in read_table(graph, THEMES)] == [
        ("Antaget", None),
        ("Förslag", "proposed"),
    ]
    undo(graph, loads(graph)[0].id, "Bo")
    assert graph.read("MATCH (n:Entity) RETURN n.id, n.name, n.confidence") == [["theme:t", "Förslag", "proposed"]]


def test_the_network_is_the_graph_of_a_day(graph: Graph, tables: Write, world: dict[str, Rows]) -> None:
    put(graph, tables(**world))
    put(graph, tables(**propose(world)))
    day = network(graph, "2024-06-01")
    assert day.nodes["municipality:2580"]["label"] == "Municipality"
    assert "agency:b" in day
    assert "bottleneck:new" not in day
    ((start, end, key, facts),) = day.edges(keys=True, data=True)
    assert (start, end, key, facts["type"], facts["role"]) == (
        "agency:a", "bottleneck:x", OWNS, "RESPONSIBLE_FOR", "owner",
    )  # fmt: skip
    assert "agency:b" not in network(graph, "2025-01-01")
    assert network(graph, "2021-01-31").number_of_edges() == 0
    assert network(graph, "2026-01-01").number_of_edges() == 0  # the mandate has lapsed
