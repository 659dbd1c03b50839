"""The contract's words, each as of one day. What a question says, it says in these."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from ansvarskarta.graph.model import is_a
from reference.world import Link, Node, Responsibility, World


def valid(thing: Node | Link, day: str) -> bool:
    """Whether the interval of a node or relationship, both ends inclusive and either one open, holds the day."""
    first, last = thing.get("valid_from"), thing.get("valid_to")
    return (first is None or first <= day) and (last is None or last >= day)


class Day:
    """A world as of a day, with names in a language."""

    def __init__(self, world: World, day: str, lang: str = "sv") -> None:
        self.world = world
        self.day = day
        self.lang = lang
        self._days: dict[str, Day] = {day: self}

    def on(self, day: str) -> Day:
        """The same world on another day."""
        if day not in self._days:
            self._days[day] = Day(self.world, day, self.lang)
        return self._days[day]

    def name(self, id_: str | None) -> str | None:
        """``name``, in English ``name_en`` where there is one."""
        if id_ is None:
            return None
        node = self.world.nodes[id_]
        return (node.get("name_en") if self.lang == "en" else None) or node.get("name")

    def severity(self, bottleneck: str) -> int | None:
        value = self.world.nodes[bottleneck].row.get("severity")
        return int(value) if isinstance(value, int | float) else None

    # Relationships and actors

    def may_stand(self, id_: str) -> bool:
        """An Actor that is not valid on the day stands in no answer; anything else may."""
        node = self.world.nodes[id_]
        return not is_a(node.label, "Actor") or valid(node, self.day)

    @cached_property
    def _links(self) -> dict[str, list[Link]]:
        return {
            type_: [
                link
                for link in links
                if valid(link, self.day) and self.may_stand(link.start) and self.may_stand(link.end)
            ]
            for type_, links in self.world.links.items()
        }

    def links(self, type_: str) -> list[Link]:
        """The relationships of a type that answers may rest on."""
        return self._links.get(type_, [])

    @cached_property
    def _neighbours(self) -> tuple[dict[tuple[str, str], list[str]], dict[tuple[str, str], list[str]]]:
        ends: dict[tuple[str, str], set[str]] = {}
        starts: dict[tuple[str, str], set[str]] = {}
        for type_, links in self._links.items():
            for link in links:
                ends.setdefault((type_, link.start), set()).add(link.end)
                starts.setdefault((type_, link.end), set()).add(link.start)
        return {key: sorted(ids) for key, ids in ends.items()}, {key: sorted(ids) for key, ids in starts.items()}

    def ends(self, type_: str, start: str) -> list[str]:
        """What a node leads to, each once, by id."""
        return self._neighbours[0].get((type_, start), [])

    def starts(self, type_: str, end: str) -> list[str]:
        """What leads to a node, each once, by id."""
        return self._neighbours[1].get((type_, end), [])

    def is_valid(self, id_: str) -> bool:
        return valid(self.world.nodes[id_], self.day)

    # Responsibilities

    @cached_property
    def responsibilities(self) -> list[Responsibility]:
        """Those that hold."""
        return [each for each in self.world.responsibilities if each.holds(self.day)]

    @cached_property
    def _responsibilities_for(self) -> dict[str, list[Responsibility]]:
        found: dict[str, list[Responsibility]] = {}
        for each in self.responsibilities:
            found.setdefault(each.target, []).append(each)
        return found

    def responsibilities_for(self, target: str, *roles: str) -> list[Responsibility]:
        """Those for a bottleneck or theme that hold, in any of the roles (any at all where none is named)."""
        return [each for each in self._responsibilities_for.get(target, []) if not roles or each.role in roles]

    def theme_responsibilities(self, bottleneck: str, *roles: str) -> list[Responsibility]:
        """Those for a theme of the bottleneck that hold and whose scope meets its places."""
        places = self.places(bottleneck)
        return [
            each
            for theme in self.themes(bottleneck)
            for each in self.responsibilities_for(theme, *roles)
            if not each.scope or each.scope & places
        ]

    def direct_owners(self, bottleneck: str) -> list[str]:
        return actors(self.responsibilities_for(bottleneck, "owner"))

    def direct_owners_in(self, bottleneck: str, municipality: str) -> list[str]:
        """The direct owners by a responsibility whose scope covers the municipality."""
        owners = self.responsibilities_for(bottleneck, "owner")
        return actors(each for each in owners if self.world.covers(each.scope, municipality))

    def theme_owners(self, bottleneck: str) -> list[str]:
        return actors(self.theme_responsibilities(bottleneck, "owner"))

    # Bottlenecks

    def is_open(self, bottleneck: str) -> bool:
        node = self.world.nodes[bottleneck]
        raised, resolved = node.get("raised"), node.get("resolved")
        return (
            (raised is None or raised <= self.day)
            and (resolved is None or resolved > self.day)
            and (node.get("status") != "resolved" or resolved is not None)
        )

    @cached_property
    def open_bottlenecks(self) -> list[str]:
        return [node.id for node in self.world.of_label("Bottleneck") if self.is_open(node.id)]

    def themes(self, bottleneck: str) -> list[str]:
        return self.ends("HAS_THEME", bottleneck)

    @cached_property
    def _places(self) -> dict[str, set[str]]:
        return {node.id: self._places_of(node.id) for node in self.world.of_label("Bottleneck")}

    def _places_of(self, bottleneck: str) -> set[str]:
        named = self.ends("OCCURS_IN", bottleneck)
        found = set(named)
        for place in named:
            if self.world.nodes[place].label == "County":
                found |= self.world.municipalities_of(place)
            else:
                found.add(str(self.world.nodes[place].get("county")))
        return found

    def places(self, bottleneck: str) -> set[str]:
        """The municipalities and counties that it is in, by what it OCCURS_IN."""
        return self._places[bottleneck]

    def municipalities(self, bottleneck: str) -> list[str]:
        """The municipalities in its places."""
        return sorted(place for place in self.places(bottleneck) if self.world.nodes[place].label == "Municipality")

    @cached_property
    def _concerns(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for bottleneck in self.open_bottlenecks:
            for municipality in self.municipalities(bottleneck):
                for theme in self.themes(bottleneck):
                    found.setdefault((municipality, theme), []).append(bottleneck)
        return found

    def concerns(self, municipality: str, theme: str) -> list[str]:
        """The open bottlenecks of the theme with the municipality in places; it concerns the theme if there are any."""
        return self._concerns.get((municipality, theme), [])

    # Waiting

    def waits_for(self, starts: Iterable[str], *, openly: bool = False) -> dict[str, int]:
        """All that a chain of DEPENDS_ON leads to from any of ``starts``, with the links of the shortest chain.

        ``starts`` are among them with 0. ``openly``: every bottleneck of the chain is open.
        """
        return self._spread(starts, lambda each: self.ends("DEPENDS_ON", each), openly=openly)

    def waiting_for(self, ends: Iterable[str], *, openly: bool = False) -> dict[str, int]:
        """All from which a chain leads to any of ``ends``, likewise."""
        return self._spread(ends, lambda each: self.starts("DEPENDS_ON", each), openly=openly)

    def _spread(self, first: Iterable[str], following: Callable[[str], list[str]], *, openly: bool) -> dict[str, int]:
        distance: dict[str, int] = {}
        reached = [each for each in sorted(set(first)) if not openly or self.is_open(each)]
        steps = 0
        while reached:
            distance |= dict.fromkeys(reached, steps)
            steps += 1
            reached = sorted(
                {
                    other
                    for each in reached
                    for other in following(each)
                    if other not in distance and (not openly or self.is_open(other))
                }
            )
        return distance


def actors(responsibilities: Iterable[Responsibility]) -> list[str]:
    """Who has them, each once, by id."""
    return sorted({each.actor for each in responsibilities})
