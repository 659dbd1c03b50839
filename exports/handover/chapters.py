"""The handover in words: what ends, what is left without an owner, who could take over, whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from ansvarskarta.exports.document.content import Block, Heading, Inline, Link, Paragraph, is_safe
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.handover.asked import Asked, next_day
from ansvarskarta.exports.handover.successors import successors
from ansvarskarta.exports.report.ahead import ownership_columns, report_columns
from ansvarskarta.exports.report.gaps import gap_columns
from ansvarskarta.exports.report.period import days_ahead, half_a_year_after
from ansvarskarta.exports.report.tables import number, table
from ansvarskarta.exports.responsibilities import Responsibility
from ansvarskarta.graph.dates import add_days
from ansvarskarta.graph.values import texts
from ansvarskarta.queries import AnswerRow, catalogue

BY_BOTTLENECK = ("no_owner", "several_owners", "ownership_ends", "no_measure", "no_mandate")
"""Gap questions whose rows are about one bottleneck: they are narrowed to what is handed over."""


def rows(facts: Facts, asked: Asked) -> list[AnswerRow]:
    """The responsibilities that end on the day."""
    return facts.ask("handover", asked.date, **asked.parameters).rows


def left(facts: Facts, asked: Asked) -> list[AnswerRow]:
    """Those among them that leave something without an owner the day after."""
    return [
        row for row in rows(facts, asked) if row["role"] == "owner" and not row["renewed"] and not row["other_owners"]
    ]


def ending(facts: Facts, asked: Asked) -> list[Block]:
    """What ends, with its source and who else owns it."""
    found = rows(facts, asked)
    blocks: list[Block] = [Heading(1, facts.text("handover.ending"))]
    if not found:
        return [*blocks, Paragraph.of(nothing(facts, asked))]
    columns = {
        "actor": lambda row: str(row["actor_name"]),
        "target": lambda row: str(row["target_name"]),
        "role": lambda row: facts.text(f"report.role_{row['role']}"),
        "renewed": lambda row: facts.text("export.yes") if row["renewed"] else "–",
        "other_owners": lambda row: facts.listed(row["other_owners"]),
        "mandate": lambda row: _of_rows(facts, asked, row)[0],
        "source": lambda row: _of_rows(facts, asked, row)[1],
    }
    return [*blocks, *table(facts, facts.text("handover.ending"), found, columns)]


def nothing(facts: Facts, asked: Asked) -> str:
    """That nothing ends on the day, and when something does."""
    later = next_day(facts.content, asked)
    key = "handover.nothing_but" if later else "handover.nothing"
    return facts.text(key, day=facts.day(asked.date), next=facts.day(later))


def unowned(facts: Facts, asked: Asked) -> list[Block]:
    """What nobody owns the day after, who could, why, and what waits for it."""
    after = add_days(asked.date, 1)
    columns = {
        "target": lambda row: str(row["target_name"]),
        "severity": lambda row: number(row["severity"]),
        "candidates": lambda row: _candidates(facts, row),
        "waiting": lambda row: facts.some(facts.waiting(_bottleneck(row), after)),
    }
    title = facts.text("handover.unowned")
    found = left(facts, asked)
    meaning = [Paragraph.of(facts.text("handover.unowned_meaning", day=facts.day(after)))] if found else []
    return [Heading(1, title), *meaning, *table(facts, title, found, columns, "handover.unowned_none")]


def successor_rows(facts: Facts, asked: Asked) -> list[dict[str, object]]:
    """Who owns, will own or is proposed to own what somebody owned until the day."""
    targets = {str(row["target"]) for row in rows(facts, asked) if row["role"] == "owner"}
    return [asdict(one) for one in successors(facts, asked, targets)]


def proposed(facts: Facts, asked: Asked) -> list[Block]:
    """Successors in their three states: proposed, accepted, in effect."""
    found = successor_rows(facts, asked)
    columns = {
        "target": lambda row: facts.name(row["target"]),
        "state": lambda row: facts.text(f"handover.state_{row['state']}"),
        "actor": lambda row: facts.name(row["actor"]),
        "valid_from": lambda row: facts.day(row["valid_from"]),
        "valid_to": lambda row: facts.day(row["valid_to"]),
        "mandate": lambda row: facts.name(row["mandate"]) or "–",
        "source": lambda row: facts.cited(row["document"], row["locator"]),
        "note": lambda row: _why(facts, row),
    }
    title = facts.text("handover.successors")
    meaning = Paragraph.of(facts.text("handover.successors_meaning"))
    return [Heading(1, title), meaning, *table(facts, title, found, columns, "handover.successors_none")]


def succession(facts: Facts, asked: Asked) -> list[Block]:
    """The mandates that the responsibilities rest on, with those before and after."""
    mandates = {one.mandate for one in _ending_rows(facts, asked) if one.mandate} | {
        id_ for id_ in (asked.mandate,) if id_
    }
    blocks: list[Block] = [Heading(1, facts.text("handover.succession"))]
    if not mandates:
        return [*blocks, Paragraph.of(facts.text("handover.succession_none"))]
    columns = {
        "mandate": lambda row: str(row["title"]),
        "number": lambda row: facts.mandate_number(row["mandate"]),
        "actor": lambda row: facts.listed(row["actors"]),
        "valid_from": lambda row: facts.day(row["valid_from"]),
        "valid_to": lambda row: facts.day(row["valid_to"]),
        "gap_days": lambda row: number(row["gap_days"]),
        "source": lambda row: facts.mandate_source(row["mandate"]),
    }
    for mandate in sorted(mandates, key=facts.name):
        found = facts.ask("succession", asked.date, mandate=mandate).rows
        blocks += table(facts, facts.name(mandate), found, columns)
    return blocks


def open_questions(facts: Facts, asked: Asked) -> list[Block]:
    """The gaps of the day after among what is handed over."""
    after, until = add_days(asked.date, 1), half_a_year_after(asked.date)
    blocks: list[Block] = [
        Heading(1, facts.text("handover.open_questions")),
        Paragraph.of(facts.text("handover.open_questions_meaning", day=facts.day(after), until=facts.day(until))),
    ]
    columns = {**gap_columns(facts), "ownership_ends": ownership_columns(facts, after)}
    for question, found in gaps(facts, asked).items():
        title = catalogue()[question].title.in_(facts.lang)
        blocks += [Heading(2, title), *table(facts, title, found, columns[question])]
    due = reports(facts, asked)
    title = catalogue()["reports_due"].title.in_(facts.lang)
    return [*blocks, Heading(2, title), *table(facts, title, due, report_columns(facts))]


def gaps(facts: Facts, asked: Asked) -> dict[str, list[AnswerRow]]:
    """The gap questions as of the day after, narrowed to the bottlenecks that are handed over."""
    after = add_days(asked.date, 1)
    targets = {row["target"] for row in rows(facts, asked)}
    return {
        question: [row for row in facts.ask(question, after).rows if row["bottleneck"] in targets]
        for question in BY_BOTTLENECK
    }


def reports(facts: Facts, asked: Asked) -> list[AnswerRow]:
    """The reports that are due within half a year after the day, of the actor's mandates or the mandate."""
    found = facts.ask("reports_due", asked.date, days=days_ahead(asked.date)).rows
    return [
        row for row in found if row["mandate"] == asked.mandate or (asked.actor and asked.actor in texts(row["actors"]))
    ]


