"""Answers on the demonstration data, on both engines, with the rows written out."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.values import texts
from ansvarskarta.queries import ask, catalogue, who, who_owns
from ansvarskarta.queries.flows import NOBODY, flows
from ansvarskarta.queries.nodes import listed
from ansvarskarta.texts import Language

DAY = "2026-11-24"
GRID = "bottleneck:grid-capacity-lulea-boden"


@pytest.mark.parametrize(
    "text",
    [
        "elnät Boden",
        "elnätet i Boden",
        "ELNAT boden",
        "boden elnät",
        "elnett Boden",
        "Vem äger elnätet i Boden?",
        "grid Boden",
        GRID,
    ],
)
def test_who_finds_the_grid_however_it_is_typed(demonstrated: Graph, text: str) -> None:
    found = who(demonstrated, text, as_of=DAY)
    assert found.chosen is not None
    assert found.chosen.id == GRID
    assert [owner.actor for owner in found.owners] == ["agency:svenska-kraftnat"]


def test_the_others_are_listed_after_the_best(demonstrated: Graph) -> None:
    found = who(demonstrated, "elnät Boden", as_of=DAY)
    assert found.hits[0].id == GRID
    assert len(found.hits) > 1


def test_the_sentence_says_owner_since_until_mandate_document_and_paragraph(demonstrated: Graph) -> None:
    said = who(demonstrated, "elnät Boden", as_of=DAY).sentence(Language.SV)
    assert said == (
        "Den 24 november 2026 ägs ”Överföringskapacitet till Luleå och Boden” av Svenska kraftnät, från och med "
        "1 januari 2008, inget slutdatum angivet i källan, enligt Svenska kraftnäts instruktion (SFS 2007:1119); "
        "uttryckt i ”Beskedet: Gröna satsningar blir utan el” (TN), stycke 3–4. Demonstrationsdata, inte ett register."
    )


def test_no_owner_is_an_answer(demonstrated: Graph) -> None:
    said = who_owns(demonstrated, "bottleneck:lulea-boden-double-track", as_of=DAY).sentence(Language.SV)
    assert said == (
        "Ingen ägare: ”Finansiering av dubbelspår Luleå–Boden” ägs inte direkt av någon den 24 november 2026. Den "
        "ägdes senast av Trafikverket, till och med 31 december 2024. Uppslag, inte ägare: Trafikverket (temat "
        "Transportinfrastruktur). Demonstrationsdata, inte ett register."
    )


def test_equal_hits_are_listed_and_not_guessed(demonstrated: Graph) -> None:
    found = who(demonstrated, "brist", as_of=DAY)
    assert found.chosen is None
    assert len(found.equal) >= 2
    assert found.owners == ()
    assert found.sentence(Language.SV).startswith("Flera flaskhalsar passar ungefär lika bra; välj en av dem: ")


def test_nothing_found_is_said(demonstrated: Graph) -> None:
    found = who(demonstrated, "xyzzy", as_of=DAY)
    assert (found.hits, found.chosen) == ((), None)


def test_a_place_alone_finds_the_place_first(demonstrated: Graph) -> None:
    rows = ask(demonstrated, "search", {"text": "Boden"}, as_of=DAY).rows
    assert (rows[0]["id"], rows[0]["score"]) == ("municipality:2582", 1.0)


def test_a_register_number_finds_its_mandate_first(demonstrated: Graph) -> None:
    rows = ask(demonstrated, "search", {"text": "KN2023/04630", "limit": "5"}, as_of=DAY).rows
    assert "mandate:KN2023-04630" in [row["id"] for row in rows if row["score"] == 1.0]


def test_an_answer_as_json_has_what_others_rely_on(demonstrated: Graph) -> None:
    answer = ask(demonstrated, "no_owner", {"theme": "theme:energy"}, as_of=DAY).as_json()
    version = answer.pop("data_version")
    rows = answer.pop("rows")
    assert version == str(demonstrated.version())
    assert answer == {
        "question": "no_owner",
        "as_of": DAY,
        "parameters": {"theme": "theme:energy"},
        "of": 11,
        "truncated": False,
        "columns": list(catalogue()["no_owner"].column_names),
        "notice": ["Demonstrationsdata, inte ett register"],
    }
    assert isinstance(rows, list)
    assert len(rows) == 6


def test_succession_counts_the_days_without_a_mandate(demonstrated: Graph) -> None:
    rows = ask(demonstrated, "succession", {"mandate": "mandate:KN2023-03505"}, as_of=DAY).rows
    assert [(row["mandate"], row["valid_from"], row["gap_days"]) for row in rows] == [
        ("mandate:N2020-03132", "2020-12-17", None),
        ("mandate:samordnare-2022-12", "2022-12-15", 14),
        ("mandate:KN2023-03505", "2023-06-30", 0),
        ("mandate:KN2023-04630", "2024-01-01", 0),
    ]


def test_a_day_after_everything_is_answered_with_a_note(demonstrated: Graph) -> None:
    notes = ask(demonstrated, "cycles", as_of="2199-01-01", lang=Language.EN).notes
    assert notes[0] == "Demonstration data, not a register"
    said = "1 January 2199 lies after every day on which anything in the database begins, ends or is due; the last is "
    assert notes[1].startswith(said)


@pytest.mark.parametrize(
    ("question", "given", "code", "nearest"),
    [
        ("no_ownr", {}, "asking.unknown_question", "no_owner"),
        ("who_owns", {"bottleneck": "bottleneck:grid-capacity-lulea"}, "asking.unknown_id", GRID),
        ("who_owns", {"bottleneck": "agency:trafikverket"}, "asking.wrong_label", "bottleneck:"),
    ],
)
def test_wrong_use_names_the_nearest(
    demonstrated: Graph, question: str, given: dict[str, object], code: str, nearest: str
) -> None:
    with pytest.raises(WrongUse) as caught:
        ask(demonstrated, question, given)
    assert caught.value.code == code
    assert nearest in caught.value.hint(Language.SV)


@pytest.mark.parametrize("day", ["2022-12-20", "2026-11-24"])
def test_the_overview_counts_what_a_list_of_all_bottlenecks_says(demonstrated: Graph, day: str) -> None:
    every = [one.id for one in listed(demonstrated, "Bottleneck", Language.SV)]
    expected: Counter[tuple[str, str]] = Counter()
    for row in ask(demonstrated, "owners_of", {"ids": every}, as_of=day).rows:
        if row["bottleneck"]:
            expected.update(product(texts(row["owners"]) or [NOBODY], texts(row["themes"])))
    assert flows(demonstrated, day, Language.SV) == expected
    assert expected[NOBODY, "theme:energy"] > 0
