"""The questions of "Ownership", each written from its sentence in the contract."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from ansvarskarta.graph.model import is_a
from reference.answer import Cell, Expected, Parameters, answer, asked, cell_key, falling, in_order, number, question
from reference.day import Day
from reference.world import Node, Responsibility, texts

DEPTH = 10


@question
def who_owns(on: Day, parameters: Parameters) -> Expected:
    bottleneck = str(parameters["bottleneck"])
    direct = [("bottleneck", each) for each in on.responsibilities_for(bottleneck)]
    by_theme = [("theme", each) for each in on.theme_responsibilities(bottleneck)]
    rows = [
        (
            each.actor,
            on.name(each.actor),
            each.role,
            via,
            each.target if via == "theme" else None,
            each.mandate,
            on.name(each.mandate),
            each.start,
            each.end,
            sorted(each.scope),
            each.link.get("document"),
            each.link.get("locator"),
            each.link.confidence,
        )
        for via, each in direct + by_theme
    ]
    return answer(
        "actor actor_name role via theme mandate mandate_title valid_from valid_to scope document locator confidence",
        rows,
        said=lambda row: (row["via"], cell_key("role", row["role"])),
    )


@question
def owned_by(on: Day, parameters: Parameters) -> Expected:
    actor = str(parameters["actor"])
    rows = [
        (
            bottleneck,
            on.name(bottleneck),
            on.severity(bottleneck),
            each.role,
            via,
            each.target if via == "theme" else None,
            each.start,
            each.end,
            on.municipalities(bottleneck),
        )
        for bottleneck in on.open_bottlenecks
        for via, responsibilities in (
            ("bottleneck", on.responsibilities_for(bottleneck)),
            ("theme", on.theme_responsibilities(bottleneck)),
        )
        for each in responsibilities
        if each.actor == actor
    ]
    return answer(
        "bottleneck bottleneck_name severity role via theme valid_from valid_to municipalities",
        rows,
        said=lambda row: (falling(row["severity"]), row["bottleneck"], row["via"], cell_key("role", row["role"])),
    )


REASONS = ("owner", "theme_owner", "issued", "reports_to", "part_of")


@question
def escalation(on: Day, parameters: Parameters) -> Expected:
    bottleneck = str(parameters["bottleneck"])
    first, reason = on.responsibilities_for(bottleneck, "owner"), "owner"
    if not first:
        first, reason = on.theme_responsibilities(bottleneck, "owner"), "theme_owner"
    steps: list[dict[str, tuple[str, str | None]]] = [_comes_by((each.actor, reason, each.mandate) for each in first)]
    found = set(steps[0])
    comes = list(_mandate_givers(on, first))
    while steps[-1]:
        comes += [
            (part, "part_of", None) for actor in steps[-1] for part in on.ends("PART_OF", actor) if _actor(on, part)
        ]
        steps.append(_comes_by(each for each in comes if each[0] not in found))
        found |= set(steps[-1])
        comes = []
    rows = [
        (step, actor, on.name(actor), why, mandate)
        for step, stand in enumerate(steps)
        for actor, (why, mandate) in stand.items()
    ]
    return answer("step actor actor_name reason mandate", rows)


def _mandate_givers(on: Day, responsibilities: Iterable[Responsibility]) -> Iterator[tuple[str, str, str | None]]:
    for mandate in {each.mandate for each in responsibilities if each.mandate}:
        yield from ((actor, "issued", mandate) for actor in on.starts("ISSUED", mandate))
        yield from ((actor, "reports_to", mandate) for actor in on.ends("REPORTS_TO", mandate))


def _comes_by(comes: Iterable[tuple[str, str, str | None]]) -> dict[str, tuple[str, str | None]]:
    """Each actor once, with the first reason that applies and the smallest id of the mandates for that reason."""
    stand: dict[str, tuple[str, str | None]] = {}
    for actor, reason, mandate in sorted(comes, key=lambda each: (REASONS.index(each[1]), cell_key("", each[2]))):
        stand.setdefault(actor, (reason, mandate))
    return stand


def _actor(on: Day, id_: str) -> bool:
    return is_a(on.world.nodes[id_].label, "Actor")


@question
def depends_on(on: Day, parameters: Parameters) -> Expected:
    bottleneck, establishment = asked(parameters, "bottleneck"), asked(parameters, "establishment")
    if establishment:
        chains = on.waits_for(on.starts("CONSTRAINS", establishment))
        distance = {each: links + 1 for each, links in chains.items()}
    else:
        distance = {each: links for each, links in on.waits_for([str(bottleneck)]).items() if each != bottleneck}
    depth = number(parameters, "depth", DEPTH)
    rows = [
        (
            each,
            on.name(each),
            links,
            on.is_open(each),
            on.direct_owners(each),
            [other for other in on.ends("DEPENDS_ON", each) if on.is_open(other)],
        )
        for each, links in distance.items()
        if links <= depth
    ]
    return answer(
        "bottleneck bottleneck_name distance open owners blocked_by", rows, said=lambda row: (row["distance"],)
    )


@question
def blocks(on: Day, parameters: Parameters) -> Expected:
    bottleneck = str(parameters["bottleneck"])
    chains = on.waiting_for([bottleneck])
    distance = {each: links for each, links in chains.items() if each != bottleneck}
    for each, links in chains.items():
        for establishment in on.ends("CONSTRAINS", each):
            distance[establishment] = min(links + 1, distance.get(establishment, links + 1))
    depth = number(parameters, "depth", DEPTH)
    rows = [
        (each, on.name(each), on.world.nodes[each].label, links) for each, links in distance.items() if links <= depth
    ]
    return answer("id name label distance", rows, said=lambda row: (row["distance"],))


@question
def actor_dependencies(on: Day, parameters: Parameters) -> Expected:
    actor = asked(parameters, "actor")
    rows = [
        (
            first,
            on.name(first),
            second,
            on.name(second),
            sorted({start for start, _ in links}),
            sorted({end for _, end in links}),
            _agreed(on, first, second),
        )
        for (first, second), links in dependencies(on).items()
        if actor in (None, first, second)
    ]
    return answer(
        "actor actor_name waits_for waits_for_name waiting on agreed",
        rows,
        said=lambda row: (-len(texts(row["waiting"])),),
    )


def dependencies(on: Day) -> dict[tuple[str, str], set[tuple[str, str]]]:
    """By pair of different actors, the open bottlenecks of the first that DEPENDS_ON an open one of the second."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for link in on.links("DEPENDS_ON"):
        if on.is_open(link.start) and on.is_open(link.end):
            for first in on.direct_owners(link.start):
                for second in on.direct_owners(link.end):
                    if first != second:
                        found.setdefault((first, second), set()).add((link.start, link.end))
    return found


