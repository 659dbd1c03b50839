"""What pages ask of the graph, remembered by question, parameters, day, language, role and version of the data.

That memory is shared by all visitors; a new version of the data is a new key, so nothing in it is ever stale.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import ParamSpec, TypeAlias, TypeVar

import streamlit as st
from ansvarskarta.graph.changes import Change, Load, history, latest_writes, loads
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.dates import STOCKHOLM
from ansvarskarta.graph.errors import DatabaseUnavailable, WrongUse
from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.graph.proposals import waiting
from ansvarskarta.graph.settings import Settings
from ansvarskarta.queries import Answer, Who, ask, nodes, own_cypher, who, who_owns
from ansvarskarta.queries.flows import flows
from ansvarskarta.queries.notes import cautions
from ansvarskarta.queries.paths import path
from ansvarskarta.queries.periods import MandatePeriod, Period, mandate_periods, periods
from ansvarskarta.texts import Language

P = ParamSpec("P")
R = TypeVar("R")
Value: TypeAlias = str | int | tuple[str, ...]
Given: TypeAlias = tuple[tuple[str, Value], ...]

_HOUR = 3600.0


def remembered(work: Callable[P, R]) -> Callable[P, R]:
    """Remembers what the work returns by what it is given; a :class:`Key` among that says of which data and day."""
    return st.cache_data(ttl=24 * _HOUR, max_entries=2_000, show_spinner=False)(work)


@dataclass(frozen=True, slots=True)
class State:
    """What is known of the data at this run: its version, whether it is for demonstration, when it last answered.

    ``is_down`` says that the database does not answer, and that all this is from before.
    """

    version: str
    is_demo: bool
    seen: str
    is_down: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """What every remembered answer goes by, beside its own parameters. ``day`` is today's where none is chosen."""

    as_of: str
    day: str
    lang: Language
    role: str
    version: str


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings that the process was started with."""
    return Settings.from_environment()


@st.cache_resource(show_spinner=False, on_release=lambda graph: graph.close())
def graph() -> Graph:
    """The open graph, one for all visitors.

    Raises:
        DatabaseUnavailable: it can't be opened; the next run tries again.
    """
    return open_graph(settings())


@st.cache_resource(show_spinner=False)
def _last_seen() -> list[State]:
    return []


def state() -> State:
    """The state of the data now; where the database does not answer, the last one that was seen, marked as such.

    Raises:
        DatabaseUnavailable: it does not answer, and never has.
    """
    seen = _last_seen()
    try:
        found = graph()
        current = State(str(found.version()), found.is_demo(), dt.datetime.now(STOCKHOLM).isoformat())
    except DatabaseUnavailable:
        if not seen:
            raise
        return replace(seen[-1], is_down=True)
    seen[:] = [current]
    return current


class Data:
    """One page's view of the graph: a day, a language, a role, a version."""

    def __init__(self, key: Key) -> None:
        self.key = key

    def ask(self, question: str, /, **parameters: Value) -> Answer:
        """The answer to a question of the catalogue; empty parameters are as if not given.

        Raises:
            WrongUse: a parameter is unknown, missing or of the wrong form.
            DatabaseUnavailable: the database can't be reached and the answer was not asked for before.
        """
        return _ask(question, _given(parameters), self.key)

    def counted(self, question: str, /, **parameters: Value) -> tuple[int, int | None]:
        """How many rows answer a question, and how many they are counted among; raises as :meth:`ask`."""
        return _counted(question, _given(parameters), self.key)

    def notes(self) -> list[str]:
        """What must stand beside everything on the page, but for the notice on demonstration data."""
        return _notes(self.key)

    def flows(self) -> Counter[tuple[str, str]]:
        """How many open bottlenecks are owned by whom in which theme, as :func:`ansvarskarta.queries.flows.flows`."""
        return _flows(self.key)

    def who(self, text: str) -> Who:
        """Who owns the bottleneck that the text means. Raises as :func:`ansvarskarta.queries.who`."""
        return _who(text, self.key)

    def who_owns(self, bottleneck: str) -> Who:
        """Who owns the bottleneck of that id. Raises as :func:`ansvarskarta.queries.who_owns`."""
        return _who_owns(bottleneck, self.key)

    def node(self, id_: str) -> nodes.Node | None:
        """The node of that id."""
        return _node(id_, self.key)

    def links(self, id_: str) -> list[nodes.Link]:
        """Every relationship of a node."""
        return _links(id_, self.key)

    def path(self, start: str, end: str) -> list[str]:
        """The ids along the nearest way between two things on the day."""
        return _path(start, end, self.key)

    def stated_in(self, document: str) -> list[nodes.Statement]:
        """What rests on a document."""
        return _stated_in(document, self.key)

    def named(self, ids: Iterable[str]) -> dict[str, nodes.Named]:
        """The names of nodes by id."""
        return _named(tuple(sorted(set(ids))), self.key)

    def listed(self, label: str) -> list[nodes.Named]:
        """Every accepted node of a label, by name."""
        return _listed(label, self.key)

    def count(self, label: str) -> int:
        """How many accepted nodes of a label there are."""
        return _count(label, self.key)

    def is_empty(self) -> bool:
        """Whether there is nothing that was accepted."""
        return not any(self.count(table.label) for table in NODE_TABLES)

    def documents(self) -> list[nodes.Source]:
        """Every accepted document, the newest first."""
        return _documents(self.key)

    def own(self, cypher: str) -> own_cypher.Rows:
        """What a person's own reading statement returns; raises as :func:`ansvarskarta.queries.own_cypher.ask_own`."""
        return _own(cypher, self.key)

    def periods(self, target: str) -> list[Period]:
        """When anybody was responsible for a bottleneck or theme."""
        return _periods(target, self.key)

    def mandate_periods(self) -> list[MandatePeriod]:
        """When every mandate holds."""
        return _mandate_periods(self.key)

    def changes_of(self, id_: str) -> list[Change]:
        """What happened to a thing and its relationships, the latest first; empty where the record knows nothing."""
        return _changes_of(id_, self.key)

    def latest_writes(self, keys: Iterable[str]) -> dict[str, Load]:
        """The write that gave each row its content, by the row's identity."""
        return _latest_writes(tuple(sorted(keys)), self.key.version)

    def waiting(self) -> list[str]:
        """The identities of all proposals that wait, nodes first."""
        return _waiting(self.key.version)

    def writes(self) -> list[Load]:
        """All writes of the data, the latest first."""
        return _writes(self.key)

    def last_load(self) -> str:
        """When the data was last written, as a date in Sweden; empty where it never was."""
        writes = self.writes()
        return in_sweden(writes[0].at) if writes else ""


