"""What is right and wrong with an installation: one finding a fact, each with a verdict and how to mend it."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.metadata import version

from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.folder import free_bytes
from ansvarskarta.graph.embedded.installation import find_installation
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import engine_status
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.link import Engine
from ansvarskarta.graph.schema import FOREIGN, SCHEMA, constraint_names
from ansvarskarta.graph.settings import Settings
from ansvarskarta.graph.transactions import Graph
from ansvarskarta.texts import Language, text

OLDEST_NEO4J = (5, 26)
_CLOCK_SECONDS = 60
_LITTLE_BYTES = 500_000_000


class Verdict(StrEnum):
    """How it stands: ``bad`` keeps the product from working."""

    GOOD = "good"
    ATTENTION = "attention"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact. ``key`` names its texts in ``texts/doctor.toml``; what is not good has a second on how to mend it."""

    key: str
    verdict: Verdict
    values: dict[str, object] = field(default_factory=dict)
    error: AnsvarskartaError | None = None

    def message(self, lang: Language) -> str:
        """The fact, in one sentence."""
        return self.error.message(lang) if self.error else text(f"doctor.{self.key}", lang, **self.values)

    def hint(self, lang: Language) -> str:
        """How to mend it; empty where there is nothing to mend."""
        if self.error:
            return self.error.hint(lang)
        return "" if self.verdict is Verdict.GOOD else text(f"doctor.{self.key}_hint", lang, **self.values)


def examine(settings: Settings) -> list[Finding]:
    """All findings. Starts the embedded engine where it does not run; changes nothing in the data."""
    findings = [_good("product", version=version("ansvarskarta"), python=sys.version.split()[0])]
    try:
        if settings.is_embedded:
            findings += _installation(settings)
        with open_graph(settings) as graph:
            findings += _graph(graph, settings)
    except AnsvarskartaError as error:
        findings.append(Finding(error.code, Verdict.BAD, error=error))
    return findings


def _good(key: str, **values: object) -> Finding:
    return Finding(key, Verdict.GOOD, values)


def _either(is_good: bool, good: str, otherwise: str, **values: object) -> Finding:  # noqa: FBT001  # it is the verdict
    return Finding(good if is_good else otherwise, Verdict.GOOD if is_good else Verdict.ATTENTION, values)


def _installation(settings: Settings) -> Iterator[Finding]:
    yield _good("engine_installed", version=find_installation().version)
    folder = folder_of(settings.home)
    yield _good("folder", folder=folder.root)
    if folder.root.exists():
        free = free_bytes(folder)
        yield _either(free > _LITTLE_BYTES, "disk", "disk_little", free=round(free / 1e6), folder=folder.root)


def _graph(graph: Graph, settings: Settings) -> Iterator[Finding]:
    examiners: list[Callable[[Graph], Iterator[Finding]]] = [_clock, _schema, _rights, _data, _foreign]
    yield from _running(settings) if graph.engine is Engine.EMBEDDED else _server(graph, settings)
    for examiner in examiners:
        yield from examiner(graph)


def _running(settings: Settings) -> Iterator[Finding]:
    status = engine_status(folder_of(settings.home))
    if status is not None:
        megabytes = round(status.memory / 1e6)
        yield _good("engine_running", address=status.address, memory=megabytes, clients=status.clients)


def _server(graph: Graph, settings: Settings) -> Iterator[Finding]:
    ((name, versions, edition),) = graph.read("CALL dbms.components() YIELD name, versions, edition")
    number = str(versions[0]) if isinstance(versions, list) else ""
    known = tuple(int(part) for part in number.split(".")[:2] if part.isdigit())
    yield _either(known >= OLDEST_NEO4J, "server", "server_old", name=name, version=number, edition=edition)
    ((user,),) = graph.read("SHOW CURRENT USER YIELD user RETURN user")
    yield _either(settings.reader_user is not None, "reader", "reader_missing", user=user)


def _clock(graph: Graph) -> Iterator[Finding]:
    before = dt.datetime.now(dt.UTC).timestamp()
    ((milliseconds,),) = graph.read("RETURN datetime().epochMillis")
    after = dt.datetime.now(dt.UTC).timestamp()
    seconds = round(float(str(milliseconds)) / 1000 - (before + after) / 2)
    yield _either(abs(seconds) <= _CLOCK_SECONDS, "clock", "clock_differs", seconds=seconds)


def _schema(graph: Graph) -> Iterator[Finding]:
    found = {str(row[0]) for row in graph.read("SHOW CONSTRAINTS YIELD name RETURN name")}
    missing = sorted(set(constraint_names()) - found)
    yield _either(not missing, "schema", "schema_incomplete", schema=SCHEMA, missing=", ".join(missing))


def _rights(graph: Graph) -> Iterator[Finding]:
    try:
        graph.hold(lambda _: None)  # takes the version node for writing, and lets it go as it was
    except AnsvarskartaError as error:
        yield Finding("writer", Verdict.BAD, error=error)
    else:
        yield _good("writer")


def _data(graph: Graph) -> Iterator[Finding]:
    ((loaded_at, loading, demo),) = graph.read(
        "MATCH (v:Ansvarskarta {key: 'graph'}) RETURN v.loaded_at, v.loading, coalesce(v.demo, false)"
    )
    ((nodes,),) = graph.read("MATCH (n:Entity) RETURN count(n)")
    yield _good("data", nodes=nodes, version=graph.version(), loaded_at=loaded_at or "-")
    if loading:
        yield Finding("load_cut_off", Verdict.ATTENTION, {"load": loading})
    if demo:
        yield Finding("demo", Verdict.ATTENTION)


def _foreign(graph: Graph) -> Iterator[Finding]:
    ((nodes,),) = graph.read(FOREIGN)
    yield _either(not nodes, "no_foreign", "foreign", nodes=nodes)
