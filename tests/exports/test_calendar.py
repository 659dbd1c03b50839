"""The calendar as the icalendar library reads it."""

from __future__ import annotations

import datetime as dt

import icalendar
import pytest
from ansvarskarta.exports.calendar import calendar, deadlines
from ansvarskarta.exports.content import Source
from ansvarskarta.graph.values import Row
from export_fixtures import MakeContent

LAST = "2027-06-30"
AGAIN = {"start": "agency:b", "end": "bottleneck:x"}


@pytest.fixture
def handmade(content: MakeContent) -> MakeContent:
    rows: dict[str, list[Row]] = {
        "actors": [
            {"id": "agency:a", "name": "Verket; A, B", "type": "agency", "valid_to": "2026-12-31"},
            {"id": "agency:b", "name": "Annat", "type": "agency"},
        ],
        "bottlenecks": [
            {"id": "bottleneck:x", "name": "Elnät", "status": "open"},
            {"id": "bottleneck:y", "name": "Löst", "status": "resolved", "resolved": "2026-01-01"},
        ],
        "mandates": [
            {"id": "mandate:m", "name": "Uppdraget", "report_due": ["2027-01-15", LAST], "valid_to": LAST},
            {"id": "mandate:p", "name": "Förslag", "valid_to": "2027-06-30", "confidence": "proposed"},
        ],
        "given_to": [{"start": "mandate:m", "end": "agency:b"}],
        "responsible_for": [
            {"start": "agency:a", "end": "bottleneck:x", "role": "owner", "valid_to": "2027-03-31"},
            {"start": "agency:a", "end": "bottleneck:y", "role": "owner", "valid_to": "2027-03-31"},
            {"start": "agency:b", "end": "bottleneck:x", "role": "owner", "mandate": "mandate:m"},
            {**AGAIN, "role": "owner", "valid_from": "2027-07-01", "valid_to": "2028-01-31"},
            {"start": "agency:b", "end": "bottleneck:x", "role": "contributor", "valid_to": "2027-02-01"},
        ],
    }  # fmt: skip
    return lambda **changes: content(lambda table: rows.get(table.name, []), **changes)


def test_each_deadline_stands_once_on_its_day(handmade: MakeContent) -> None:
    found = [(one.day, one.kind, one.subject, one.actors) for one in deadlines(handmade())]
    assert found == [
        ("2026-12-31", "ownership", "bottleneck:x", ("agency:a",)),
        ("2027-01-15", "report", "mandate:m", ("agency:b",)),
        ("2027-06-30", "mandate", "mandate:m", ("agency:b",)),
        ("2027-06-30", "report", "mandate:m", ("agency:b",)),
        ("2028-01-31", "ownership", "bottleneck:x", ("agency:b",)),
    ]


def test_one_actors_own_deadlines_alone(handmade: MakeContent) -> None:
    assert [one.kind for one in deadlines(handmade(), "agency:a")] == ["ownership"]


def test_what_ended_more_than_a_year_ago_is_gone(handmade: MakeContent) -> None:
    assert [one.day for one in deadlines(handmade(day="2028-01-16"))] == ["2027-06-30", "2027-06-30", "2028-01-31"]
    assert [one.day for one in deadlines(handmade(day="2029-01-30"))] == ["2028-01-31"]


def test_events_are_whole_days_with_two_alarms(handmade: MakeContent) -> None:
    read = icalendar.Calendar.from_ical(calendar(handmade()))
    assert not read.errors
    first = read.walk("VEVENT")[0]
    assert first.decoded("dtstart") == dt.date(2026, 12, 31)
    assert first.decoded("dtend") == dt.date(2027, 1, 1)
    assert str(first["summary"]) == "Ägarskapet upphör: Elnät"
    assert "Verket; A, B" in str(first["description"])
    assert "Demonstrationsdata, inte ett register." in str(first["description"])
    assert [alarm.decoded("trigger") for alarm in first.walk("VALARM")] == [dt.timedelta(-30), dt.timedelta(-90)]


def test_an_event_keeps_its_uid_when_its_day_moves_and_its_sequence_rises(handmade: MakeContent) -> None:
    before = icalendar.Calendar.from_ical(calendar(handmade(data_version="t-7"))).events
    after = icalendar.Calendar.from_ical(calendar(handmade(data_version="t-8", day="2026-11-25"))).events
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert len({event["uid"] for event in before}) == len(before)
    assert {event.sequence for event in before} == {7}
    assert {event.sequence for event in after} == {8}


def test_demonstration_data_gives_a_valid_calendar_with_links(demo: Source, content: MakeContent) -> None:
    raw = calendar(content(demo, url="https://karta.example.se"))
    read = icalendar.Calendar.from_ical(raw)
    events = read.walk("VEVENT")
    assert len(events) > 20
    assert all(str(event["url"]).startswith("https://karta.example.se/objekt?id=") for event in events)
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert str(read["x-wr-calname"]) == "Ansvarskarta: det som löper ut (Demonstrationsdata, inte ett register)"
