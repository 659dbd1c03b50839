from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from ansvarskarta.graph.content import identity
from ansvarskarta.graph.model import TABLE_BY_NAME, TABLES
from ansvarskarta.loaders.checking import Checked, check
from ansvarskarta.loaders.checking.existing import Existing, existing_in
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.problems import LISTED, Level, Place
from ansvarskarta.loaders.reading import read_paths
from ansvarskarta.texts import Language, catalogue

Rows = Sequence[Mapping[str, str]]
Write = Callable[..., Path]
Z = {"id": "bottleneck:z", "name": "Z"}
AGENCY = {"id": "agency:z", "name": "Z"}
LAW = {"id": "mandate:z", "name": "Z", "kind": "law"}
OWNER = {"start": "agency:a", "end": "bottleneck:y", "role": "owner"}


def checked(folder: Path, existing: Existing | None = None) -> Checked:
    return check(read_paths([folder]), existing)


def found(result: Checked) -> list[tuple[str, str, int | None, str | None, str | None]]:
    return [(p.code, p.place.file, p.place.line, p.place.column, p.value) for p in result.problems]


def test_a_world_that_obeys_the_model_has_no_problems(tables: Write, world: dict[str, Rows]) -> None:
    result = checked(tables(**world))
    assert found(result) == []
    (record,) = result.contents["responsible_for"].values()
    assert dict(zip(TABLE_BY_NAME["responsible_for"].column_names, record, strict=True))["scope"] == [
        "county:25",
        "municipality:2580",
    ]


def test_the_demonstration_has_no_errors() -> None:
    result = checked(demonstration())
    assert [p for p in result.problems if p.level is Level.ERROR] == []


@pytest.mark.parametrize(
    ("table", "row", "code", "column", "value"),
    [
        ("themes", {"id": "theme:z", "name": ""}, "required", "name", None),
        ("themes", {"id": "theme", "name": "Z"}, "wrong_id_form", "id", "theme"),
        ("themes", {"id": "theme:a b", "name": "Z"}, "wrong_id_form", "id", "theme:a b"),
        ("themes", {"id": "bottleneck:z", "name": "Z"}, "wrong_prefix", "id", "bottleneck:z"),
        ("actors", AGENCY | {"type": "club"}, "not_a_choice", "type", "club"),
        ("actors", AGENCY | {"type": "agency", "website": "javascript:alert(1)"},
         "not_an_address", "website", "javascript:alert(1)"),
        ("actors", AGENCY | {"type": "agency", "org_number": "12"},
         "wrong_org_number", "org_number", "12"),
        ("counties", {"id": "county:1", "name": "Z", "code": "1"}, "wrong_code", "code", "1"),
        ("bottlenecks", Z | {"severity": "6"}, "out_of_bounds", "severity", "6"),
        ("bottlenecks", Z | {"severity": "high"}, "not_whole", "severity", "high"),
        ("bottlenecks", Z | {"raised": "2023-02-30"}, "wrong_date", "raised", "2023-02-30"),
        ("bottlenecks", Z | {"raised": "2023-02"}, "wrong_date_partial", "raised", "2023-02"),
        ("mandates", LAW | {"issued": "2023-13"},
         "wrong_partial_date", "issued", "2023-13"),
        ("mandates", LAW | {"report_due": "2023-01-01;soon"},
         "wrong_date", "report_due", "2023-01-01;soon"),
        ("mandates", LAW | {"valid_from": "2024-01-02", "valid_to": "2024-01-01"},
         "ends_before_it_starts", "valid_to", "2024-01-01"),
        ("documents", {"id": "document:z", "name": "Z", "sha256": "abc"}, "not_a_checksum", "sha256", "abc"),
        ("themes", {"id": "theme:z", "name": "Z", "quote": "q" * 301}, "too_long", "quote", "q" * 301),
        ("responsible_for", OWNER | {"end": "bottleneck:gone"}, "dangling", "end", "bottleneck:gone"),
        ("responsible_for", OWNER | {"end": "agency:b"}, "wrong_label", "end", "agency:b"),
        ("responsible_for", OWNER | {"end": "Grid"}, "wrong_reference_form", "end", "Grid"),
        ("responsible_for", OWNER | {"mandate": "mandate:gone"}, "dangling", "mandate", "mandate:gone"),
        ("responsible_for", OWNER | {"scope": "county:25;county:99"}, "dangling", "scope", "county:99"),
        ("responsible_for", OWNER | {"scope": "theme:t"}, "wrong_label", "scope", "theme:t"),
        ("responsible_for", OWNER | {"document": "theme:t"}, "wrong_label", "document", "theme:t"),
        ("depends_on", {"start": "bottleneck:x", "end": "bottleneck:x"}, "leads_to_itself", "end", "bottleneck:x"),
        ("funded_by", {"start": "mandate:m", "end": "agency:a", "share": "50%"}, "not_a_fraction", "share", "50%"),
        ("funded_by", {"start": "mandate:m", "end": "agency:a", "share": "1.5"}, "not_a_fraction", "share", "1.5"),
    ],
)  # fmt: skip
def test_each_error_names_its_row_column_and_value(
    tables: Write, world: dict[str, Rows], *, table: str, row: dict[str, str], code: str, column: str, value: str | None
) -> None:
    rows = [*world.get(table, []), row]
    result = checked(tables(**world | {table: rows}))
    assert found(result) == [(code, f"{table}.csv", len(rows) + 1, column, value)]
    assert result.problems.has_errors


