"""The decision that the project comes from gives everything that it contains, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.proposals import accept, proposals
from ansvarskarta.graph.snapshot import read_all
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Reading, concerns, write_tables
from ansvarskarta.loaders.decisions.intake import document_from
from ansvarskarta.loaders.decisions.tables import write_rows
from ansvarskarta.loaders.loading import load
from ansvarskarta.queries import ask
from ansvarskarta.texts import Language

MANDATE = "mandate:uppdrag-till-samordnare-for-naringslivets-hallbara-omstallni"
KN = "Klimat- och näringslivsdepartementet"
LI = "Landsbygds- och infrastrukturdepartementet"


def test_every_field(seed: Reading) -> None:
    found = seed.as_json()
    found.pop("evidence")
    purse = {
        "expenditure_area": "1 Rikets styrelse",
        "appropriation": "4:1 Regeringskansliet m.m.",
        "item": "1 Till Regeringskansliets disposition",
        "amount_sek": None,
    }
    assert found == {
        "title": "Uppdrag till samordnare för näringslivets hållbara omställning och samhällsomvandlingen i "
        "Norrbottens och Västerbottens län",
        "register_numbers": [],
        "decision_date": None,
        "report_due": ["2023-06-30"],
        "issuer": "Regeringen",
        "given_to": ["samordnare"],
        "cooperates_with": [
            "Region Norrbotten",
            "Region Västerbotten",
            "Länsstyrelsen i Norrbottens län",
            "Länsstyrelsen i Västerbottens län",
            "Tillväxtverket",
        ],
        "consults": [
            "Trafikverket",
            "Naturvårdsverket",
            "Arbetsförmedlingen",
            "Statens energimyndighet",
            "Statens skolverk",
            "Myndigheten för yrkeshögskolan",
            "Vinnova",
        ],
        "reports_to": [KN],
        "considers": ["N2022/00781", "Fi2022/01968"],
        "continues": ["N2020/03132"],
        "counties": ["Norrbottens län", "Västerbottens län"],
        "municipalities": [],
        "funding": [
            purse | {"actor": "Näringsdepartementet", "share": None, "from": None, "to": "2022-12-31"},
            purse | {"actor": KN, "share": 0.5, "from": "2023-01-01", "to": None},
            purse | {"actor": LI, "share": 0.5, "from": "2023-01-01", "to": None},
        ],
        "extract_to": [
            "Statsrådsberedningen",
            "Finansdepartementet",
            "Utbildningsdepartementet",
            "Miljödepartementet",
            "Arbetsmarknadsdepartementet",
            "Infrastrukturdepartementet",
        ],
        "kind": "assignment",
        "groups": ["berörda kommuner", "andra myndigheter", "näringslivet", "andra berörda aktörer"],
        "authorised": "statsrådet Busch",
        "start": None,
        "end": None,
        "language": "sv",
    }


PLACES = {
    ("given_to", "samordnare"): (1, 2, "samordnare"),
    ("cooperates_with", "Länsstyrelsen i Norrbottens län"): (1, 3, "länsstyrelserna i Norrbottens"),
    ("consults", "Vinnova"): (1, 3, "Verket för innovationssystem"),
    ("considers", "Fi2022/01968"): (2, 4, "Fi2022/01968"),
    ("report_due", "2023-06-30"): (2, 5, "30 juni 2023"),
    ("reports_to", KN): (2, 5, KN),
    ("authorised", "statsrådet Busch"): (2, 7, "statsrådet Busch"),
}


@pytest.mark.parametrize("value", PLACES)
def test_each_value_rests_on_words_of_the_text(seed: Reading, value: tuple[str, str]) -> None:
    evidence = seed.evidence_of(*value)
    assert evidence is not None
    assert (evidence.page, evidence.paragraph, evidence.quote) == PLACES[value]
    assert seed.text[evidence.start : evidence.end] == evidence.quote


def test_people_are_no_actors(seed: Reading) -> None:
    actors = [*seed.given_to, *seed.cooperates_with, *seed.consults, *seed.reports_to]
    assert not [actor for actor in actors if "Busch" in actor or "Larsson" in actor]


BOTTLENECK = "bottleneck:overlamning"
TABLES = {
    "themes.csv": "id,name\ntheme:samordning,Samordning\n",
    "bottlenecks.csv": f"id,name,severity,status\n{BOTTLENECK},Överlämning av samordningsarbetet,3,open\n",
}


@pytest.fixture
def accepted_seed(seed: Reading, graph: Graph, tmp_path: Path) -> Graph:
    """A graph with one bottleneck and all that the decision proposes, accepted."""
    (tmp_path / "own").mkdir()
    for name, table in TABLES.items():
        (tmp_path / "own" / name).write_text(table, encoding="utf-8")
    load(graph, [tmp_path / "own"], person="editor")
    found = write_tables(seed, tmp_path / "rows", read_all(graph))
    assert found.questions == []
    load(graph, [tmp_path / "rows"], person="editor")
    assert rows(graph, "reports_due", "2023-05-01") == []
    accept_all(graph)
    return graph


def accept_all(graph: Graph) -> None:
    accept(graph, [proposal.key for proposal in proposals(graph)], "reviewer")


def rows(graph: Graph, question: str, day: str, **parameters: str) -> list[dict[str, object]]:
    return [dict(row) for row in ask(graph, question, parameters, as_of=day, lang=Language.SV).rows]


def test_once_accepted_it_answers_when_reports_are_due_and_who_pays(accepted_seed: Graph) -> None:
    assert [row["due"] for row in rows(accepted_seed, "reports_due", "2023-05-01")] == ["2023-06-30"]
    paid = rows(accepted_seed, "funding", "2023-05-01")
    assert sorted((str(row["actor"]), row["share"]) for row in paid) == [
        ("ministry:klimat-naringsliv", 0.5),
        ("ministry:landsbygd-infrastruktur", 0.5),
    ]


def test_once_accepted_it_answers_what_followed_what(accepted_seed: Graph) -> None:
    passed_on = {row["mandate"] for row in rows(accepted_seed, "succession", "2023-05-01", mandate=MANDATE)}
    assert passed_on == {MANDATE, "mandate:N2020-03132"}


DECISION = Path(__file__).parent / "documents" / "samordnare-norrbotten-vasterbotten-2022.txt"


def test_names_of_bodies_places_and_common_words_suggest_nothing(seed: Reading) -> None:
    names = {
        "a": "Arbetstillstånd för uppsagda",  # Arbetsförmedlingen
        "b": "Elnät och energi",  # Statens energimyndighet
        "c": "Kön till regionnätet",
        "d": "Bostäder i Gällivare",
        "e": "Bostäder i Norrbotten",
        "f": "Strukturella hinder för industrins omställning",
    }
    existing: dict[str, list[Row]] = {"bottlenecks": [{"id": id_, "name": name} for id_, name in names.items()]}
    found = concerns(document_from(DECISION.read_bytes(), DECISION.name), seed, MANDATE, existing)
    assert [row["end"] for row in found.rows["concerns"]] == ["e", "f"]
    assert str(found.rows["concerns"][0]["locator"]).startswith("sida 2, stycke 8, tecken ")


def test_once_accepted_it_suggests_who_owns_what_by_it(seed: Reading, accepted_seed: Graph, tmp_path: Path) -> None:
    suggested = concerns(document_from(DECISION.read_bytes(), DECISION.name), seed, MANDATE, read_all(accepted_seed))
    (duty,) = [row for row in suggested.rows["responsible_for"] if row["end"] == BOTTLENECK]
    assert (duty["role"], duty["confidence"]) == ("contributor", "proposed")
    assert "överlämning och avslut av samordningsarbetet" in str(duty["quote"])
    assert rows(accepted_seed, "who_owns", "2023-05-01", bottleneck=BOTTLENECK) == []
    write_rows({"responsible_for": [{**duty, "role": "owner"}]}, tmp_path / "duty")
    load(accepted_seed, [tmp_path / "duty"], person="editor")
    accept_all(accepted_seed)
    owners = [row["actor"] for row in rows(accepted_seed, "who_owns", "2023-05-01", bottleneck=BOTTLENECK)]
    assert owners == [duty["start"]]
