"""What to ask of a graph: every question, with parameters that mean something in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from reference.answer import QUESTIONS
from reference.graphs import interesting_days
from reference.world import Tables, World

Choice = TypeVar("Choice")

NARROWING = "theme|municipality|county|establishment"
TAKES: dict[str, str] = {
    "who_owns": "bottleneck",
    "owned_by": "actor",
    "escalation": "bottleneck",
    "depends_on": "bottleneck|establishment depth",
    "blocks": "bottleneck depth",
    "actor_dependencies": "actor?",
    "owners_of": "ids",
    "succession": "mandate",
    "affects": "establishment? municipality?",
    "measures": "bottleneck",
    "funding": "mandate?",
    "no_owner": "narrowing",
    "several_owners": "narrowing",
    "ownership_ends": "narrowing days",
    "no_measure": "narrowing",
    "no_mandate": "narrowing",
    "uncovered": "narrowing",
    "coverage": "narrowing actor?",
    "without_role": "",
    "affected_without_voice": "narrowing",
    "cycles": "",
    "blocked_establishments": "establishment?",
    "reports_due": "days overdue",
    "weak_evidence": "confidence",
    "key_actors": "",
    "coordination_need": "",
    "handover": "actor|mandate mandate? date",
    "changes": "from-to",
}
"""The parameters of each question: ``?`` optional, ``|`` either."""

DEPTHS = (None, 1, 2, 3)
DAYS = (None, 0, 1, 184, 400)
CONFIDENCES = (None, "stated", "inferred", "proposed")


@dataclass(frozen=True)
class Asked:
    """One question with its parameters, as of a day, in a language."""

    question: str
    parameters: Mapping[str, object]
    day: str
    lang: str

    def __str__(self) -> str:
        given = " ".join(f"{name}={value}" for name, value in self.parameters.items())
        return f"{self.question} {given} as of {self.day} in {self.lang}"


def every_form(question: str, world: World) -> list[dict[str, object]]:
    """The forms in which a question can be asked about each id of the world; of what is optional one at a time."""
    required: list[dict[str, object]] = [{}]
    optional: list[dict[str, object]] = [{}]
    ids = _ids(world)
    for part in TAKES[question].split():
        names = (NARROWING if part == "narrowing" else part).removesuffix("?").split("|")
        given: list[dict[str, object]] = [{name: id_} for name in names for id_ in ids.get(name, [])]
        if part.endswith("?") or part == "narrowing":
            optional += given
        elif given:
            required = [form | more for form in required for more in given]
    return [form | more for form in required for more in optional]


def _ids(world: World) -> dict[str, list[str]]:
    """The ids of each label, by the name of the parameter that takes them."""
    labels = ("Actor", "Bottleneck", "Establishment", "Mandate", "Municipality", "County", "Theme")
    return {label.lower(): [node.id for node in world.of_label(label)] for label in labels}


def asks(tables: Tables, number: int, *, days: int) -> list[Asked]:
    """Every question on some days of the graph's own, each with one choice of parameters a day; by number."""
    random = Random(number)  # noqa: S311 (a test's choices, to be made again by the number)
    chooser = _Chooser(tables, random)
    edges = interesting_days(tables)
    chosen = []
    for day in random.sample(edges, days):
        lang = random.choice(("sv", "en"))
        for question in QUESTIONS:
            parameters = chooser.parameters(question, edges)
            if parameters is not None:
                chosen.append(Asked(question, parameters, day, lang))
    return chosen


class _Chooser:
    def __init__(self, tables: Tables, random: Random) -> None:
        self.random = random
        world = World(tables)
        self.ids = _ids(world)
        self.typed = _typed(world)

    def parameters(self, question: str, days: Sequence[str]) -> dict[str, object] | None:
        """A choice of the question's parameters; ``None`` where the graph has no node to ask about."""
        chosen: dict[str, object] = {}
        for part in TAKES[question].split():
            more = self.by_id(part) if part.removesuffix("?").split("|")[0] in self.ids else self.other(part, days)
            if more is None:
                return None
            chosen |= more
        return chosen

    def by_id(self, part: str) -> dict[str, object] | None:
        """An id for one of the names; where they are optional perhaps none."""
        names = part.removesuffix("?").split("|")
        found: list[dict[str, object]] = [{name: id_} for name in names for id_ in self.ids[name]]
        if part.endswith("?"):
            found = [{}, *found]
        return self.one(found) if found else None

    def other(self, part: str, days: Sequence[str]) -> dict[str, object]:
        """A parameter that is no id, or the narrowing."""
        match part:
            case "narrowing":
                names = [name for name in NARROWING.split("|") if self.ids[name]]
                return {name: self.one(self.ids[name]) for name in names if not self.random.randrange(4)}
            case "from-to":
                first, last = sorted((self.one(days), self.one(days)))
                return {"from": first, "to": last}
            case "ids":
                return {"ids": self.random.choices(self.typed, k=self.random.randint(1, 4))}
            case _:
                choices = {"depth": DEPTHS, "confidence": CONFIDENCES, "date": (None, *days)}
                value = self.one(choices.get(part, DAYS))
                return {} if value is None else {part: value}

    def one(self, choices: Sequence[Choice]) -> Choice:
        return choices[self.random.randrange(len(choices))]


def _typed(world: World) -> list[str]:
    """What people type when they ask for owners: ids, codes, names in any case, and what is not there."""
    typed = ["bottleneck:none", "Nowhere"]
    for label in ("Municipality", "County", "Establishment", "Bottleneck"):
        for node in world.of_label(label):
            names = [name for column in ("name", "name_en") if (name := node.get(column))]
            typed += [node.id, *names, *(name.upper() for name in names)]
            typed += [code] if (code := node.get("code")) else []
    return typed
