"""The reference itself against cases worked out by hand, one or more for each word that is easy to get wrong."""

from __future__ import annotations

import pytest
from ansvarskarta.graph.values import Row, Value
from reference.oracle import Oracle

DAY = "2024-07-01"


def oracle(**tables: list[Row]) -> Oracle:
    """A graph of two counties with two and one municipalities, and what else is given."""
    places: dict[str, list[Row]] = {
        "counties": [{"id": "county:24", "name": "V", "code": "24"}, {"id": "county:25", "name": "N", "code": "25"}],
        "municipalities": [
            municipality("1", "county:25", name="Ettans kommun", name_en="One Municipality", code="2501"),
            municipality("2", "county:25", name="Tvåans kommun", code="2502"),
            municipality("3", "county:24", name="Treans kommun", code="2403"),
        ],
    }
    return Oracle(places | tables)


def municipality(number: str, county: str, **cells: Value) -> Row:
    return {"id": f"municipality:{number}", "county": county} | cells


def named(label: str, *names: str, **cells: Value) -> list[Row]:
    return [{"id": f"{label}:{name}", "name": name.upper(), **cells} for name in names]


def owns(actor: str, target: str, **cells: Value) -> Row:
    return {"start": f"agency:{actor}", "end": target, "role": "owner"} | cells


def link(start: str, end: str, **cells: Value) -> Row:
    return {"start": start, "end": end} | cells


def rows(oracle: Oracle, question: str, day: str = DAY, lang: str = "sv", **parameters: object) -> list[object]:
    return [list(row) for row in oracle.answer(question, parameters, day, lang).rows]


@pytest.mark.parametrize(
    ("status", "raised", "resolved", "is_open"),
    [
        (None, None, None, True),
        ("open", DAY, None, True),
        ("open", "2024-07-02", None, False),
        ("open", None, DAY, False),
        ("open", None, "2024-07-02", True),
        ("resolved", None, None, False),
        ("resolved", None, "2024-07-02", True),
        ("resolved", None, DAY, False),
    ],
)
def test_open_goes_by_the_days_and_only_without_one_by_the_status(
    status: str | None, raised: str | None, resolved: str | None, *, is_open: bool
) -> None:
    world = oracle(bottlenecks=named("bottleneck", "b", status=status, raised=raised, resolved=resolved))
    assert world.day(DAY, "sv").is_open("bottleneck:b") is is_open


def test_a_responsibility_has_the_narrowest_days_of_its_own_its_actors_and_its_mandates() -> None:
    world = oracle(
        actors=named("agency", "a", valid_from="2024-01-01", valid_to="2024-12-31"),
        bottlenecks=named("bottleneck", "b", severity=2),
        mandates=named("mandate", "m", valid_from="2024-02-01"),
        responsible_for=[owns("a", "bottleneck:b", mandate="mandate:m", valid_to="2024-06-30", document="document:d")],
    )
    assert rows(world, "who_owns", "2024-06-30", bottleneck="bottleneck:b") == [
        [
            "agency:a",
            "A",
            "owner",
            "bottleneck",
            None,
            "mandate:m",
            "M",
            "2024-02-01",
            "2024-06-30",
            [],
            "document:d",
            None,
            "stated",
        ]
    ]
    assert rows(world, "who_owns", DAY, bottleneck="bottleneck:b") == []
    assert rows(world, "no_owner", DAY) == [["bottleneck:b", "B", 2, [], [], [], "agency:a", "2024-06-30"]]
    assert rows(world, "no_owner", "2024-02-01") == []
    assert rows(world, "no_owner", "2024-01-31") == [["bottleneck:b", "B", 2, [], [], [], None, None]]


def test_what_is_proposed_counts_only_as_weak_evidence() -> None:
    world = oracle(
        actors=[*named("agency", "a"), *named("agency", "p", confidence="proposed")],
        bottlenecks=named("bottleneck", "b"),
        mandates=named("mandate", "m", confidence="proposed"),
        responsible_for=[
            owns("a", "bottleneck:b", confidence="proposed", document="document:d"),
            owns("a", "bottleneck:b", mandate="mandate:m", document="document:d"),
            owns("p", "bottleneck:b", confidence="stated"),
        ],
    )
    assert rows(world, "who_owns", bottleneck="bottleneck:b") == []
    assert rows(world, "weak_evidence") == [
        ["agency:a", "RESPONSIBLE_FOR", "bottleneck:b", "proposed", "document:d"],
        ["agency:p", "RESPONSIBLE_FOR", "bottleneck:b", "stated", None],
    ]
    assert world.answer("weak_evidence", {}, DAY).of == 3


