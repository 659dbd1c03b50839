"""Answers and names for documents: the catalogue asked once a question and day, ids turned into words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from ansvarskarta.exports.cells import words
from ansvarskarta.exports.content import Content
from ansvarskarta.exports.document.content import Inline, Link, is_safe
from ansvarskarta.exports.past import is_open, valid
from ansvarskarta.exports.responsibilities import Responsibility, names_of, responsibilities
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.values import Row
from ansvarskarta.queries import Answer, ask, located, spoken
from ansvarskarta.queries.chains import Links, distances, turned
from ansvarskarta.texts import text

# Of a long list of names in one cell, these are said; of the others, how many they are.
MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it is cited."""

    title: str
    publisher: str
    published: str
    url: str


class Facts:
    """What documents are written from: an open graph and its whole history."""

    def __init__(self, graph: Graph, content: Content) -> None:
        self.graph = graph
        self.content = content
        self.lang = content.about.lang
        self._answers: dict[tuple[str, str, tuple[tuple[str, object], ...]], Answer] = {}
        self._links: dict[str, tuple[Links, Links]] = {}

    def ask(self, question: str, day: str, **parameters: object) -> Answer:
        """The answer of the catalogue, asked once."""
        key = (question, day, tuple(sorted(parameters.items())))
        if key not in self._answers:
            self._answers[key] = ask(self.graph, question, parameters, as_of=day, lang=self.lang)
        return self._answers[key]

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every node by its id."""
        return names_of(self.content)

    @cached_property
    def responsibilities(self) -> list[Responsibility]:
        """Every accepted responsibility."""
        return list(responsibilities(self.content))

    @cached_property
    def mandates(self) -> dict[str, Row]:
        """Every mandate by its id."""
        return {words(row["id"]): row for row in self.rows("mandates")}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every document by its id."""
        return {
            words(row["id"]): Source(
                words(row.get("title")) or words(row["name"]),
                words(row.get("publisher")),
                words(row.get("published")),
                words(row.get("url")),
            )
            for row in self.rows("documents")
        }

    @cached_property
    def _counties(self) -> dict[str, set[str]]:
        within: dict[str, set[str]] = defaultdict(set)
        for row in self.rows("municipalities"):
            within[words(row["county"])].add(words(row["id"]))
        return within

    def rows(self, table: str) -> list[Row]:
        """The accepted rows of a table."""
        return [row for row in self.content.rows(TABLE_BY_NAME[table]) if row.get("confidence") != "proposed"]

    def name(self, id_: object) -> str:
        """A node's name, or nothing where there is none."""
        return self.names.get(str(id_), str(id_)) if id_ else ""

    def listed(self, ids: object) -> str:
        """The names of several nodes, in order, with commas; none is a dash."""
        return ", ".join(self.names_in(ids)) or "–"

    def names_in(self, ids: object) -> list[str]:
        """The names of several nodes, in order."""
        return [self.name(id_) for id_ in ids] if isinstance(ids, list) else []

    def some(self, names: Sequence[str]) -> str:
        """The first few names, and how many more there are; none is a dash."""
        more = len(names) - MOST_NAMES
        said = ", ".join(names[:MOST_NAMES]) or "–"
        return said + self.text("report.and_more", number=more) if more > 0 else said

    def places(self, ids: object) -> str:
        """Places by name, a county for all its municipalities."""
        left = set(ids) if isinstance(ids, list) else set()
        whole = [county for county, inside in self._counties.items() if inside and inside <= left]
        for county in whole:
            left -= self._counties[county] | {county}
        named = sorted(self.name(county) for county in whole) + sorted(self.name(id_) for id_ in left)
        return ", ".join(named) or "–"

    def day(self, value: object) -> str:
        """A day or a month as people write it; an empty one is a dash."""
        return spoken(str(value), self.lang) if value else "–"

    def cited(self, document: object, locator: object = None) -> Inline:
        """A document as a link to its address, with the place in it."""
        source = self.sources.get(str(document))
        if source is None:
            return "–"
        shown = ", ".join(filter(None, (source.title, located(str(locator or ""), self.lang))))
        return Link(shown, source.url) if source.url and is_safe(source.url) else shown

    def mandate_number(self, id_: object) -> str:
        """The register number or other designation of a mandate."""
        return words(self.mandates[str(id_)].get("reference")) or "–"

    def mandate_source(self, id_: object) -> Inline:
        """The document that a mandate stands in."""
        row = self.mandates[str(id_)]
        return self.cited(row.get("document"), row.get("locator"))

    def text(self, key: str, **values: object) -> str:
        """A text in the document's language."""
        return text(key, self.lang, **values)

    def waiting(self, bottlenecks: Iterable[str], day: str) -> list[str]:
        """Names of what waits for any of these bottlenecks on the day, nearest first; the resolved waits no more."""
        followers, held_back = self._waits(day)
        behind = distances(bottlenecks, followers)
        found = {id_: distance for id_, distance in behind.items() if distance}
        for bottleneck, distance in behind.items():
            for establishment in held_back.get(bottleneck, ()):
                found[establishment] = min(distance + 1, found.get(establishment, distance + 1))
        nearest: dict[str, int] = {}
        for id_, distance in found.items():
            name = self.name(id_)
            nearest[name] = min(distance, nearest.get(name, distance))
        return sorted(nearest, key=lambda name: (nearest[name], name))

    def _waits(self, day: str) -> tuple[Links, Links]:
        """By open bottleneck of a day: the open ones that wait for it, and the establishments that it holds back."""
        if day not in self._links:
            known = {words(row["id"]) for row in self.rows("bottlenecks") if is_open(row, day)}
            known |= {words(row["id"]) for row in self.rows("establishments")}
            self._links[day] = (
                turned(self._holding("depends_on", day, known)),
                self._holding("constrains", day, known),
            )
        return self._links[day]

    def _holding(self, table: str, day: str, known: set[str]) -> Links:
        links: dict[str, list[str]] = defaultdict(list)
        for row in self.rows(table):
            if valid(row, day) and row["start"] in known and row["end"] in known:
                links[words(row["start"])].append(words(row["end"]))
        return links
