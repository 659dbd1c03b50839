"""The states that have a text of their own, on the start page, in the process itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.errors import DatabaseUnavailable
from ansvarskarta.graph.settings import Settings
from ansvarskarta.views import data
from ansvarskarta.views.web import PAGE_SCRIPT
from streamlit.testing.v1 import AppTest


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    for cache in (st.cache_data, st.cache_resource):
        cache.clear()
    yield
    for cache in (st.cache_data, st.cache_resource):
        cache.clear()


def shown(**query: str) -> str:
    page = AppTest.from_file(str(PAGE_SCRIPT), default_timeout=600)
    for name, value in query.items():
        page.query_params[name] = value
    page.run()
    assert not page.exception
    return "\n".join(element.proto.body for element in page.get("html"))


def test_an_unreachable_database_is_said_with_a_way_to_retry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANSVARSKARTA_GRAPH", "bolt://127.0.0.1:9")
    monkeypatch.setenv("ANSVARSKARTA_USER", "neo4j")
    monkeypatch.setenv("ANSVARSKARTA_PASSWORD", "hemligt")
    drawn = shown()
    assert "Databasen svarar inte, så sidan kan inte visas." in drawn
    assert "Försök igen" in drawn
    assert "hemligt" not in drawn


def test_an_empty_database_says_how_to_fill_it(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    with open_graph(Settings(home=home)):
        monkeypatch.setenv("ANSVARSKARTA_HOME", str(home))
        drawn = shown()
    stop_engine(folder_of(home))
    assert "Databasen är tom." in drawn
    assert "Demonstrationsdata" not in drawn


def test_what_was_seen_is_shown_with_its_time_while_the_database_is_away(
    monkeypatch: pytest.MonkeyPatch, demonstration_home: Path
) -> None:
    monkeypatch.setenv("ANSVARSKARTA_HOME", str(demonstration_home))
    assert "Svenska kraftnät" in shown(q="elnät Boden")

    def gone() -> None:
        raise DatabaseUnavailable("engine.gone", address="")

    monkeypatch.setattr(data, "graph", gone)
    drawn = shown(q="elnät Boden")
    assert "Databasen svarar inte. Du ser det som visades senast" in drawn
    assert "Svenska kraftnät" in drawn


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"as_of": "2023-02-30"}, "”2023-02-30” är inget datum. Sidan visar läget i dag."),
        ({"as_of": "2023-06-30"}, "Du ser läget den 30 juni 2023, inte läget i dag."),
        ({"as_of": "2199-01-01"}, "som ännu inte har varit"),
        ({"q": "xyzzy"}, "Ingen flaskhals passar med ”<bdi>xyzzy</bdi>”."),
        ({"q": "transmissionsnät saknas"}, "<strong>Ingen ägare</strong>"),
    ],
    ids=["no-date", "past", "future", "nothing-found", "no-owner"],
)
def test_each_state_has_its_own_text(
    monkeypatch: pytest.MonkeyPatch, demonstration_home: Path, query: dict[str, str], said: str
) -> None:
    monkeypatch.setenv("ANSVARSKARTA_HOME", str(demonstration_home))
    assert said in shown(**query)