def test_theme_owners_are_leads_where_their_scope_meets_the_places() -> None:
    world = oracle(
        actors=named("agency", "near", "far", "anywhere"),
        themes=named("theme", "t"),
        bottlenecks=named("bottleneck", "b"),
        has_theme=[link("bottleneck:b", "theme:t")],
        occurs_in=[link("bottleneck:b", "municipality:1")],
        responsible_for=[
            owns("near", "theme:t", scope=["county:25"]),
            owns("far", "theme:t", scope=["municipality:2", "county:24"]),
            owns("anywhere", "theme:t"),
        ],
    )
    assert rows(world, "no_owner") == [
        ["bottleneck:b", "B", None, ["theme:t"], ["municipality:1"], ["agency:anywhere", "agency:near"], None, None]
    ]


def test_a_county_that_a_bottleneck_is_in_brings_its_municipalities_and_a_municipality_only_its_county() -> None:
    world = oracle(
        bottlenecks=named("bottleneck", "b", "c"),
        occurs_in=[link("bottleneck:b", "county:25"), link("bottleneck:c", "municipality:1")],
    )
    on = world.day(DAY, "sv")
    assert on.places("bottleneck:b") == {"county:25", "municipality:1", "municipality:2"}
    assert on.places("bottleneck:c") == {"county:25", "municipality:1"}


def test_two_owners_clash_where_a_scope_is_empty_or_a_county_holds_the_others_municipality() -> None:
    def clash(one: list[str], other: list[str]) -> bool:
        return bool(
            rows(
                oracle(
                    actors=named("agency", "a", "b"),
                    bottlenecks=named("bottleneck", "b"),
                    responsible_for=[
                        owns("a", "bottleneck:b", scope=one),
                        owns("b", "bottleneck:b", scope=other),
                    ],
                ),
                "several_owners",
            )
        )

    assert clash([], ["municipality:1"])
    assert clash(["county:25"], ["municipality:1"])
    assert not clash(["county:24"], ["municipality:1"])
    assert not clash(["municipality:2"], ["municipality:1"])


def test_escalation_gives_each_actor_its_lowest_step_and_first_reason() -> None:
    world = oracle(
        actors=named("agency", "a", "issuer", "top"),
        bottlenecks=named("bottleneck", "b"),
        mandates=named("mandate", "m", "n"),
        responsible_for=[
            owns("a", "bottleneck:b", mandate="mandate:n"),
            owns("a", "bottleneck:b", mandate="mandate:m"),
        ],
        issued=[link("agency:issuer", "mandate:n")],
        reports_to=[link("mandate:m", "agency:issuer"), link("mandate:m", "agency:a")],
        part_of=[
            link("agency:a", "agency:issuer"),
            link("agency:issuer", "agency:top"),
            link("agency:top", "agency:a"),
            link("agency:a", "county:25"),
        ],
    )
    assert rows(world, "escalation", bottleneck="bottleneck:b") == [
        [0, "agency:a", "A", "owner", "mandate:m"],
        [1, "agency:issuer", "ISSUER", "issued", "mandate:n"],
        [2, "agency:top", "TOP", "part_of", None],
    ]


def chain() -> Oracle:
    """c waits for b, b for a, a for c again; d is resolved and between e and a."""
    return oracle(
        bottlenecks=[*named("bottleneck", "a", "b", "c", "e"), *named("bottleneck", "d", status="resolved")],
        establishments=named("establishment", "x"),
        depends_on=[
            link("bottleneck:c", "bottleneck:b"),
            link("bottleneck:b", "bottleneck:a"),
            link("bottleneck:a", "bottleneck:c"),
            link("bottleneck:e", "bottleneck:d"),
            link("bottleneck:d", "bottleneck:a"),
        ],
        constrains=[link("bottleneck:e", "establishment:x")],
    )


