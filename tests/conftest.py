"""Both engines for all tests, proof in the closing lines of which ran, and nothing left behind.

A test that takes ``graph`` runs once on each engine, each time on an empty graph. ``--engines embedded`` leaves the
other out. A module that loads once for all its tests takes ``any_graph`` in a fixture of its own, with ``wipe``.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.embedded.installation import find_installation
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load_demonstration
from engines import ENGINES, left_behind, wipe
from neo4j_server import NotToBeHad, neo4j_server
from pages_site import launched
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

RAN = pytest.StashKey[dict[str, str]]()
MISSING = pytest.StashKey[dict[str, str]]()
TOLD = pytest.StashKey[list[str]]()
# Fixtures that start an engine, a browser or an installation.
STARTS_SOMETHING = {
    "any_graph",
    "browser",
    "demonstration_home",
    "embedded_settings",
    "filled",
    "home",
    "neo4j_settings",
    "scratch",
    "server",
    "site",
    "wheel",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--engines", default=",".join(ENGINES), help="the engines that graph tests run on: embedded, neo4j"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[RAN] = {}
    config.stash[MISSING] = {}
    config.stash[TOLD] = []
    for name in [name for name in os.environ if name.startswith("ANSVARSKARTA_")]:
        if not name.startswith(("ANSVARSKARTA_TEST_", "ANSVARSKARTA_GRAPHS", "ANSVARSKARTA_CORPUS")):
            del os.environ[name]  # a developer's own graph is not for tests
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell without a terminal starts what is in its background so, and what tests start would heed no Ctrl-C.
        signal.signal(signal.SIGINT, signal.default_int_handler)


def chosen_engines(config: pytest.Config) -> list[str]:
    chosen = [name.strip() for name in str(config.getoption("--engines")).split(",")]
    if unknown := set(chosen) - set(ENGINES):
        raise pytest.UsageError(f"--engines knows {', '.join(ENGINES)}, not {', '.join(unknown)}")
    return chosen


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "any_graph" in metafunc.fixturenames:
        metafunc.parametrize("any_graph", chosen_engines(metafunc.config), indirect=True, scope="session")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Where workers share the tests, one has all those on Neo4j, which is slow to start and plans each statement once.

    Other tests of a file stay together, for they share what they started.
    """
    takes = {"neo4j_settings", "neo4j_graph"}.intersection(getattr(item, "fixturenames", ()))
    is_on_neo4j = takes or "neo4j" in item.nodeid.partition("[")[2]
    item.add_marker(pytest.mark.xdist_group("neo4j" if is_on_neo4j else item.path.name))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need nothing started go first: they take seconds, and say most."""
    items.sort(key=lambda item: bool(STARTS_SOMETHING.intersection(getattr(item, "fixturenames", ()))))


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist hands over what the closing lines say."""
    if hasattr(session.config, "workeroutput"):
        stash = session.config.stash
        session.config.workeroutput["closing"] = (stash[RAN], stash[MISSING], stash[TOLD])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """The controller of pytest-xdist takes it; a worker that crashed hands over nothing."""
    ran, missing, told = getattr(node, "workeroutput", {}).get("closing", ({}, {}, []))
    node.config.stash[RAN].update(ran)
    node.config.stash[MISSING].update(missing)
    node.config.stash[TOLD].extend(told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("engines")
    for engine in ENGINES:
        if engine in config.stash[RAN]:
            terminalreporter.line(f"{engine}: {config.stash[RAN][engine]}")
        else:
            reason = config.stash[MISSING].get(engine, "no test asked for it")
            terminalreporter.line(f"{engine}: NOT TRIED, {reason}")
    for line in config.stash[TOLD]:
        terminalreporter.line(line)


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Adds a line to the closing ones."""
    return request.config.stash[TOLD].append


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    os.environ["ANSVARSKARTA_HOME"] = str(tmp_path_factory.mktemp("no-such-home"))
    yield
    left = left_behind(tmp_path_factory.getbasetemp())
    assert left == [], "processes that tests started are left"


@pytest.fixture(scope="session")
def embedded_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    yield settings
    stop_engine(folder_of(settings.home))


@pytest.fixture(scope="session")
def neo4j_settings(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Settings]:
    try:
        with neo4j_server(tmp_path_factory.mktemp("neo4j") / "home") as server:
            home = tmp_path_factory.mktemp("neo4j-home")
            settings = Settings(graph=server.address, user=server.user, password=server.password, home=home)
            request.config.stash[RAN]["neo4j"] = server.source
            yield settings
    except NotToBeHad as missing:
        request.config.stash[MISSING]["neo4j"] = str(missing)
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI=true, and there is no Neo4j: {missing}")
        pytest.skip(f"no Neo4j: {missing}")


@pytest.fixture(scope="session")
def embedded(embedded_settings: Settings, request: pytest.FixtureRequest) -> Iterator[Graph]:
    with open_graph(embedded_settings) as graph:
        request.config.stash[RAN]["embedded"] = f"arcadedb-embedded {find_installation().version}"
        yield graph


@pytest.fixture(scope="session")
def neo4j_graph(neo4j_settings: Settings, request: pytest.FixtureRequest) -> Iterator[Graph]:
    with open_graph(neo4j_settings) as graph:
        ((name, versions, edition),) = graph.read("CALL dbms.components() YIELD name, versions, edition")
        source = request.config.stash[RAN]["neo4j"]
        newest = cast("list[str]", versions)[0]
        request.config.stash[RAN]["neo4j"] = f"{name} {newest} {edition}, from {source}"
        yield graph


@pytest.fixture(scope="session")
def any_graph(request: pytest.FixtureRequest) -> Graph:
    name = {"embedded": "embedded", "neo4j": "neo4j_graph"}[request.param]
    graph: Graph = request.getfixturevalue(name)
    return graph


@pytest.fixture
def graph(any_graph: Graph) -> Graph:
    wipe(any_graph)
    return any_graph


@pytest.fixture
def home(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A home of the test's own; the engine that it starts is ended afterwards."""
    request.config.stash[RAN]["embedded"] = f"arcadedb-embedded {find_installation().version}"
    yield tmp_path / "home"
    stop_engine(folder_of(tmp_path / "home"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a worker: Playwright runs but once in a thread."""
    with sync_playwright() as playwright:
        try:
            opened = launched(playwright)
        except PlaywrightError as missing:
            if os.environ.get("CI") == "true":
                pytest.fail(f"CI=true, and there is no browser: {missing}")
            pytest.skip(f"no browser: {missing}")
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def demonstration_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home whose embedded graph holds the demonstration data, for processes that only ask."""
    settings = Settings(home=tmp_path_factory.mktemp("demonstration"))
    with open_graph(settings) as graph:
        load_demonstration(graph, person="tests")
    yield settings.home
    stop_engine(folder_of(settings.home))
