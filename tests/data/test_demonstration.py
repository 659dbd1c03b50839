"""The demonstration data: its quotes are the decision's own words, its aliases tell actors apart."""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter

import pytest
from ansvarskarta.graph.model import TABLE_BY_NAME, TABLES, RelationshipTable
from ansvarskarta.loaders.demonstration import demonstration

DECISION = "document:ud-2022-12-15"
DECISION_TEXT = demonstration().parent / "beslut" / "samordnare-norrbotten-vasterbotten-2022.txt"
TABLE_NAMES = sorted(path.stem for path in demonstration().glob("*.csv"))


def rows(table: str) -> list[dict[str, str]]:
    content = (demonstration() / f"{table}.csv").read_bytes().decode("utf-8")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def folded_decision() -> str:
    return " ".join(DECISION_TEXT.read_text("utf-8").split())


def resting_on_the_decision(table: str) -> list[dict[str, str]]:
    return [row for row in rows(table) if row["document"] == DECISION]


def test_the_decision_carries_88_relationships_and_37_nodes() -> None:
    counted = Counter(
        isinstance(TABLE_BY_NAME[table], RelationshipTable)
        for table in TABLE_NAMES
        for _ in resting_on_the_decision(table)
    )
    assert counted == {True: 88, False: 37}


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_every_row_that_rests_on_the_decision_quotes_it_word_for_word(table: str) -> None:
    text = folded_decision()
    for row in resting_on_the_decision(table):
        assert row["quote"], row
        assert row["quote"] in text, row
        assert len(row["quote"]) <= 300, row
        assert row["locator"], row


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_no_row_that_rests_on_another_document_carries_a_quote(table: str) -> None:
    quoted = [row for row in rows(table) if row.get("quote") and row["document"] != DECISION]
    assert quoted == []


def test_the_decision_is_the_file_that_its_row_names() -> None:
    (decision,) = (row for row in rows("documents") if row["id"] == DECISION)
    assert decision["sha256"] == hashlib.sha256(DECISION_TEXT.read_bytes()).hexdigest()


@pytest.mark.parametrize("table", ["bottlenecks", "themes"])
def test_everything_that_somebody_may_own_has_the_names_people_type(table: str) -> None:
    assert [row["id"] for row in rows(table) if not row["aliases"]] == []


def test_no_name_or_alias_belongs_to_two_actors() -> None:
    named = Counter[str]()
    for row in [*rows("actors"), *rows("municipalities")]:
        aliases = row.get("aliases", "").split(";")
        named.update({name.casefold() for name in (row["name"], row["name_en"], *aliases) if name})
    assert [name for name, times in named.items() if times > 1] == []


@pytest.mark.parametrize("table", [*TABLE_NAMES])
def test_no_alias_repeats_its_own_row(table: str) -> None:
    for row in rows(table):
        names = [name.casefold() for name in (row.get("name", ""), *row.get("aliases", "").split(";")) if name]
        assert len(names) == len(set(names)), row


def test_every_table_of_the_model_is_there_and_no_other() -> None:
    assert set(TABLE_NAMES) == {table.name for table in TABLES}


@pytest.mark.parametrize("table", TABLE_NAMES)
def test_a_table_is_utf_8_with_crlf_and_the_models_columns(table: str) -> None:
    content = (demonstration() / f"{table}.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    header = content.decode("utf-8").splitlines()[0].split(",")
    assert set(header) <= set(TABLE_BY_NAME[table].column_names)
    assert all(None not in row for row in rows(table))


def test_ministries_that_ended_at_the_turn_of_the_year_say_so() -> None:
    ended = {row["id"]: row["valid_to"] for row in rows("actors") if row["type"] == "ministry" and row["valid_to"]}
    assert ended == {
        "ministry:infrastruktur": "2022-12-31",
        "ministry:miljo": "2022-12-31",
        "ministry:naringsdepartementet": "2022-12-31",
    }
