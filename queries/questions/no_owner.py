"""Works out where the bottlenecks are, and who owns one of their themes there."""

from __future__ import annotations

from ansvarskarta.queries.asking import Asked, Found, count
from ansvarskarta.queries.geography import Geography, Part, meeting, parts
from ansvarskarta.queries.ordering import AnswerRow, texts


def answer(asked: Asked) -> Found:
    """One row a bottleneck without an owner."""
    geography = Geography.of(asked.run("municipalities"))
    leading = {str(row["theme"]): parts(row["leading"]) for row in asked.run("themes")}
    return Found([_row(row, geography, leading) for row in asked.run()], of=count(asked))


def _row(row: AnswerRow, geography: Geography, leading: dict[str, list[Part]]) -> AnswerRow:
    occurs = texts(row.pop("occurs"))
    places = geography.places(occurs)
    leads = {actor for theme in texts(row["themes"]) for actor in meeting(leading[theme], places)}
    return {**row, "municipalities": list(geography.municipalities(occurs)), "theme_owners": list(leads)}
