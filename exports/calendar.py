"""A calendar of what falls due and what ends: reports, mandates, ownerships; for a subscription or in the package."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ansvarskarta.exports.cells import parts, words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.responsibilities import Responsibility, names_of, responsibilities
from ansvarskarta.graph.dates import add_days
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.texts import text
from icalendar import Alarm, Calendar, Event

DAYS_BACK = 365
DAYS_AHEAD = (30, 90)


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """One thing that happens on a day. ``identity`` stays the same when its day is changed."""

    day: str
    kind: str
    identity: str
    subject: str
    actors: tuple[str, ...]


def deadlines(content: Content, actor: str | None = None) -> list[Deadline]:
    """What falls due or ends from a year before the content's day on, by day; of one actor, or of all.

    Args:
        content: the whole history.
        actor: the id of an actor whose mandates and ownerships are asked for.
    """
    first = add_days(content.about.day, -DAYS_BACK)
    found = [*_of_mandates(content), *_of_ownerships(content)]
    return sorted(one for one in found if one.day >= first and (actor is None or actor in one.actors))


def calendar(content: Content, actor: str | None = None) -> bytes:
    """The deadlines as iCalendar (RFC 5545): all-day events with stable UIDs and alarms 30 and 90 days ahead."""
    about = content.about
    names = names_of(content)
    title = text("calendar.title", about.lang)
    if actor is not None:
        title = text("calendar.title_of", about.lang, actor=names.get(actor, actor))
    if about.notice:
        title = f"{title} ({about.notice.rstrip('.')})"
    made = Calendar()
    made.add("prodid", "-//Ansvarskarta//Ansvarskarta//SV")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", title)
    made.add("x-wr-calname", title)
    made.add("refresh-interval", dt.timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for deadline in deadlines(content, actor):
        made.add_component(_event(deadline, content, names))
    return bytes(made.to_ical())


def _of_mandates(content: Content) -> Iterator[Deadline]:
    given: dict[str, list[str]] = defaultdict(list)
    for row in content.rows(TABLE_BY_NAME["given_to"]):
        if row.get("confidence") != "proposed":
            given[words(row["start"])].append(words(row["end"]))
    for row in content.rows(TABLE_BY_NAME["mandates"]):
        if row.get("confidence") == "proposed":
            continue
        mandate = words(row["id"])
        actors = tuple(sorted(set(given[mandate])))
        for due in parts(row.get("report_due")):
            yield Deadline(due, "report", f"{mandate}|{due}", mandate, actors)
        if row.get("valid_to"):
            yield Deadline(words(row["valid_to"]), "mandate", mandate, mandate, actors)


def _of_ownerships(content: Content) -> Iterator[Deadline]:
    owned: dict[tuple[str, str], list[Responsibility]] = defaultdict(list)
    for one in responsibilities(content):
        if one.role == "owner":
            owned[one.actor, one.target].append(one)
    resolved = {
        words(row["id"]): words(row.get("resolved")) or "0"
        for row in content.rows(TABLE_BY_NAME["bottlenecks"])
        if row.get("status") == "resolved" or row.get("resolved")
    }
    for (actor, target), rows in owned.items():
        for one in rows:
            after = add_days(one.end, 1) if one.end else ""
            is_resolved = target in resolved and resolved[target] <= one.end
            if after and not is_resolved and not any(other.holds(after) for other in rows):
                yield Deadline(one.end, "ownership", one.identity, target, (actor,))


def _event(deadline: Deadline, content: Content, names: dict[str, str]) -> Event:
    about = content.about
    subject = names.get(deadline.subject, deadline.subject)
    actors = ", ".join(names.get(actor, actor) for actor in deadline.actors)
    summary = text(f"calendar.{deadline.kind}", about.lang, subject=subject)
    said = [text(f"calendar.{deadline.kind}_of", about.lang, actors=actors)] if actors else []
    if about.notice:
        said.append(about.notice)
    day = dt.date.fromisoformat(deadline.day)
    event = Event()
    event.add("uid", f"{deadline.kind}-{hashlib.sha256(deadline.identity.encode()).hexdigest()[:32]}@ansvarskarta")
    event.add("sequence", about.data_number)
    event.add("dtstamp", dt.datetime.fromisoformat(about.moment))
    event.add("dtstart", day)
    if day < dt.date.max:
        event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", summary)
    event.add("description", " ".join(said))
    event.add("transp", "TRANSPARENT")
    if about.url:
        event.add("url", f"{about.url}/objekt?id={quote(deadline.subject, safe=':')}")
    for days in DAYS_AHEAD:
        event.add_component(_alarm(summary, days))
    return event


def _alarm(summary: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", dt.timedelta(days=-days))
    return alarm
