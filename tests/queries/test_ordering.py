"""The order of rows."""

from __future__ import annotations

from ansvarskarta.queries import AnswerRow, catalogue
from ansvarskarta.queries.ordering import sort_rows


def ordered(question: str, column: str, rows: list[AnswerRow]) -> list[object]:
    full: list[AnswerRow] = [{**dict.fromkeys(catalogue()[question].column_names), **row} for row in rows]
    sort_rows(catalogue()[question], full)
    return [row[column] for row in full]


def test_falling_numbers_have_the_empty_last_and_ties_go_by_columns() -> None:
    rows: list[AnswerRow] = [
        {"bottleneck": "b", "severity": None},
        {"bottleneck": "d", "severity": 2},
        {"bottleneck": "c", "severity": 5},
        {"bottleneck": "a", "severity": 5},
    ]
    assert ordered("no_owner", "bottleneck", rows) == ["a", "c", "d", "b"]


def test_roles_have_their_own_order() -> None:
    roles = ("informed", "consulted", "owner", "contributor")
    rows: list[AnswerRow] = [{"via": "bottleneck", "role": role} for role in roles]
    assert ordered("who_owns", "role", rows) == ["owner", "contributor", "consulted", "informed"]


def test_text_goes_by_code_point_and_empty_text_last() -> None:
    rows: list[AnswerRow] = [{"start": start} for start in ("å", None, "a", "Z", "ä")]
    assert ordered("measures", "start", rows) == ["Z", "a", "ä", "å", None]


def test_lists_are_sorted_within_and_compared_element_by_element() -> None:
    rows: list[AnswerRow] = [
        {"actor": "x", "mandates": []},
        {"actor": "x", "mandates": ["m2", "m1", "m2"]},
        {"actor": "x", "mandates": ["m1"]},
    ]
    assert ordered("without_role", "mandates", rows) == [["m1"], ["m1", "m2"], []]


def test_most_first() -> None:
    rows: list[AnswerRow] = [{"actor": "a", "waiting": ["x"]}, {"actor": "b", "waiting": ["x", "y"]}]
    assert ordered("actor_dependencies", "actor", rows) == ["b", "a"]


def test_rings_are_not_sorted_within_and_the_shortest_come_first() -> None:
    rows: list[AnswerRow] = [{"bottlenecks": ["a", "c", "b"]}, {"bottlenecks": ["b", "d"]}, {"bottlenecks": ["a", "c"]}]
    assert ordered("cycles", "bottlenecks", rows) == [["a", "c"], ["b", "d"], ["a", "c", "b"]]


def test_an_unknown_start_comes_first_in_a_succession() -> None:
    rows: list[AnswerRow] = [{"valid_from": "2020-01-01"}, {"valid_from": None}]
    assert ordered("succession", "valid_from", rows) == [None, "2020-01-01"]


def test_a_list_is_answered_in_the_order_asked() -> None:
    rows: list[AnswerRow] = [
        {"asked": "b", "severity": 1, "bottleneck": "x"},
        {"asked": "a", "severity": 1, "bottleneck": "x"},
        {"asked": "b", "severity": 3, "bottleneck": "y"},
    ]
    assert ordered("owners_of", "asked", rows) == ["b", "b", "a"]
    assert ordered("owners_of", "bottleneck", rows) == ["y", "x", "x"]
