"""What an editor does on the page Granska, in the process itself: adding what was missed, correcting, own proposals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from ansvarskarta.graph.changes import loads
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.proposals import accept, proposals
from ansvarskarta.graph.settings import Settings
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import READER_VERSION
from ansvarskarta.loaders.loading import load
from engines import wipe
from streamlit.testing.v1 import AppTest

DECISION = """Uppdrag om elnät

Regeringens beslut

Regeringen uppdrar åt Statens energimyndighet att kartlägga elnätet i Norrbottens län. Arbetet görs sida vid sida med
Boverket. Uppdraget ska slutredovisas senast den 30 juni 2027.
"""
ACTORS = "id,name,type\nagency:boverket,Boverket,agency\nagency:skolverket,Skolverket,agency\n"
SCRIPT = Path(__file__).with_name("review_script.py")
MANDATE = "mandate:uppdrag-om-elnat"
ENERGY = f"GIVEN_TO|{MANDATE}|agency:energimyndigheten|"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("reviewing") / "home"
    yield home
    stop_engine(folder_of(home))


@pytest.fixture
def graph(home: Path, tmp_path: Path) -> Iterator[Graph]:
    """A graph with two agencies."""
    (tmp_path / "actors.csv").write_text(ACTORS, encoding="utf-8")
    with open_graph(Settings(home=home)) as opened:
        wipe(opened)
        load(opened, [tmp_path / "actors.csv"], person="prov")
        yield opened


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, home: Path, graph: Graph) -> AppTest:
    """The page with the decision opened and all of it stored; its visitor is an editor, and not the only one."""
    assert proposals(graph) == []
    for cache in (st.cache_data, st.cache_resource):
        cache.clear()
    monkeypatch.setenv("ANSVARSKARTA_HOME", str(home))
    monkeypatch.setenv("ANSVARSKARTA_EDITORS", "Eva,Bo")
    page = AppTest.from_file(SCRIPT, default_timeout=60).run()
    page.file_uploader[0].set_value(("beslut.txt", DECISION.encode(), "text/plain"))
    page.run().button(key="review.store").click().run()
    return page


def said(page: AppTest) -> str:
    assert not page.exception
    return "\n".join(element.proto.body for element in page.get("html"))


def press(page: AppTest, label: str) -> str:
    next(button for button in page.button if button.label == label).click()
    return said(page.run())


def labels(page: AppTest) -> str:
    return " ".join(button.label for button in page.button)


def add(page: AppTest, words: str, says: str) -> None:
    page.text_input(key="review-words").set_value(words).run()
    next(one for one in page.selectbox if one.label == "Vad orden säger").select(says).run()


def correct(page: AppTest, key: str, column: str, value: str) -> str:
    page.selectbox(key="review-correct").select(f"{key}|proposed").run()
    field = f"review-correct-{key}|proposed-{column}"
    choices = [one for one in page.selectbox if one.key == field]
    (choices[0] if choices else page.text_input(key=field)).set_value(value).run()
    return said(page)


def decide(page: AppTest, key: str, button: str) -> str:
    page.checkbox(key=f"review-{key}|proposed").check()
    return press(page, button)


def rows(graph: Graph) -> dict[str, Row]:
    return {one.key.removesuffix("|proposed"): one.row for one in proposals(graph)}


def test_marked_words_become_the_reviewers_proposal(page: AppTest, graph: Graph) -> None:
    add(page, "sida vid  sida med boverket", "cooperates_with")
    assert "Förslaget är tillagt." in press(page, "Lägg till som förslag")
    row = rows(graph)[f"COOPERATES_WITH|{MANDATE}|agency:boverket|"]
    assert row["quote"] == "sida vid sida med Boverket"
    assert (row["locator"], row["confidence"]) == ("sida 1, stycke 2, tecken 138–164", "proposed")
    assert "agency:boverket" not in rows(graph)  # the graph has it already
    assert page.text_input(key="review-words").value == ""
    latest = loads(graph)[0]
    assert (latest.person, latest.note) == ("Eva", f"Tillagt vid granskning. Läsarens version är {READER_VERSION}.")
    assert '<span data-from="138">sida vid sida med Boverket</span></mark>' in said(page)
    assert "Föreslaget av <bdi>Eva</bdi>" in said(page)


def test_a_day_that_was_missed_and_words_that_are_not_there(page: AppTest, graph: Graph) -> None:
    page.text_input(key="review-words").set_value("den 1 juli").run()
    assert "De orden står inte i beslutet." in said(page)
    add(page, "den 30 juni 2027", "end")
    press(page, "Lägg till som förslag")
    assert (rows(graph)[MANDATE]["valid_to"], rows(graph)[MANDATE]["report_due"]) == ("2027-06-30", ["2027-06-30"])


def test_another_actor_takes_the_place_of_the_one_that_was_read(page: AppTest, graph: Graph) -> None:
    correct(page, ENERGY, "end", "agency:skolverket")
    assert "Rättelsen är sparad som förslag." in press(page, "Spara rättelsen")
    assert ENERGY not in rows(graph)
    assert rows(graph)[f"GIVEN_TO|{MANDATE}|agency:skolverket|"]["quote"]
    assert f"Förslaget kom från Eva, med läsaren {READER_VERSION}." in loads(graph)[0].note
    assert "Allt som lästes ut finns redan, väntar redan eller har avvisats förut." in said(page)
    press(page, "Ångra")
    assert ENERGY in rows(graph)
    assert f"GIVEN_TO|{MANDATE}|agency:skolverket|" not in rows(graph)


def test_a_value_is_corrected_through_the_checks_of_tables(page: AppTest, graph: Graph) -> None:
    correct(page, MANDATE, "valid_to", "30 juni")
    assert "30 juni" in press(page, "Spara rättelsen")
    assert rows(graph)[MANDATE]["valid_to"] is None
    correct(page, MANDATE, "valid_to", "2027-06-30")
    correct(page, MANDATE, "kind", "agreement")
    press(page, "Spara rättelsen")
    assert (rows(graph)[MANDATE]["valid_to"], rows(graph)[MANDATE]["kind"]) == ("2027-06-30", "agreement")


def test_what_was_corrected_is_not_proposed_again_once_it_is_accepted(page: AppTest, graph: Graph) -> None:
    correct(page, MANDATE, "report_due", "2027-07-31")
    press(page, "Spara rättelsen")
    accept(graph, [one.key for one in proposals(graph)], "Bo")
    assert "Allt som lästes ut finns redan, väntar redan eller har avvisats förut." in said(page.run())
    assert "nya förslag" not in labels(page)


def test_nobody_accepts_their_own_where_there_is_another(page: AppTest, graph: Graph) -> None:
    correct(page, MANDATE, "valid_to", "2027-06-30")
    press(page, "Spara rättelsen")
    assert "Du har själv lagt förslaget" in decide(page, MANDATE, "Godta")
    assert rows(graph)[MANDATE]["valid_to"] == "2027-06-30"


def test_what_speaks_against_the_graph_is_said_before_anything_is_accepted(page: AppTest, graph: Graph) -> None:
    page.checkbox(key="review-every").check()
    press(page, "Godta")
    assert rows(graph) == {}
    assert loads(graph)[0].note == f"Eva, med läsaren {READER_VERSION}"
    add(page, "Boverket", "given_to")
    assert "säger emot det som gäller" in press(page, "Lägg till som förslag")
    assert "Uppdraget har redan getts till Statens energimyndighet." in said(page)
    correction = correct(page, f"GIVEN_TO|{MANDATE}|agency:boverket|", "end", "agency:energimyndigheten")
    assert correction.count("Uppdraget har redan getts till Statens energimyndighet.") == 1
    press(page, "Ångra")
    assert rows(graph) == {}


def test_other_content_names_the_rows_that_rested_on_the_old_one(page: AppTest) -> None:
    page.checkbox(key="review-every").check()
    press(page, "Godta")
    other = DECISION.replace("Statens energimyndighet", "Skolverket")
    page.file_uploader[0].set_value(("beslut.txt", other.encode(), "text/plain"))
    drawn = said(page.run())
    assert "Texten är en annan än den som" in drawn
    gone = "läses inte ur den nya texten; kontrollera raden"
    assert f"<bdi>Uppdrag om elnät – Statens energimyndighet</bdi>: {gone}" in drawn
    assert "<bdi>Uppdrag om elnät – Norrbottens län</bdi>: läses även ur den nya texten" in drawn


def test_what_an_accepted_mandate_may_concern_is_suggested_and_no_more(
    page: AppTest, graph: Graph, tmp_path: Path
) -> None:
    assert "förslag om vad uppdraget rör" not in labels(page)
    table = tmp_path / "bottlenecks.csv"
    table.write_text("id,name,severity,status\nbottleneck:net,Kartlägga elnätet,3,open\n", encoding="utf-8")
    load(graph, [table], person="prov")
    page.run().checkbox(key="review-every").check()
    press(page, "Godta")
    assert "Spara 2 förslag om vad uppdraget rör och vem som då äger vad" in labels(page)
    assert rows(graph) == {}
    press(page, "Spara 2 förslag om vad uppdraget rör och vem som då äger vad")
    duty = rows(graph)[f"RESPONSIBLE_FOR|agency:energimyndigheten|bottleneck:net||owner|{MANDATE}"]
    assert (duty["confidence"], duty["scope"]) == ("proposed", ["county:25"])
    assert rows(graph)[f"CONCERNS|{MANDATE}|bottleneck:net|"]["confidence"] == "proposed"