@pytest.mark.parametrize(
    ("table", "row", "code", "column"),
    [
        ("bottlenecks", Z | {"status": "resolved"}, "resolved_without_day", "status"),
        ("bottlenecks", Z | {"status": "open", "resolved": "2024-01-01"},
         "day_without_resolved", "resolved"),
        ("actors", AGENCY | {"type": "company"}, "type_unlike_id", "type"),
        ("responsible_for", OWNER | {"mandate": "mandate:m", "valid_to": "2026-01-01"},
         "owner_outside_mandate", "valid_to"),
        ("responsible_for", OWNER | {"start": "agency:b", "valid_from": "2019-12-31"},
         "owner_outside_actor", "valid_from"),
        ("responsible_for", OWNER | {"end": "bottleneck:x", "mandate": "mandate:m", "valid_from": "2022-01-01"},
         "overlaps", "valid_from"),
    ],
)  # fmt: skip
def test_what_looks_wrong_is_a_warning(
    tables: Write, world: dict[str, Rows], *, table: str, row: dict[str, str], code: str, column: str
) -> None:
    rows = [*world[table], row]
    result = checked(tables(**world | {table: rows}))
    assert [(p.level, p.code, p.place.line, p.place.column) for p in result.problems] == [
        (Level.WARNING, code, len(rows) + 1, column)
    ]
    assert not result.problems.has_errors


def test_everything_is_said_at_once(tables: Write, world: dict[str, Rows]) -> None:
    world["themes"] = [{"id": "theme", "name": ""}, {"id": "theme:t", "name": "T", "confidence": "sure"}]
    world["depends_on"] = [{"start": "bottleneck:x", "end": "bottleneck:gone", "valid_from": "2024"}]
    assert [(code, line, column) for code, _, line, column, _ in found(checked(tables(**world)))] == [
        ("dangling", 2, "end"),
        ("wrong_date_partial", 2, "valid_from"),
        ("wrong_id_form", 2, "id"),
        ("required", 2, "name"),
        ("not_a_choice", 3, "confidence"),
    ]


def test_a_required_column_that_is_missing_is_said_once(tables: Write) -> None:
    result = checked(tables(themes=[{"id": "theme:a"}, {"id": "theme:b"}]))
    assert found(result) == [("column_missing", "themes.csv", 2, "name", None)]


