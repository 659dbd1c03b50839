"""The gaps on the last day, each as a list to act on: what, where, and why it is one."""

from __future__ import annotations

from collections import defaultdict

from ansvarskarta.exports.document.content import Block, Heading
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.report.tables import Columns, counted, number, table
from ansvarskarta.queries import AnswerRow, catalogue


def chapters(facts: Facts, _first: str, last: str) -> list[Block]:
    """The chapter."""
    blocks: list[Block] = [Heading(1, facts.text("report.gaps"))]
    for question, columns in gap_columns(facts).items():
        answer = facts.ask(question, last)
        rows = _by_place(answer.rows) if question == "uncovered" else answer.rows
        title = catalogue()[question].title.in_(facts.lang)
        blocks += [Heading(2, title), counted(facts, answer), *table(facts, title, rows, columns)]
    return blocks


def _by_place(rows: list[AnswerRow]) -> list[AnswerRow]:
    """One row a theme, with all the municipalities where it is a gap: one row a pair fills pages."""
    of_theme: dict[str, list[AnswerRow]] = defaultdict(list)
    for row in rows:
        of_theme[str(row["theme"])].append(row)
    return [
        {
            "theme_name": some[0]["theme_name"],
            "municipalities": [str(row["municipality"]) for row in some],
            "open_bottlenecks": max(int(str(row["open_bottlenecks"])) for row in some),
        }
        for some in of_theme.values()
    ]


def gap_columns(facts: Facts) -> dict[str, Columns]:
    """What tables show of each kind of gap, by its question."""
    bottleneck: Columns = {
        "bottleneck": lambda row: str(row["bottleneck_name"]),
        "severity": lambda row: number(row["severity"]),
    }
    return {
        "no_owner": {
            **bottleneck,
            "places": lambda row: facts.places(row["municipalities"]),
            "themes": lambda row: facts.listed(row["themes"]),
            "theme_owners": lambda row: facts.listed(row["theme_owners"]),
            "last_owner": lambda row: facts.name(row["last_owner"]) or "–",
            "ended": lambda row: facts.day(row["ended"]),
        },
        "several_owners": {**bottleneck, "owners": lambda row: facts.listed(row["owners"])},
        "no_measure": {**bottleneck, "owners": lambda row: facts.listed(row["owners"])},
        "no_mandate": {
            "bottleneck": lambda row: str(row["bottleneck_name"]),
            "actor": lambda row: str(row["actor_name"]),
            "role": lambda row: facts.text(f"report.role_{row['role']}"),
            "source": lambda row: facts.cited(row["document"]),
        },
        "uncovered": {
            "theme": lambda row: str(row["theme_name"]),
            "places": lambda row: facts.places(row["municipalities"]),
            "most_open": lambda row: number(row["open_bottlenecks"]),
        },
        "affected_without_voice": {
            "municipality": lambda row: str(row["municipality_name"]),
            "establishments": lambda row: facts.listed(row["establishments"]),
            "bottlenecks": lambda row: facts.some(facts.names_in(row["bottlenecks"])),
        },
        "without_role": {
            "actor": lambda row: str(row["actor_name"]),
            "mandates": lambda row: facts.listed(row["mandates"]),
        },
    }
