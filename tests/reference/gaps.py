"""The questions of "Gaps" about bottlenecks and municipalities, each written from its sentence in the contract."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from ansvarskarta.graph.dates import add_days
from reference.answer import Expected, Parameters, answer, asked, falling, number, question
from reference.day import Day, actors
from reference.world import Responsibility


@dataclass(frozen=True)
class Narrowing:
    """``theme``, ``municipality``, ``county``, ``establishment``: each optional, all together."""

    theme: str | None
    municipality: str | None
    county: str | None
    establishment: str | None

    def bottlenecks(self, on: Day) -> list[str]:
        """The open bottlenecks that it leaves."""
        return [
            each
            for each in on.open_bottlenecks
            if (self.theme is None or self.theme in on.themes(each))
            and (self.municipality is None or self.municipality in on.places(each))
            and (self.county is None or self.county in on.places(each))
            and (self.establishment is None or self.establishment in on.ends("CONSTRAINS", each))
        ]

    def municipalities(self, on: Day) -> list[str]:
        """The municipalities that it leaves, where rows are of municipalities."""
        return [
            node.id
            for node in on.world.of_label("Municipality")
            if self.municipality in (None, node.id)
            and self.county in (None, node.get("county"))
            and (self.establishment is None or self.establishment in on.starts("AFFECTS", node.id))
        ]

    def pairs(self, on: Day) -> list[tuple[str, str, list[str]]]:
        """Each municipality with each theme that it concerns, and the open bottlenecks by which it does."""
        return [
            (municipality, theme.id, bottlenecks)
            for municipality in self.municipalities(on)
            for theme in on.world.of_label("Theme")
            if self.theme in (None, theme.id) and (bottlenecks := on.concerns(municipality, theme.id))
        ]


def narrowing(parameters: Parameters) -> Narrowing:
    theme, municipality = asked(parameters, "theme"), asked(parameters, "municipality")
    return Narrowing(theme, municipality, asked(parameters, "county"), asked(parameters, "establishment"))


@question
def no_owner(on: Day, parameters: Parameters) -> Expected:
    looked_at = narrowing(parameters).bottlenecks(on)
    rows = []
    for each in looked_at:
        if on.direct_owners(each):
            continue
        last_owner, ended = _last_owner(on, each)
        rows.append(
            (
                each,
                on.name(each),
                on.severity(each),
                on.themes(each),
                on.municipalities(each),
                on.theme_owners(each),
                last_owner,
                ended,
            )
        )
    return answer(
        "bottleneck bottleneck_name severity themes municipalities theme_owners last_owner ended",
        rows,
        said=lambda row: (falling(row["severity"]),),
        of=len(looked_at),
    )


def _last_owner(on: Day, bottleneck: str) -> tuple[str | None, str | None]:
    """Of its ownerships that held on some day and ended before the day, who had the one that ended last, and when."""
    ended = [
        (each.end, each.actor)
        for each in on.world.responsibilities
        if each.target == bottleneck and each.role == "owner" and each.ever_held and each.end and each.end < on.day
    ]
    if not ended:
        return None, None
    last = max(end for end, _ in ended)
    return min(actor for end, actor in ended if end == last), last


@question
def several_owners(on: Day, parameters: Parameters) -> Expected:
    looked_at = narrowing(parameters).bottlenecks(on)
    rows = [
        (each, on.name(each), on.severity(each), on.direct_owners(each))
        for each in looked_at
        if _owned_twice(on, on.responsibilities_for(each, "owner"))
    ]
    return answer(
        "bottleneck bottleneck_name severity owners",
        rows,
        said=lambda row: (falling(row["severity"]),),
        of=len(looked_at),
    )


def _owned_twice(on: Day, ownerships: list[Responsibility]) -> bool:
    return any(
        one.actor != other.actor and on.world.scopes_meet(one.scope, other.scope)
        for one in ownerships
        for other in ownerships
    )


@question
def ownership_ends(on: Day, parameters: Parameters) -> Expected:
    last = add_days(on.day, number(parameters, "days", 180))
    ownerships = [
        ownership
        for each in narrowing(parameters).bottlenecks(on)
        for ownership in on.responsibilities_for(each, "owner")
    ]
    rows = [
        (
            each.target,
            on.name(each.target),
            on.severity(each.target),
            each.actor,
            on.name(each.actor),
            each.end,
            each.mandate,
            on.on(add_days(each.end, 1)).direct_owners(each.target),
        )
        for each in ownerships
        if each.end and each.end <= last
    ]
    return answer(
        "bottleneck bottleneck_name severity actor actor_name ends mandate successor",
        rows,
        said=lambda row: (row["ends"],),
        of=len(ownerships),
    )


@question
def no_measure(on: Day, parameters: Parameters) -> Expected:
    looked_at = narrowing(parameters).bottlenecks(on)
    rows = [
        (each, on.name(each), on.severity(each), on.direct_owners(each))
        for each in looked_at
        if not any(_counts_as_measure(on, measure) for measure in on.starts("ADDRESSES", each))
    ]
    return answer(
        "bottleneck bottleneck_name severity owners",
        rows,
        said=lambda row: (falling(row["severity"]),),
        of=len(looked_at),
    )


def _counts_as_measure(on: Day, measure: str) -> bool:
    """Planned or ongoing, whenever it starts, and its end not before the day."""
    node = on.world.nodes[measure]
    end = node.get("end")
    return node.get("status") in ("planned", "ongoing") and (end is None or _last_day(end) >= on.day)


def _last_day(partial: str) -> str:
    """``YYYY`` and ``YYYY-MM`` end with their last day."""
    if len(partial) == 4:
        return f"{partial}-12-31"
    if len(partial) == 7:
        year, month = int(partial[:4]), int(partial[5:])
        following = dt.date(year + month // 12, month % 12 + 1, 1)
        return (following - dt.timedelta(days=1)).isoformat()
    return partial


@question
def no_mandate(on: Day, parameters: Parameters) -> Expected:
    looked_at = [
        responsibility
        for each in narrowing(parameters).bottlenecks(on)
        for responsibility in on.responsibilities_for(each, "owner", "contributor")
    ]
    rows = [
        (each.target, on.name(each.target), each.actor, on.name(each.actor), each.role, each.link.get("document"))
        for each in looked_at
        if each.mandate is None
    ]
    return answer("bottleneck bottleneck_name actor actor_name role document", rows, of=len(looked_at))


@question
def uncovered(on: Day, parameters: Parameters) -> Expected:
    pairs = narrowing(parameters).pairs(on)
    rows = [
        (
            municipality,
            on.name(municipality),
            theme,
            on.name(theme),
            len(bottlenecks),
            on.starts("AFFECTS", municipality),
        )
        for municipality, theme, bottlenecks in pairs
        if not any(on.direct_owners_in(each, municipality) for each in bottlenecks)
        and not _theme_owners_in(on, theme, municipality)
    ]
    return answer(
        "municipality municipality_name theme theme_name open_bottlenecks establishments", rows, of=len(pairs)
    )


@question
def coverage(on: Day, parameters: Parameters) -> Expected:
    actor = asked(parameters, "actor")
    pairs = narrowing(parameters).pairs(on)
    rows = []
    for municipality, theme, bottlenecks in pairs:
        owners = [on.direct_owners_in(each, municipality) for each in bottlenecks]
        contributors = [_contributors_in(on, each, municipality) for each in bottlenecks]
        rows.append(
            (
                municipality,
                on.name(municipality),
                theme,
                on.name(theme),
                len(bottlenecks),
                sum(_has(each, actor) for each in owners),
                sum(_has(each, actor) for each in contributors),
                sum(not each for each in owners),
                sorted({owner for each in owners for owner in each}),
                _theme_owners_in(on, theme, municipality),
            )
        )
    return answer(
        "municipality municipality_name theme theme_name open owned contributed unowned owners theme_owners",
        rows,
        of=len(pairs),
    )


def _has(who: list[str], actor: str | None) -> bool:
    """Whether anybody is among them, or where an actor is asked for, whether that one is."""
    return bool(who) if actor is None else actor in who


def _contributors_in(on: Day, bottleneck: str, municipality: str) -> list[str]:
    contributors = on.responsibilities_for(bottleneck, "contributor")
    return actors(each for each in contributors if on.world.covers(each.scope, municipality))


def _theme_owners_in(on: Day, theme: str, municipality: str) -> list[str]:
    """The actors with an owner responsibility for the theme that holds and whose scope covers the municipality."""
    owners = on.responsibilities_for(theme, "owner")
    return actors(each for each in owners if on.world.covers(each.scope, municipality))


@question
def affected_without_voice(on: Day, parameters: Parameters) -> Expected:
    narrow = narrowing(parameters)
    affected = [each for each in narrow.municipalities(on) if on.starts("AFFECTS", each)]
    rows = []
    for municipality in affected:
        bottlenecks = [
            each
            for each in on.open_bottlenecks
            if municipality in on.places(each) and (narrow.theme is None or narrow.theme in on.themes(each))
        ]
        voices = {each.actor for bottleneck in bottlenecks for each in on.responsibilities_for(bottleneck)}
        if bottlenecks and municipality not in voices:
            establishments = on.starts("AFFECTS", municipality)
            rows.append((municipality, on.name(municipality), establishments, bottlenecks))
    return answer("municipality municipality_name establishments bottlenecks", rows, of=len(affected))


@question
def coordination_need(on: Day, _: Parameters) -> Expected:
    rows = []
    themes = on.world.of_label("Theme")
    for theme in themes:
        bottlenecks = [each for each in on.open_bottlenecks if theme.id in on.themes(each)]
        if not bottlenecks:
            continue
        unowned = [each for each in bottlenecks if not on.direct_owners(each)]
        responsible = [each for target in (*bottlenecks, theme.id) for each in on.responsibilities_for(target)]
        rows.append(
            (
                theme.id,
                on.name(theme.id),
                len(bottlenecks),
                sum(on.severity(each) or 0 for each in bottlenecks),
                len(unowned),
                sum(on.severity(each) or 0 for each in unowned),
                sum(len(on.direct_owners(each)) >= 2 for each in bottlenecks),
                len(actors(responsible)),
                len({place for each in bottlenecks for place in on.municipalities(each)}),
                len({end for each in bottlenecks for end in on.ends("CONSTRAINS", each)}),
                len(_crossing(on, set(bottlenecks))),
            )
        )
    return answer(
        "theme theme_name open severity unowned unowned_severity shared actors municipalities establishments crossing",
        rows,
        said=lambda row: (falling(row["unowned_severity"]), falling(row["open"])),
        of=len(themes),
    )


def _crossing(on: Day, of_theme: set[str]) -> set[tuple[str, str]]:
    """Pairs of open bottlenecks, one of the theme and one not, where one DEPENDS_ON the other."""
    return {
        (link.start, link.end)
        for link in on.links("DEPENDS_ON")
        if on.is_open(link.start) and on.is_open(link.end) and (link.start in of_theme) != (link.end in of_theme)
    }