def _agreed(on: Day, first: str, second: str) -> list[str]:
    """Valid mandates GIVEN_TO one of the two that COOPERATES_WITH or CONSULTS the other."""
    return sorted(
        mandate
        for one, other in ((first, second), (second, first))
        for mandate in on.starts("GIVEN_TO", one)
        if on.is_valid(mandate) and other in (*on.ends("COOPERATES_WITH", mandate), *on.ends("CONSULTS", mandate))
    )


@question
def owners_of(on: Day, parameters: Parameters) -> Expected:
    rows: list[tuple[Cell, ...]] = []
    for text in dict.fromkeys(texts(parameters["ids"])):
        meant = _meant(on, text)
        found = _standing_in(on, meant) if meant else []
        rows += [
            (
                text,
                meant,
                each,
                on.name(each),
                on.severity(each),
                on.themes(each),
                on.direct_owners(each),
                on.theme_owners(each),
            )
            for each in sorted(found, key=lambda each: (falling(on.severity(each)), each))
        ] or [(text, meant, None, None, None, [], [], [])]
    return in_order("asked id bottleneck bottleneck_name severity themes owners theme_owners", rows)


def _standing_in(on: Day, id_: str) -> list[str]:
    node = on.world.nodes[id_]
    match node.label:
        case "Bottleneck":
            return [each for each in on.open_bottlenecks if each == id_]
        case "Establishment":
            return [each for each in on.open_bottlenecks if id_ in on.ends("CONSTRAINS", each)]
        case _:
            return [each for each in on.open_bottlenecks if id_ in on.places(each)]


