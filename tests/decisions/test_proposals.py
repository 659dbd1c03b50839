"""A reading as rows: tied to what the graph has, asked where two fit, new where nobody does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ansvarskarta.graph.model import TABLE_BY_NAME, RelationshipTable
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Reading, proposals, write_tables
from ansvarskarta.loaders.decisions.linking import How, Linker
from ansvarskarta.texts import Language

Read = Callable[[str], Reading]
ACTORS: list[Row] = [
    {"id": "agency:bv", "name": "Boverket", "aliases": ["Byggverket"], "org_number": "202100-3989"},
    {"id": "agency:stem", "name": "Energimyndigheten"},
    {"id": "company:hamn-1", "name": "Norra Hamnbolaget AB"},
    {"id": "company:hamn-2", "name": "Norra Hamnbolagen AB"},
    {"id": "company:gruva", "name": "Stora Gruvföretaget i Norr AB"},
    {"id": "association:a", "name": "Framtidsrådet"},
    {"id": "association:b", "name": "Rådet", "aliases": ["Framtidsrådet"]},
    {"id": "association:c", "name": "Nordrådet"},
    {"id": "association:d", "name": "Nordrådet"},
]


@pytest.mark.parametrize(
    ("name", "number", "how", "id_"),
    [
        ("Boverket", None, How.NAME, "agency:bv"),
        ("Byggverket", None, How.ALIAS, "agency:bv"),
        ("Plan- och byggmyndigheten", "2021003989", How.ORG_NUMBER, "agency:bv"),
        ("Statens energimyndighet", None, How.ALIAS, "agency:stem"),
        ("Stora Gruvföretaget i Norr  AB.", None, How.ALIKE, "company:gruva"),
        ("Norra Hamnbolage AB", None, How.QUESTION, None),
        ("Nordrådet", None, How.QUESTION, None),
        ("Framtidsrådet", None, How.NAME, "association:a"),
        ("Helt Nya Bolaget AB", None, How.NEW, "company:new"),
    ],
)
def test_names_are_tied(name: str, number: str | None, how: How, id_: str | None) -> None:
    link = Linker({"actors": ACTORS}).link(name, org_number=number, new_id="company:new")
    assert (link.how, link.id) == (how, id_)


def test_two_that_fit_equally_are_a_question_and_no_row(read: Read) -> None:
    found = proposals(
        [read("# Uppdrag\n\nRegeringen uppdrar åt Boverket att samverka med Norra Hamnbolage AB.")], {"actors": ACTORS}
    )
    assert found.rows["cooperates_with"] == []
    (question,) = found.questions
    assert question.candidates == ("company:hamn-1", "company:hamn-2")


def test_every_row_is_proposed_with_its_place_and_words(seed: Reading) -> None:
    found = proposals([seed])
    for table, rows in found.rows.items():
        for row in rows:
            assert row["confidence"] == "proposed"
            assert str(row["locator"]).startswith("sida ")
            assert len(str(row["quote"])) <= 300
            assert str(row["quote"]) in seed.text
        assert len(found.evidence[table]) == len(rows)
    (document,) = found.rows["documents"]
    assert document["sha256"] == seed.sha256


def test_a_quote_that_is_cut_is_cut_between_words(seed: Reading) -> None:
    rows = proposals([seed]).rows
    words = set(seed.text.split())
    quotes = [str(row["quote"]).split() for name in ("funded_by", "given_to") for row in rows[name]]
    assert [quote[0] for quote in quotes if quote[0] not in words] == []
    assert [quote[-1] for quote in quotes if quote[-1] not in words] == []


def test_rows_refer_only_to_what_is_there(seed: Reading) -> None:
    found = proposals([seed])
    ids = {row["id"] for rows in found.rows.values() for row in rows if "id" in row}
    for table, rows in found.rows.items():
        if isinstance(TABLE_BY_NAME[table], RelationshipTable):
            assert {row["start"] for row in rows} | {row["end"] for row in rows} <= ids


def test_what_the_graph_has_already_is_not_written(seed: Reading, tmp_path: Path) -> None:
    first = proposals([seed])
    existing = {table: [{**row, "confidence": "stated"} for row in rows] for table, rows in first.rows.items()}
    write_tables(seed, tmp_path, existing)
    assert list(tmp_path.iterdir()) == []


def test_an_extension_proposes_the_new_last_day_and_keeps_the_rest(read: Read, tmp_path: Path) -> None:
    existing: dict[str, list[Row]] = {
        "mandates": [
            {"id": "mandate:x", "name": "Uppdraget", "kind": "assignment", "reference": "A2022/00333",
             "valid_from": "2022-02-03", "valid_to": "2024-12-31", "report_due": None}
        ]
    }  # fmt: skip
    reading = read(
        "# Förlängning av uppdrag till Boverket\n\nRegeringen förlänger Boverkets uppdrag att bygga (A2022/00333). "
        "Uppdraget förlängs till och med den 31 december 2026."
    )
    write_tables(reading, tmp_path, existing)
    lines = (tmp_path / "mandates.csv").read_text(encoding="utf-8").splitlines()
    (altered,) = [line for line in lines if line.startswith("mandate:x,")]
    assert "2022-02-03" in altered
    assert "2026-12-31" in altered
    assert "A2022/00333" in altered


def test_funding_without_anybody_is_a_question(read: Read) -> None:
    found = proposals(
        [read("# Uppdrag\n\nRegeringen uppdrar åt Boverket att bygga.\n\nKostnaden belastar anslaget 1:2 Hus.")]
    )
    assert found.rows["funded_by"] == []
    (question,) = found.questions
    assert question.field == "funding"
    assert question.text(Language.SV) == (
        "beslut.md: Texten säger inte vem som disponerar anslag 1:2 Hus, så ingen rad föreslås för det."
    )


def test_a_decision_that_another_cites_keeps_its_own_row(read: Read) -> None:
    citing = read(
        "# Uppdrag till Boverket\n\nDiarienummer: A2024/00001\n\nRegeringen uppdrar åt Boverket att bygga och beakta "
        "uppdraget till Lantmäteriet (A2023/00007)."
    )
    cited = read(
        "# Uppdrag till Lantmäteriet\n\nDiarienummer: A2023/00007\n\nRegeringen uppdrar åt Lantmäteriet att mäta."
    )
    mandates = {row["id"]: row for row in proposals([citing, cited]).rows["mandates"]}
    assert mandates["mandate:A2023-00007"]["name"] == "Uppdrag till Lantmäteriet"