def test_waiting_counts_the_links_of_the_shortest_chain_open_or_not() -> None:
    assert rows(chain(), "depends_on", establishment="establishment:x") == [
        ["bottleneck:e", "E", 1, True, [], []],
        ["bottleneck:d", "D", 2, False, [], ["bottleneck:a"]],
        ["bottleneck:a", "A", 3, True, [], ["bottleneck:c"]],
        ["bottleneck:c", "C", 4, True, [], ["bottleneck:b"]],
        ["bottleneck:b", "B", 5, True, [], ["bottleneck:a"]],
    ]
    assert rows(chain(), "depends_on", bottleneck="bottleneck:c", depth=1) == [
        ["bottleneck:b", "B", 1, True, [], ["bottleneck:a"]]
    ]
    assert rows(chain(), "blocks", bottleneck="bottleneck:a", depth=3) == [
        ["bottleneck:b", "B", "Bottleneck", 1],
        ["bottleneck:d", "D", "Bottleneck", 1],
        ["bottleneck:c", "C", "Bottleneck", 2],
        ["bottleneck:e", "E", "Bottleneck", 2],
        ["establishment:x", "X", "Establishment", 3],
    ]


def test_an_establishment_waits_openly_through_open_bottlenecks_alone() -> None:
    assert rows(chain(), "blocked_establishments") == [["establishment:x", "X", None, 1, 1, "bottleneck:e"]]


def test_a_cycle_starts_at_its_smallest_id() -> None:
    assert rows(chain(), "cycles") == [[["bottleneck:a", "bottleneck:c", "bottleneck:b"]]]


@pytest.mark.parametrize(
    ("ends", "start", "gap"),
    [
        (["2024-06-30"], DAY, 0),
        (["2024-06-29"], DAY, 1),
        (["2024-12-31", "2024-06-01"], DAY, 0),
        (["2024-06-01", None], DAY, None),
        (["2024-06-01"], None, None),
        ([], DAY, None),
    ],
)
def test_gap_days(ends: list[str | None], start: str | None, gap: int | None) -> None:
    before: list[Row] = [{"id": f"mandate:{i}", "name": "old", "valid_to": end} for i, end in enumerate(ends)]
    world = oracle(
        mandates=[*before, *named("mandate", "new", valid_from=start)],
        continues=[link("mandate:new", str(row["id"])) for row in before],
    )
    assert world.answer("succession", {"mandate": "mandate:new"}, DAY).rows[-1 if start else -1 - len(ends)][-1] == gap


def test_a_measure_counts_until_the_last_day_of_its_year_or_month() -> None:
    def without_measure(end: str, day: str) -> bool:
        world = oracle(
            bottlenecks=named("bottleneck", "b"),
            measures=named("measure", "m", status="planned", end=end),
            addresses=[link("measure:m", "bottleneck:b")],
        )
        return bool(rows(world, "no_measure", day))

    assert not without_measure("2024-02", "2024-02-29")
    assert without_measure("2024-02", "2024-03-01")
    assert not without_measure("2024", "2024-12-31")
    assert without_measure("2024-12", "2025-01-01")


def test_coverage_asks_for_owners_in_the_municipality() -> None:
    world = oracle(
        actors=named("agency", "a", "c"),
        themes=named("theme", "t"),
        bottlenecks=named("bottleneck", "b"),
        has_theme=[link("bottleneck:b", "theme:t")],
        occurs_in=[link("bottleneck:b", "county:25")],
        responsible_for=[
            owns("a", "bottleneck:b", scope=["municipality:1"]),
            owns("c", "bottleneck:b", role="contributor"),
        ],
    )
    one, two = ["municipality:1", "Ettans kommun"], ["municipality:2", "Tvåans kommun"]
    assert rows(world, "coverage") == [
        [*one, "theme:t", "T", 1, 1, 1, 0, ["agency:a"], []],
        [*two, "theme:t", "T", 1, 0, 1, 1, [], []],
    ]
    assert rows(world, "coverage", actor="agency:c", municipality="municipality:1") == [
        [*one, "theme:t", "T", 1, 0, 1, 0, ["agency:a"], []]
    ]
    assert rows(world, "uncovered") == [[*two, "theme:t", "T", 1, []]]
    assert world.answer("uncovered", {}, DAY).of == 2


