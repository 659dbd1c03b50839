"""One name for each body, whatever it is called in a text."""

from __future__ import annotations

import pytest
from ansvarskarta.loaders.decisions.gazetteer import counties, entries, municipalities
from ansvarskarta.loaders.decisions.gazetteer.find import find
from ansvarskarta.loaders.decisions.gazetteer.tokens import tokens


def named(text: str) -> list[str]:
    return [mention.name for mention in find(text, tokens(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Verket för innovationssystem", ["Vinnova"]),
        ("Energimyndighetens arbete", ["Statens energimyndighet"]),
        ("SKL:s avtal", ["Sveriges Kommuner och Regioner"]),
        ("Sveriges Kommuner och Landsting (SKL)", ["Sveriges Kommuner och Regioner"]),
        ("Polis-myndigheten och Social-departementet", ["Polismyndigheten", "Socialdepartementet"]),
        ("Näringsdepartemetet", ["Näringsdepartementet"]),
        ("Klimat- och näringslivsdepartementet", ["Klimat- och näringslivsdepartementet"]),
        ("Stockholms läns landsting", ["Region Stockholm"]),
        ("Länsstyrelsen Östergötland", ["Länsstyrelsen i Östergötlands län"]),
        ("Göteborgs stad och Falu kommun", ["Göteborgs kommun", "Falu kommun"]),
        ("Myndigheten för trafikpolitiska analyser samt", ["Myndigheten för trafikpolitiska analyser"]),
        ("Luleå Hamn AB", ["Luleå Hamn AB"]),
        ("Myndigheten för samhällsskydd och beredskap och andra", ["Myndigheten för samhällsskydd och beredskap"]),
        ("Utbildnings- och Näringsdepartementet", ["Utbildningsdepartementet", "Näringsdepartementet"]),
        ("myndigheten, Myndigheten och verket", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_all_counties_and_municipalities_are_there() -> None:
    assert (len(counties()), len(municipalities())) == (21, 290)
    assert {place.code[:2] for place in municipalities()} == {county.code for county in counties()}


def test_no_two_bodies_share_a_name_or_an_id() -> None:
    names = [name for entry in entries() for name in (entry.name, *entry.aliases)]
    ids = [entry.id for entry in entries()]
    assert sorted({name for name in names if names.count(name) > 1}) == []
    assert sorted({id_ for id_ in ids if ids.count(id_) > 1}) == []