def test_the_same_row_twice_is_taken_once_and_other_facts_are_a_conflict(tables: Write) -> None:
    result = checked(tables(themes=[{"id": "theme:a", "name": "A"}] * 2))
    assert [(p.level, p.code, p.place.line, p.values["line"]) for p in result.problems] == [
        (Level.WARNING, "same_row_twice", 3, 2)
    ]
    assert list(result.contents["themes"]) == ["theme:a"]
    result = checked(tables(themes=[{"id": "theme:a", "name": "A"}, {"id": "theme:a", "name": "B"}]))
    assert [(p.level, p.code, p.place.line, p.values["columns"]) for p in result.problems] == [
        (Level.ERROR, "conflict", 3, "name")
    ]


def test_rows_without_an_id_are_not_one_row(tables: Write) -> None:
    result = checked(tables(themes=[{"id": "theme:el nät", "name": "Elnät"}, {"id": "", "name": "Tomt"}]))
    assert [code for code, *_ in found(result)] == ["wrong_id_form", "required"]


def test_a_conflict_is_found_across_files(tables: Write) -> None:
    first, second = tables(themes=[{"id": "theme:a", "name": "A"}]), tables(themes=[{"id": "theme:a", "name": "B"}])
    result = check(read_paths([first, second]))
    assert result.problems.by_code() == {"conflict": 1}


def test_a_proposed_row_stands_beside_an_accepted_one(tables: Write) -> None:
    rows = [{"id": "theme:a", "name": "A"}, {"id": "theme:a", "name": "B", "confidence": "proposed"}]
    result = checked(tables(themes=rows))
    assert found(result) == []
    assert sorted(result.contents["themes"]) == ["theme:a", "theme:a|proposed"]


def test_an_accepted_row_that_rests_on_a_proposal_is_warned_of(tables: Write, world: dict[str, Rows]) -> None:
    world["bottlenecks"] = [*world["bottlenecks"], {"id": "bottleneck:z", "name": "Z", "confidence": "proposed"}]
    world["responsible_for"] = [*world["responsible_for"], OWNER | {"end": "bottleneck:z"}]
    assert found(checked(tables(**world))) == [("rests_on_proposal", "responsible_for.csv", 3, None, "bottleneck:z")]


def test_an_id_means_one_thing_only(tables: Write, world: dict[str, Rows]) -> None:
    existing = Existing(labels={"theme:t": "Bottleneck"})
    assert found(checked(tables(themes=world["themes"]), existing)) == [("id_taken", "themes.csv", 2, "id", "theme:t")]


def test_references_may_lead_into_the_graph(tables: Write, world: dict[str, Rows]) -> None:
    folder = tables(responsible_for=world["responsible_for"])
    assert checked(folder).problems.by_code() == {"dangling": 5}
    rest = {name: rows for name, rows in world.items() if name != "responsible_for"}
    existing = existing_in(checked(tables(**rest)).contents)
    assert found(checked(folder, existing)) == []


def test_an_overlap_with_a_row_of_the_graph_is_warned_of(tables: Write, world: dict[str, Rows]) -> None:
    before = checked(tables(**world))
    later = {**world["responsible_for"][0], "valid_from": "2023-01-01"}
    result = checked(tables(responsible_for=[later]), existing_in(before.contents))
    assert found(result) == [("overlaps", "responsible_for.csv", 2, "valid_from", "2023-01-01")]


def test_a_missing_column_that_would_empty_the_graph_is_warned_of(tables: Write) -> None:
    before = checked(tables(themes=[{"id": "theme:a", "name": "A", "aliases": "x"}]))
    result = checked(tables(themes=[{"id": "theme:a", "name": "A"}]), existing_in(before.contents))
    (problem,) = result.problems
    assert (problem.level, problem.code, problem.place.column, problem.values["number"]) == (
        Level.WARNING, "clears_column", "aliases", 1,
    )  # fmt: skip


def test_the_order_of_tables_does_not_matter(tables: Write, world: dict[str, Rows]) -> None:
    folder = tables(**world)
    files = sorted(folder.iterdir())
    assert check(read_paths(files)).contents == check(read_paths(list(reversed(files)))).contents