def contacts(facts: Facts, asked: Asked) -> list[Block]:
    """Websites and organisation numbers of all the actors that are named; no persons."""
    named = {str(row["actor"]) for row in rows(facts, asked)} | ({asked.actor} if asked.actor else set())
    for row in rows(facts, asked):
        named.update(texts(row["other_owners"]))
        named.update(str(one["actor"]) for one in _objects(row["candidates"]))
    known = [row for row in facts.rows("actors") if row["id"] in named]
    columns = {
        "actor": lambda row: facts.name(row["id"]),
        "website": lambda row: _link(row.get("website")),
        "org_number": lambda row: str(row.get("org_number") or "–"),
    }
    title = facts.text("handover.contacts")
    return [Heading(1, title), *table(facts, title, known, columns)]


def _ending_rows(facts: Facts, asked: Asked) -> list[Responsibility]:
    return [one for one in facts.responsibilities if asked.concerns(one) and one.end == asked.date]


def _of_rows(facts: Facts, asked: Asked, row: AnswerRow) -> tuple[str, Inline]:
    """The mandate and the source of the row that an ending responsibility is."""
    for one in _ending_rows(facts, asked):
        if (one.actor, one.target, one.role) == (row["actor"], row["target"], row["role"]):
            source = facts.cited(one.document, one.locator)
            return facts.name(one.mandate) or "–", source
    return "–", "–"


def _candidates(facts: Facts, row: AnswerRow) -> str:
    said = []
    for one in _objects(row["candidates"]):
        reasons = ", ".join(facts.text(f"handover.reason_{reason}") for reason in texts(one["reasons"]))
        said.append(f"{facts.name(one['actor'])} ({reasons})")
    return "; ".join(said) or "–"


def _bottleneck(row: AnswerRow) -> list[str]:
    return [str(row["target"])] if row["label"] == "Bottleneck" else []


def _why(facts: Facts, row: Mapping[str, object]) -> str:
    by = facts.text("handover.proposed_by", person=row["person"]) if row["person"] else ""
    note = str(row["note"])
    said = f"{note.removesuffix('.')}." if note and by else note
    return " ".join(filter(None, (said, by))) or "–"


def _objects(value: object) -> list[Mapping[str, object]]:
    return [part for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []


def _link(address: object) -> Inline:
    url = str(address or "")
    return Link(url, url) if url and is_safe(url) else "–"