def _given(parameters: Mapping[str, Value]) -> Given:
    return tuple(sorted((name, value) for name, value in parameters.items() if value not in ("", ())))


@remembered
def _counted(question: str, given: Given, key: Key) -> tuple[int, int | None]:
    answer = _ask(question, given, key)
    return len(answer.rows), answer.of


@remembered
def _ask(question: str, given: Given, key: Key) -> Answer:
    parameters = {name: list(value) if isinstance(value, tuple) else value for name, value in given}
    return ask(graph(), question, parameters, as_of=key.as_of or None, lang=key.lang)


@remembered
def _notes(key: Key) -> list[str]:
    return cautions(graph(), graph().state(), key.day, key.lang)


@remembered
def _flows(key: Key) -> Counter[tuple[str, str]]:
    return flows(graph(), key.day, key.lang)


@remembered
def _who(text: str, key: Key) -> Who:
    return who(graph(), text, as_of=key.as_of or None, lang=key.lang)


@remembered
def _who_owns(bottleneck: str, key: Key) -> Who:
    return who_owns(graph(), bottleneck, as_of=key.as_of or None, lang=key.lang)


@remembered
def _node(id_: str, key: Key) -> nodes.Node | None:
    del key
    return nodes.node(graph(), id_)


@remembered
def _links(id_: str, key: Key) -> list[nodes.Link]:
    return nodes.links(graph(), id_, key.lang)


@remembered
def _path(start: str, end: str, key: Key) -> list[str]:
    return path(graph(), start, end, key.day)


@remembered
def _stated_in(document: str, key: Key) -> list[nodes.Statement]:
    return nodes.stated_in(graph(), document, key.lang)


@remembered
def _named(ids: tuple[str, ...], key: Key) -> dict[str, nodes.Named]:
    return nodes.named(graph(), ids, key.lang)


@remembered
def _listed(label: str, key: Key) -> list[nodes.Named]:
    return nodes.listed(graph(), label, key.lang)


@remembered
def _count(label: str, key: Key) -> int:
    del key
    return nodes.count_nodes(graph(), label)


@remembered
def _documents(key: Key) -> list[nodes.Source]:
    del key
    return nodes.sources(graph())


@remembered
def _own(cypher: str, key: Key) -> own_cypher.Rows:
    del key
    return own_cypher.ask_own(graph(), cypher)


@remembered
def _periods(target: str, key: Key) -> list[Period]:
    return periods(graph(), target, key.lang)


@remembered
def _mandate_periods(key: Key) -> list[MandatePeriod]:
    return mandate_periods(graph(), key.lang)


@remembered
def _changes_of(id_: str, key: Key) -> list[Change]:
    del key
    try:
        return history(graph(), id_)
    except WrongUse:
        return []


@remembered
def _latest_writes(keys: tuple[str, ...], version: str) -> dict[str, Load]:
    del version
    return latest_writes(graph(), keys)


@remembered
def _waiting(version: str) -> list[str]:
    del version
    return waiting(graph())


@remembered
def _writes(key: Key) -> list[Load]:
    del key
    return loads(graph())


def in_sweden(moment: str) -> str:
    """The date in Sweden of a moment in UTC."""
    return dt.datetime.fromisoformat(moment).astimezone(STOCKHOLM).date().isoformat()