def _meant(on: Day, text: str) -> str | None:
    """The one node that the text means."""
    labels = ("Municipality", "County", "Establishment", "Bottleneck")
    meant = {node.id for label in labels for node in on.world.of_label(label) if text.casefold() in _names(node)}
    return meant.pop() if len(meant) == 1 else None


def _names(node: Node) -> set[str]:
    names = {name.casefold() for column in ("name", "name_en") if (name := node.get(column))}
    if node.label == "Municipality":
        names |= {name.removesuffix(ending) for name in names for ending in (" kommun", " municipality")}
    return names | {node.id} | ({code} if (code := node.get("code")) else set())


@question
def succession(on: Day, parameters: Parameters) -> Expected:
    continues = on.world.links.get("CONTINUES", [])
    linked = {str(parameters["mandate"])}
    while (
        more := {end for link in continues for end in (link.start, link.end) if {link.start, link.end} & linked}
        - linked
    ):
        linked |= more
    rows = [
        (
            mandate,
            on.name(mandate),
            sorted({link.end for link in on.world.links.get("GIVEN_TO", []) if link.start == mandate}),
            on.world.nodes[mandate].get("valid_from"),
            on.world.nodes[mandate].get("valid_to"),
            _gap_days(on, mandate),
        )
        for mandate in linked
    ]
    return answer(
        "mandate title actors valid_from valid_to gap_days",
        rows,
        said=lambda row: (row["valid_from"] is not None, row["valid_from"] or ""),
    )


def _gap_days(on: Day, mandate: str) -> int | None:
    """Days without a mandate between the latest end of those that it CONTINUES directly and its own start."""
    before = {link.end for link in on.world.links.get("CONTINUES", []) if link.start == mandate}
    start = on.world.nodes[mandate].get("valid_from")
    ends = [end for each in before if (end := on.world.nodes[each].get("valid_to"))]
    if not before or start is None or len(ends) < len(before):
        return None
    between = dt.date.fromisoformat(start) - dt.date.fromisoformat(max(ends))
    return max(between.days - 1, 0)


@question
def affects(on: Day, parameters: Parameters) -> Expected:
    establishment, municipality = asked(parameters, "establishment"), asked(parameters, "municipality")
    rows = [
        (
            link.start,
            on.name(link.start),
            on.world.nodes[link.start].get("status"),
            link.end,
            on.name(link.end),
            link.get("how"),
            link.get("document"),
            link.get("locator"),
            link.confidence,
        )
        for link in on.links("AFFECTS")
        if establishment in (None, link.start) and municipality in (None, link.end)
    ]
    return answer(
        "establishment establishment_name status municipality municipality_name how document locator confidence",
        rows,
        said=lambda row: (row["establishment"], row["municipality"]),
    )


@question
def measures(on: Day, parameters: Parameters) -> Expected:
    rows = []
    for measure in on.starts("ADDRESSES", str(parameters["bottleneck"])):
        node = on.world.nodes[measure]
        carries_out = [link for link in on.links("CARRIES_OUT") if link.end == measure]
        leads, partners = (
            sorted({link.start for link in carries_out if link.get("role") == role}) for role in ("lead", "partner")
        )
        days = (node.get("start"), node.get("end"))
        rows.append((measure, on.name(measure), node.get("status"), *days, leads, partners, node.get("document")))
    return answer(
        "measure measure_name status start end leads partners document",
        rows,
        said=lambda row: (cell_key("start", row["start"]),),
    )


@question
def funding(on: Day, parameters: Parameters) -> Expected:
    mandate = asked(parameters, "mandate")
    rows = [
        (
            link.start,
            on.name(link.start),
            link.end,
            on.name(link.end),
            link.get("appropriation"),
            link.row.get("share"),
            link.get("valid_from"),
            link.get("valid_to"),
        )
        for link in on.links("FUNDED_BY")
        if on.is_valid(link.start) and mandate in (None, link.start)
    ]
    return answer(
        "mandate title actor actor_name appropriation share valid_from valid_to",
        rows,
        said=lambda row: (row["mandate"], row["actor"], cell_key("appropriation", row["appropriation"])),
    )
