"""Luckor: every kind of gap with how many of how many, worst first, and the list of one kind to act on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ansvarskarta.queries import Answer, AnswerRow, catalogue
from ansvarskarta.views import wording
from ansvarskarta.views.filters import ACTOR, BY_LABEL, chosen, filters
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import draw, table_of

KIND, DAYS = "slag", "days"
# The questions that list something to act on; key_actors, coverage and coordination_need have places of their own.
KINDS = (
    "no_owner", "uncovered", "several_owners", "ownership_ends", "no_measure", "no_mandate", "affected_without_voice",
    "without_role", "blocked_establishments", "cycles", "reports_due", "weak_evidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of gap with its answer, narrowed as the address says."""

    name: str
    answer: Answer
    is_narrowed: bool

    @property
    def share(self) -> float:
        """How much of what was looked at is a gap, 0 to 1."""
        return len(self.answer.rows) / self.answer.of if self.answer.of else 0.0


def show(page: Page) -> None:
    """Draws the page."""
    narrowing = chosen(page, *BY_LABEL)
    actor = page.view.value(ACTOR)
    kinds = sorted((_kind(page, name, narrowing, actor) for name in KINDS), key=lambda kind: -kind.share)
    asked = next(
        (kind for kind in kinds if kind.name == page.view.value(KIND)),
        next(kind for kind in kinds if kind.name == KINDS[0]),
    )
    page.show(
        "gaps.html",
        kinds=kinds,
        asked=asked,
        question=catalogue()[asked.name],
        filters=filters(page, *BY_LABEL, ACTOR),
        has_days=catalogue()[asked.name].parameter(DAYS) is not None,
        days=asked.answer.parameters.get(DAYS, ""),
        is_filtered=bool(narrowing or actor),
    )
    if not asked.answer.rows:
        page.show("part_empty.html", what=page.text("gaps.none", day=wording.day(page.view.day, page.view.lang)))
        return
    draw(page, table_of(page, asked.answer, with_file=True))


def _kind(page: Page, name: str, narrowing: dict[str, str], actor: str) -> Kind:
    question = catalogue()[name]
    given = {key: value for key, value in narrowing.items() if question.parameter(key)}
    if page.view.value(DAYS) and question.parameter(DAYS):
        given[DAYS] = page.view.value(DAYS)
    answer = page.data.ask(name, **given)
    if actor:
        answer = replace(answer, rows=[row for row in answer.rows if _names(row, actor)])
    return Kind(name, answer, is_narrowed=len(given.keys() & narrowing.keys()) == len(narrowing))


def _names(row: AnswerRow, actor: str) -> bool:
    return any(value == actor or (isinstance(value, list) and actor in value) for value in row.values())
