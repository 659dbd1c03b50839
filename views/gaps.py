"""Luckor: every kind of gap with how many of how many, worst first, and the list of one kind to act on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ansvarskarta.queries import Answer, AnswerRow, Question, catalogue
from ansvarskarta.views import wording
from ansvarskarta.views.filters import ACTOR, BY_LABEL, chosen, filters
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import draw, table_of

KIND, DAYS, COUNT = "slag", "days", "rakna"
# The questions that list something to act on; key_actors, coverage and coordination_need have places of their own.
KINDS = (
    "no_owner", "uncovered", "several_owners", "ownership_ends", "no_measure", "no_mandate", "affected_without_voice",
    "without_role", "blocked_establishments", "cycles", "reports_due", "weak_evidence",
)  # fmt: skip
_QUICK = 2_000  # bottlenecks up to which counting all kinds is not felt


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of gap, and how many of how many there are; ``rows`` is none where they have not been counted."""

    name: str
    rows: int | None = None
    of: int | None = None

    @property
    def share(self) -> float:
        """How much of what was looked at is a gap, 0 to 1."""
        return (self.rows or 0) / self.of if self.of else 0.0


def show(page: Page) -> None:
    """Draws the page."""
    page.show("heading.html", title=page.text("gaps.title"))
    asked = page.view.value(KIND) if page.view.value(KIND) in KINDS else KINDS[0]
    question = catalogue()[asked]
    narrowing, actor = chosen(page, *BY_LABEL), chosen(page, ACTOR).get(ACTOR, "")
    answer = _of_actor(page.data.ask(asked, **_given(page, question, narrowing)), actor)
    counts_all = bool(page.view.value(COUNT)) or page.data.count("Bottleneck") <= _QUICK
    page.show(
        "gaps.html",
        kinds=_counted(page, narrowing, actor) if counts_all else _named(answer),
        counts_all=counts_all,
        answer=answer,
        question=question,
        filters=filters(page, *BY_LABEL, ACTOR),
        actor=page.names([actor])[actor].name if actor else "",
        has_days=question.parameter(DAYS) is not None,
        days=answer.parameters.get(DAYS, ""),
        is_filtered=bool(narrowing or actor),
        is_narrowed=all(question.parameter(name) for name in narrowing),
    )
    if not answer.rows:
        page.show("part_empty.html", what=page.text("gaps.none", day=wording.day(page.view.day, page.view.lang)))
        return
    draw(page, table_of(page, answer, with_file=True))


def _given(page: Page, question: Question, narrowing: Mapping[str, str]) -> dict[str, str]:
    """What the address says that the question can be narrowed by."""
    days = page.view.value(DAYS)
    return {name: value for name, value in {**narrowing, DAYS: days}.items() if value and question.parameter(name)}


def _of_actor(answer: Answer, actor: str) -> Answer:
    """The rows that name the actor, if one is asked about, counted among all the gaps of that kind."""
    if not actor:
        return answer
    return replace(answer, rows=[row for row in answer.rows if _names(row, actor)], of=len(answer.rows))


def _names(row: AnswerRow, actor: str) -> bool:
    return any(value == actor or (isinstance(value, list) and actor in value) for value in row.values())


def _named(answer: Answer) -> list[Kind]:
    """Every kind, and how many there are of the one that is asked about."""
    return [Kind(name, len(answer.rows), answer.of) if name == answer.question else Kind(name) for name in KINDS]


def _counted(page: Page, narrowing: Mapping[str, str], actor: str) -> list[Kind]:
    """Every kind with how many there are, worst first."""
    kinds = []
    for name in KINDS:
        given = _given(page, catalogue()[name], narrowing)
        answer = _of_actor(page.data.ask(name, **given), actor) if actor else None
        rows, of = (len(answer.rows), answer.of) if answer else page.data.counted(name, **given)
        kinds.append(Kind(name, rows, of))
    return sorted(kinds, key=lambda kind: (-kind.share, -(kind.rows or 0)))
