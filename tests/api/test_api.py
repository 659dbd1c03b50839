"""The HTTP API, asked as its users ask it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import NoReturn, cast

import icalendar
import pytest
import requests
from ansvarskarta.api import api_routes
from ansvarskarta.api.openapi import document
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.queries import ask, catalogue
from ansvarskarta.texts import Language
from api_server import served

Get = Callable[..., requests.Response]
"""Asks for a path; the keywords are those of ``requests``."""


@pytest.fixture
def get(address: str) -> Get:
    return lambda path, **options: requests.get(f"{address}{path}", timeout=60, **options)


def test_a_question_answers_as_the_terminal_does(get: Get, loaded: Graph) -> None:
    answered = get("/api/v1/questions/no_owner?as_of=2026-11-24&theme=theme:energy")
    expected = ask(loaded, "no_owner", {"theme": "theme:energy"}, as_of="2026-11-24").as_json()
    body = answered.json()
    assert answered.headers["content-type"] == "application/json"
    assert {name: body[name] for name in expected} == expected
    assert body["of"] == 11
    assert any("Demonstrationsdata" in notice for notice in body["notice"])


@pytest.mark.parametrize("way", [{"params": {"format": "csv"}}, {"headers": {"Accept": "text/csv"}}])
def test_csv_on_request(get: Get, loaded: Graph, way: dict[str, dict[str, str]]) -> None:
    answered = get("/api/v1/questions/several_owners", **way)
    rows = list(csv.DictReader(io.StringIO(answered.text)))
    expected = ask(loaded, "several_owners")
    assert answered.headers["content-type"].startswith("text/csv")
    assert answered.headers["x-as-of"] == expected.as_of
    assert answered.headers["x-data-version"] == expected.data_version
    assert answered.headers["x-demonstration-data"] == "true"
    assert list(rows[0]) == list(expected.columns)
    assert [row["owners"] for row in rows] == [";".join(cast("list[str]", row["owners"])) for row in expected.rows]


def test_pages_follow_each_other_by_their_links(get: Get, loaded: Graph) -> None:
    expected = ask(loaded, "no_owner", as_of="2026-11-24").rows
    path, rows, pages = "/api/v1/questions/no_owner?as_of=2026-11-24&page_size=10", [], 0
    while path:
        answered = get(path)
        rows += answered.json()["rows"]
        pages += 1
        assert answered.headers["x-total-count"] == str(len(expected))
        path = answered.links.get("next", {}).get("url", "")
    assert rows == expected
    assert pages == -(-len(expected) // 10)


def test_what_has_not_changed_is_not_sent_again(get: Get, loaded: Graph) -> None:
    first = get("/api/v1/questions/no_owner?as_of=2026-11-24")
    again = get("/api/v1/questions/no_owner?as_of=2026-11-24", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = get("/api/v1/questions/no_owner?as_of=2026-11-23", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    loaded.write(lambda tx: tx.run("RETURN 1").consume())
    later = get("/api/v1/questions/no_owner?as_of=2026-11-24", headers={"If-None-Match": first.headers["etag"]})
    assert later.status_code == 200


def test_a_list_posted_comes_back_with_owners(address: str, loaded: Graph) -> None:
    asked = ["Boden", "2584", "establishment:stegra-boden", "Ingenstans"]
    url = f"{address}/api/v1/questions/owners_of"
    answered = requests.post(url, json={"ids": asked, "as_of": "2026-11-24"}, timeout=60)
    assert answered.json()["rows"] == ask(loaded, "owners_of", {"ids": asked}, as_of="2026-11-24").rows
    in_address = requests.get(url, params={"ids": asked, "as_of": "2026-11-24"}, timeout=60)
    assert in_address.json()["rows"] == answered.json()["rows"]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b'{"ids": []}', "application/json", 400),
        (b'{"ids": [1]}', "application/json", 400),
        (b'{"ids": ["a"], "as_of": "soon"}', "application/json", 400),
        (b'{"ids": ["a"], "more": 1}', "application/json", 400),
        (b'{"ids": ["a"]}', "text/plain", 415),
        (json.dumps({"ids": ["a"] * 5_001}).encode(), "application/json", 400),
        (b'{"ids": ["' + b"a" * 1_000_000 + b'"]}', "application/json", 413),
        (b"[" * 100_000, "application/json", 400),
    ],
)
def test_what_is_posted_wrong_is_a_problem(address: str, body: bytes, kind: str, status: int) -> None:
    url = f"{address}/api/v1/questions/owners_of"
    answered = requests.post(url, data=body, headers={"Content-Type": kind}, timeout=60)
    assert answered.status_code == status
    assert answered.headers["content-type"] == "application/problem+json"
    assert answered.json()["status"] == status


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/api/v1/questions/no_ownr", 404, "asking.unknown_question"),
        ("/api/v1/questions/who_owns?bottleneck=bottleneck:nothing", 404, "asking.unknown_id"),
        ("/api/v1/questions/who_owns", 400, "asking.missing"),
        ("/api/v1/questions/depends_on", 409, "asking.one_of"),
        ("/api/v1/questions/handover", 409, "asking.any_of"),
        ("/api/v1/questions/no_owner?colour=red", 400, "asking.unknown_parameter"),
        ("/api/v1/questions/no_owner?as_of=2026-02-30", 400, "asking.not_a_date"),
        ("/api/v1/questions/no_owner?lang=fi", 400, "api.not_a_language"),
        ("/api/v1/questions/no_owner?page=0", 400, "api.not_a_page"),
        ("/api/v1/questions/no_owner?format=xml", 400, "api.not_a_format"),
        ("/api/v1/questions/no_owner?theme=theme:energy&theme=theme:water", 400, "api.given_twice"),
        ("/api/v1/nodes/agency:nobody", 404, "api.no_such_node"),
        ("/api/v1/calendar.ics?actor=theme:energy", 404, "api.no_such_node"),
        ("/api/v2", 404, "api.no_such_path"),
    ],
)
def test_errors_are_problem_details_in_the_visitors_language(get: Get, path: str, status: int, code: str) -> None:
    swedish, english = get(path), get(path, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert swedish.status_code == english.status_code == status
    assert swedish.headers["content-type"] == "application/problem+json"
    assert swedish.json()["code"] == english.json()["code"] == code
    assert swedish.json()["title"] != english.json()["title"]


def test_a_node_comes_with_its_relationships(get: Get) -> None:
    body = get("/api/v1/nodes/bottleneck:grid-capacity-lulea-boden").json()
    assert body["label"] == "Bottleneck"
    assert body["properties"]["severity"] == 5
    assert {"type", "start", "end", "confidence"} <= set(body["relationships"][0])
    assert body["as_of"] is None
    assert body["notice"] == ["Demonstrationsdata, inte ett register"]


@pytest.mark.parametrize(
    ("day", "actors"),
    [
        ("2022-12-31", ["coordinator:samordnaren-norr"]),
        ("2026-12-31", ["agency:tillvaxtverket", "coordinator:accelerationskontoret"]),
        ("2027-01-01", []),
    ],
)
def test_a_node_as_of_a_day_has_the_responsibilities_that_hold_then(get: Get, day: str, actors: list[str]) -> None:
    body = get(f"/api/v1/nodes/bottleneck:national-coordination?as_of={day}").json()
    assert body["as_of"] == day
    assert [one["start"] for one in body["relationships"] if one["role"] == "owner"] == actors


def test_a_node_on_a_day_before_all_data_says_so_as_questions_do(get: Get) -> None:
    body = get("/api/v1/nodes/county:25?as_of=1900-01-01&lang=en").json()
    asked = get("/api/v1/questions/no_owner?as_of=1900-01-01&lang=en").json()
    assert body["notice"] == asked["notice"]
    assert len(body["notice"]) == 2


def test_names_come_in_the_language_asked_for(get: Get) -> None:
    path = "/api/v1/questions/coordination_need?as_of=2026-11-24&lang="
    assert get(f"{path}sv").headers["content-language"] == "sv"
    assert get("/api/v1/questions?lang=en").json()["questions"] != get("/api/v1/questions?lang=sv").json()["questions"]


def test_the_calendar_can_be_subscribed_to(get: Get) -> None:
    answered = get("/api/v1/calendar.ics?actor=agency:tillvaxtverket")
    events = icalendar.Calendar.from_ical(answered.content).walk("VEVENT")
    assert answered.headers["content-type"] == "text/calendar; charset=utf-8"
    assert events
    assert all(str(event["url"]).startswith("https://karta.example.se/") for event in events)


def test_the_description_names_every_question(get: Get) -> None:
    described = get("/api/v1/openapi.json").json()
    assert described == document(Language.SV)
    assert described["openapi"] == "3.1.0"
    assert {f"/api/v1/questions/{id_}" for id_ in catalogue()} <= set(described["paths"])
    assert [one["id"] for one in get("/api/v1/questions").json()["questions"]] == list(catalogue())


def test_health_says_whether_the_database_answers(get: Get, loaded: Graph) -> None:
    assert get("/api/live").json() == {"status": "live"}
    assert get("/api/ready").json() == {"status": "ready", "data_version": str(loaded.version())}

    def gone() -> NoReturn:
        raise DatabaseUnavailable("engine.not_prepared", address="bolt://example")

    with served(api_routes(gone)) as address:
        assert requests.get(f"{address}/api/live", timeout=60).status_code == 200
        answered = requests.get(f"{address}/api/ready", timeout=60)
        assert (answered.status_code, answered.headers["retry-after"]) == (503, "10")
        assert requests.get(f"{address}/api/v1/questions/no_owner", timeout=60).status_code == 503


def test_too_many_requests_are_told_to_wait(loaded: Graph) -> None:
    with served(api_routes(lambda: loaded, per_minute=2)) as address:
        answers = [requests.get(f"{address}/api/v1/questions", timeout=60) for _ in range(6)]
    assert 429 in {answered.status_code for answered in answers}
    refused = next(answered for answered in answers if answered.status_code == 429)
    assert 1 <= int(refused.headers["retry-after"]) <= 61
    assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(("proxies", "statuses"), [(None, {200}), ("192.0.2.1", {200, 429})])
def test_visitors_behind_a_trusted_proxy_are_counted_apart(
    loaded: Graph, proxies: str | None, statuses: set[int]
) -> None:
    with served(api_routes(lambda: loaded, per_minute=2), proxies) as address:
        visitors = [{"X-Forwarded-For": f"198.51.100.{number}"} for number in range(6)]
        url = f"{address}/api/v1/questions"
        assert {requests.get(url, headers=one, timeout=60).status_code for one in visitors} == statuses


def test_nothing_can_be_written(address: str) -> None:
    for method in ("PUT", "PATCH", "DELETE", "POST"):
        refused = requests.request(method, f"{address}/api/v1/nodes/theme:energy", timeout=60)
        assert (refused.status_code, refused.headers["allow"]) == (405, "GET, HEAD")
        assert refused.json()["code"] == "api.other_method"