def test_values_are_read_by_their_kind(tables: Write) -> None:
    result = checked(
        tables(
            counties=[{"id": " county:25 ", "name": " Norr ", "code": "25", "aliases": "a; b;;a", "description": "  "}],
            mandates=[
                {"id": "mandate:m", "name": "M", "kind": "law", "issued": "2023", "report_due": "2024-02-01;2023-02-01"}
            ],
            measures=[{"id": "measure:m", "name": "M", "budget_msek": "1,5", "start": "2023-06"}],
            bottlenecks=[{"id": "bottleneck:b", "name": "B", "severity": "3"}],
        )
    )  # fmt: skip
    rows = {
        name: dict(zip(TABLE_BY_NAME[name].column_names, next(iter(content.values())), strict=True))
        for name, content in result.contents.items()
    }
    assert found(result) == []
    assert rows["counties"]["id"] == "county:25"
    assert rows["counties"]["name"] == " Norr "
    assert rows["counties"]["aliases"] == ["a", "b"]
    assert rows["counties"]["description"] is None
    assert rows["mandates"]["issued"] == "2023"
    assert rows["mandates"]["report_due"] == ["2023-02-01", "2024-02-01"]
    assert rows["measures"]["budget_msek"] == 1.5
    assert rows["bottlenecks"]["severity"] == 3


def test_a_million_errors_are_counted_and_a_thousand_listed(tmp_path: Path) -> None:
    row = b"theme:a,x,stated\n"
    (tmp_path / "themes.csv").write_bytes(b"id,name,confidence\n" + row.replace(b"stated", b"sure") * 1_000_000)
    problems = checked(tmp_path).problems
    assert problems.count(Level.ERROR) == 1_000_000
    assert len(list(problems)) <= 2 * LISTED
    assert problems.by_code()["not_a_choice"] == 1_000_000


def test_every_problem_has_its_texts() -> None:
    texts = catalogue("loading")
    codes = {name for name in texts if not name.endswith("_hint") and name != "unlisted"}
    assert {f"{code}_hint" for code in codes} <= texts.keys()


def test_a_problem_as_json(tables: Write) -> None:
    (problem,) = checked(tables(themes=[{"id": "theme:a", "name": "A", "confidence": "säker"}])).problems
    assert problem.place == Place("themes.csv", None, 2, "confidence")
    assert problem.as_json(Language.SV) == {
        "level": "error",
        "code": "not_a_choice",
        "file": "themes.csv",
        "sheet": None,
        "line": 2,
        "column": "confidence",
        "value": "säker",
        "message": "”säker” är inget av värdena för ”confidence”.",
        "hint": "Välj ett av: stated, inferred, proposed.",
    }


def test_braces_in_data_are_not_templates(tables: Write) -> None:
    (problem,) = checked(tables(themes=[{"id": "theme:a", "name": "A", "confidence": "{0}{value}"}])).problems
    assert problem.message(Language.EN) == '"{0}{value}" is none of the values of "confidence".'


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_identities_are_of_all_the_models_telling_columns(table: object) -> None:
    row = {"id": "theme:a", "start": "a:b", "end": "c:d", "valid_from": "2024-01-01", "role": "owner",
           "mandate": "m:n", "how": "host", "appropriation": "1|2", "confidence": "proposed"}  # fmt: skip
    model = next(other for other in TABLES if other is table)
    key = identity(model, {name: value for name, value in row.items() if name in model.column_names})
    expected = {
        "responsible_for": "RESPONSIBLE_FOR|a:b|c:d|2024-01-01|owner|m:n|proposed",
        "affects": "AFFECTS|a:b|c:d|2024-01-01|host|proposed",
        "funded_by": "FUNDED_BY|a:b|c:d|2024-01-01|1\\|2|proposed",
        "carries_out": "CARRIES_OUT|a:b|c:d|2024-01-01|owner|proposed",
    }
    plain = "theme:a|proposed" if "id" in model.column_names else f"{model.name.upper()}|a:b|c:d|2024-01-01|proposed"
    assert key == expected.get(model.name, plain)