def test_owners_of_reads_names_and_codes_as_they_are_typed() -> None:
    world = oracle(
        bottlenecks=named("bottleneck", "b", severity=1),
        occurs_in=[link("bottleneck:b", "municipality:1")],
    )
    found = ["bottleneck:b", "B", 1, [], [], []]
    ids = ["2501", "one", "TREANS", "agency:a", "2501"]
    assert rows(world, "owners_of", ids=ids) == [
        ["2501", "municipality:1", *found],
        ["one", "municipality:1", *found],
        ["TREANS", "municipality:3", None, None, None, [], [], []],
        ["agency:a", None, None, None, None, [], [], []],
    ]


def test_a_handover_looks_for_candidates_where_nobody_takes_over() -> None:
    world = oracle(
        actors=named("agency", "a", "heir", "helper", "lapsed", valid_to=None),
        bottlenecks=named("bottleneck", "b", severity=4),
        mandates=named("mandate", "m", "next"),
        continues=[link("mandate:next", "mandate:m")],
        given_to=[link("mandate:next", "agency:heir"), link("mandate:next", "agency:lapsed", valid_to=DAY)],
        responsible_for=[
            owns("a", "bottleneck:b", mandate="mandate:m", valid_to=DAY),
            owns("helper", "bottleneck:b", role="contributor"),
            owns("helper", "bottleneck:b", role="consulted"),
            owns("heir", "bottleneck:b", role="consulted"),
        ],
    )
    candidates = [
        {"actor": "agency:heir", "score": 6, "reasons": ["continues", "consulted"]},
        {"actor": "agency:helper", "score": 4, "reasons": ["contributor", "consulted"]},
    ]
    assert rows(world, "handover", actor="agency:a") == [
        ["agency:a", "A", "bottleneck:b", "B", "Bottleneck", 4, "owner", DAY, False, [], candidates]
    ]
    assert rows(world, "handover", actor="agency:a", date="2024-06-30") == []


def test_a_handover_is_renewed_by_another_row_of_the_same_role() -> None:
    world = oracle(
        actors=named("agency", "a", "b"),
        bottlenecks=named("bottleneck", "b"),
        responsible_for=[
            owns("a", "bottleneck:b", valid_to=DAY, scope=["municipality:1"]),
            owns("a", "bottleneck:b", valid_from="2024-07-02"),
            owns("b", "bottleneck:b", scope=["county:25"]),
        ],
    )
    ((*_, renewed, others, candidates),) = world.answer("handover", {"actor": "agency:a"}, DAY).rows
    assert (renewed, others, candidates) == (True, ["agency:b"], [])


def test_changes_name_who_is_owner_on_one_day_alone() -> None:
    world = oracle(
        actors=named("agency", "a", "b"),
        bottlenecks=named("bottleneck", "b"),
        responsible_for=[
            owns("a", "bottleneck:b", valid_to="2024-06-30"),
            owns("b", "bottleneck:b", valid_from="2024-07-02"),
        ],
    )
    assert rows(world, "changes", **{"from": "2024-06-30", "to": "2024-07-02"}) == [
        ["bottleneck:b", "B", "gained", "agency:b", "B", "2024-07-02", 1],
        ["bottleneck:b", "B", "lost", "agency:a", "A", "2024-06-30", 1],
    ]


def test_betweenness_is_the_share_of_shortest_paths_between_others() -> None:
    names = ("a", "b", "c")
    world = oracle(
        actors=named("agency", *names),
        bottlenecks=named("bottleneck", *names),
        responsible_for=[owns(name, f"bottleneck:{name}") for name in names],
        depends_on=[link("bottleneck:a", "bottleneck:b"), link("bottleneck:b", "bottleneck:c")],
    )
    assert rows(world, "key_actors") == [
        ["agency:c", "C", 1, 2, 0.0],
        ["agency:b", "B", 1, 1, 0.5],
        ["agency:a", "A", 1, 0, 0.0],
    ]


def test_empty_severity_sorts_last() -> None:
    world = oracle(bottlenecks=[*named("bottleneck", "a"), *named("bottleneck", "b", severity=1)])
    assert [row[0] for row in world.answer("no_owner", {}, DAY).rows] == ["bottleneck:b", "bottleneck:a"]
