"""What is allowed but looks wrong: rows that somebody should look at before relying on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ansvarskarta.graph.content import PROPOSED, Content
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.model.relationships import OWNER
from ansvarskarta.graph.values import Value
from ansvarskarta.loaders.checking.existing import Days, Existing
from ansvarskarta.loaders.checking.typed import Typed
from ansvarskarta.loaders.problems import Level, Problems

_Span = tuple[str, str, str]  # first day, last day, identity


def check_suspicions(
    tables: Mapping[str, Typed], contents: Mapping[str, Content], existing: Existing, problems: Problems
) -> None:
    """Owners outside their mandate's or their own days, overlapping rows, states that contradict each other.

    ``contents`` are the tables' rows by identity: those that the graph has too are looked at once.
    """
    if "bottlenecks" in tables:
        _check_states(tables["bottlenecks"], problems)
    if "actors" in tables:
        _check_types(tables["actors"], problems)
    if "responsible_for" in tables:
        _check_owners(tables["responsible_for"], {**existing.days, **_days(tables)}, problems)
        given, there = contents["responsible_for"], existing.contents.get("responsible_for", {})
        others = {key: record for key, record in there.items() if key not in given}
        _check_overlaps(tables["responsible_for"], others, problems)


def _check_states(table: Typed, problems: Problems) -> None:
    for row, (status, resolved) in enumerate(zip(table.columns["status"], table.columns["resolved"], strict=True)):
        if status == "resolved" and resolved is None:
            problems.add(Level.WARNING, "resolved_without_day", table.stack.place(row, "status"), str(status))
        elif resolved is not None and status not in (None, "resolved"):
            place = table.stack.place(row, "resolved")
            problems.add(Level.WARNING, "day_without_resolved", place, str(resolved), status=str(status))


def _check_types(table: Typed, problems: Problems) -> None:
    for row, (id_, type_) in enumerate(zip(table.columns["id"], table.columns["type"], strict=True)):
        if isinstance(id_, str) and isinstance(type_, str) and not id_.startswith(f"{type_}:"):
            problems.add(Level.WARNING, "type_unlike_id", table.stack.place(row, "type"), type_, id=id_)


def _days(tables: Mapping[str, Typed]) -> dict[str, Days]:
    found: dict[str, Days] = {}
    for name in ("actors", "mandates"):
        if name in tables:
            columns = tables[name].columns
            for id_, first, last in zip(columns["id"], columns["valid_from"], columns["valid_to"], strict=True):
                found[str(id_)] = (_text(first), _text(last))
    return found


def _check_owners(table: Typed, days: Mapping[str, Days], problems: Problems) -> None:
    names = ("role", "start", "mandate", "valid_from", "valid_to")
    for row, (role, actor, mandate, first, last) in enumerate(zip(*(table.columns[n] for n in names), strict=True)):
        if role != OWNER:
            continue
        for id_, code in ((mandate, "owner_outside_mandate"), (actor, "owner_outside_actor")):
            least, most = days.get(str(id_), (None, None))
            if (least and first and str(first) < least) or (most and last and str(last) > most):
                column = "valid_from" if least and first and str(first) < least else "valid_to"
                place = table.stack.place(row, column)
                value = str(first if column == "valid_from" else last)
                problems.add(Level.WARNING, code, place, value, id=str(id_), days=f"{least or '…'} – {most or '…'}")


def _check_overlaps(table: Typed, existing: Content, problems: Problems) -> None:
    """Rows of one actor, target, role and mandate whose days meet: a correction, or a second row?"""
    columns = table.columns
    names = ("start", "end", "role", "mandate")
    groups = list(zip(*(columns[name] for name in names), strict=True))
    if len(set(groups)) == len(groups) and not existing:
        return
    spans: defaultdict[tuple[Value, ...], list[_Span]] = defaultdict(list)
    for group, span in _existing_spans(existing):
        spans[group].append(span)
    own = zip(groups, columns["valid_from"], columns["valid_to"], columns["confidence"], strict=True)
    for row, (group, first, last, confidence) in enumerate(own):
        if confidence == "proposed":
            continue
        start, end = _text(first) or "", _text(last) or "9999-12-31"
        met = next((s for s in spans[group] if s[0] <= end and start <= s[1] and s[2] != start), None)
        if met is not None:
            place = table.stack.place(row, "valid_from")
            problems.add(Level.WARNING, "overlaps", place, start or None, other=f"{met[0] or '…'} – {met[1]}")
        spans[group].append((start, end, start))


def _existing_spans(content: Content) -> Iterator[tuple[tuple[Value, ...], _Span]]:
    names = TABLE_BY_NAME["responsible_for"].column_names
    start, end, role, mandate, first, last = (
        names.index(name) for name in ("start", "end", "role", "mandate", "valid_from", "valid_to")
    )
    for key, record in content.items():
        if not key.endswith(PROPOSED):
            since, until = _text(record[first]) or "", _text(record[last]) or "9999-12-31"
            yield (record[start], record[end], record[role], record[mandate]), (since, until, since)


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
