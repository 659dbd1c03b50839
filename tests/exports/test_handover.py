"""The handover package: what it says, that it is whole, and that it answers every question when it is loaded again."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
import icalendar
import pytest
from ansvarskarta.exports.about import NEEDS_HISTORY
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.handover import Asked, Proposed, ending_days, next_day, propose, write_package
from ansvarskarta.exports.stored import stored_content
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.errors import AnsvarskartaError, BadInput, WrongUse
from ansvarskarta.graph.model import NODE_TABLES, is_a
from ansvarskarta.graph.proposals import accept, proposals
from ansvarskarta.graph.snapshot import read_table
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load
from ansvarskarta.queries import ParameterKind, Question, ask, catalogue
from ansvarskarta.texts import Language
from engines import wipe

ASKED = Asked("2026-12-31", actor="agency:tillvaxtverket")
DAYS = ("2022-12-20", "2026-11-24", "2027-06-30")
EACH = 1
Way = tuple[str, dict[str, str]]
"""A question and what is given to it."""
GIVEN = {"text": "elnät boden", "from": "2023-06-30", "to": "2026-11-24", "ids": "Boden;2584;Kiruna", "depth": "3"}


@pytest.fixture(scope="module")
def loaded(any_graph: Graph) -> Graph:
    wipe(any_graph)
    load(any_graph, [demonstration()], person="test")
    return any_graph


@pytest.fixture(scope="module")
def package(loaded: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("package") / "paket.zip"
    write_package(loaded, out, ASKED, lang=Language.SV)
    return out


def ways_to_ask(graph: Graph, question: Question) -> list[dict[str, str]]:
    """A few ways to ask a question: each of its ids at a few nodes of each label, spread over the graph."""
    ways: list[dict[str, str]] = []
    required = [one for one in question.parameters if one.required]
    ids = [one for one in question.parameters if one.kind is ParameterKind.ID]
    if not (question.one_of or question.any_of or any(one in ids for one in required)):
        ways.append({one.name: GIVEN[one.name] for one in required})
    for parameter in ids:
        for table in NODE_TABLES:
            if any(is_a(table.label, label) for label in parameter.labels):
                nodes = [str(row["id"]) for row in read_table(graph, table)]
                ways += [{parameter.name: node} for node in nodes[len(nodes) // 3 :: max(len(nodes) // EACH, 1)]]
    return ways


def all_ways(graph: Graph, questions: Iterable[Question]) -> list[Way]:
    return [(question.id, way) for question in questions for way in ways_to_ask(graph, question)]


def answers(graph: Graph, ways: Iterable[Way], days: Iterable[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for question, parameters in ways:
        for day in days:
            try:
                answer = ask(graph, question, parameters, as_of=day)
            except AnsvarskartaError as refused:
                found[f"{question} {parameters} {day}"] = refused.code
            else:
                found[f"{question} {parameters} {day}"] = (answer.of, answer.truncated, answer.rows)
    return found


def test_loaded_again_it_answers_every_question_on_every_day_the_same(loaded: Graph, package: Path) -> None:
    ways = all_ways(loaded, catalogue().values())
    assert {question for question, _ in ways} == set(catalogue())
    before = answers(loaded, ways, DAYS)
    wipe(loaded)
    load(loaded, [package], person="test")
    assert answers(loaded, ways, DAYS) == before
    assert loaded.is_demo()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_of_a_day_answers_what_it_says_it_can(loaded: Graph, form: str, tmp_path: Path) -> None:
    day = "2023-06-30"
    questions = [one for one in catalogue().values() if one.id not in NEEDS_HISTORY]
    ways = [(question, way) for question, way in all_ways(loaded, questions) if "actor" not in way]
    before = answers(loaded, ways, [day])
    out = tmp_path / {"csv": "tables.zip", "xlsx": "tables.xlsx"}[form]
    export(stored_content(loaded, Language.SV, as_of=day), formats()[form], out)
    wipe(loaded)
    load(loaded, [out], person="test")
    assert answers(loaded, ways, [day]) == before
    assert loaded.is_demo()
    wipe(loaded)
    load(loaded, [demonstration()], person="test")


def test_it_holds_everything_and_the_page_to_start_at_first(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
    assert names[0] == "LÄS MIG.html"
    assert {
        "SHA256SUMS", "bild.html", "csv/datapackage.json", "graf/ansvarskarta.cypher", "graf/ansvarskarta.gexf",
        "graf/ansvarskarta.graphml", "graf/ansvarskarta.jsonld", "graf/ansvarskarta.ttl", "graf/neo4j-admin/import.sh",
        "kalender.ics", "källor.csv", "ro-crate-metadata.json", "svar.json", "tabeller.xlsx", "överlämning.docx",
    } <= set(names)  # fmt: skip


def test_the_page_to_start_at_says_what_is_left_and_leads_to_every_file(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        page = archive.read("LÄS MIG.html").decode()
        names = set(archive.namelist())
    assert "Överlämning: Tillväxtverket" in page
    assert "Demonstrationsdata, inte ett register." in page
    assert "4 ansvar upphör den dagen." in page
    assert "3 av dem lämnar något utan ägare dagen efter." in page
    links = {part.split('"')[0] for part in page.split('href="')[1:] if not part.startswith(("#", "http"))}
    assert links
    assert links <= names


def test_every_file_has_its_checksum(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        lines = archive.read("SHA256SUMS").decode().splitlines()
        sums = {name: checksum for checksum, name in (line.split("  ", 1) for line in lines)}
        assert set(sums) == set(archive.namelist()) - {"SHA256SUMS"}
        assert {name: hashlib.sha256(archive.read(name)).hexdigest() for name in sums} == sums


def test_the_document_the_calendar_and_the_answers_say_the_same(package: Path, loaded: Graph, tmp_path: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    answer = ask(loaded, "handover", ASKED.parameters, as_of=ASKED.date)
    written = json.loads((tmp_path / "svar.json").read_text(encoding="utf-8"))
    assert written["handover"]["rows"] == answer.rows
    assert written["asked"] == {"actor": "agency:tillvaxtverket", "date": "2026-12-31"}
    ending = docx.Document(str(tmp_path / "överlämning.docx")).tables[0]
    assert [row.cells[1].text for row in ending.rows[1:]] == [row["target_name"] for row in answer.rows]
    events = icalendar.Calendar.from_ical((tmp_path / "kalender.ics").read_bytes()).walk("VEVENT")
    assert any(event.decoded("dtstart").isoformat() == ASKED.date for event in events)


def test_the_metadata_names_every_file_once(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        crate = json.loads(archive.read("ro-crate-metadata.json"))
        names = set(archive.namelist()) - {"SHA256SUMS", "ro-crate-metadata.json"}
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    assert len(entities) == len(crate["@graph"])
    assert entities["ro-crate-metadata.json"]["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.2"}
    parts = {part["@id"].replace("%20", " ") for part in entities["./"]["hasPart"]}
    assert parts == names
    assert entities["#made"]["instrument"] == {"@id": "#ansvarskarta"}
    assert {part["@id"] for part in entities["#made"]["object"]} <= set(entities)


def test_the_same_data_and_day_give_the_same_bytes(loaded: Graph, tmp_path: Path) -> None:
    first, second = tmp_path / "1.zip", tmp_path / "2.zip"
    for out in (first, second):
        write_package(loaded, out, ASKED, lang=Language.SV)
    assert first.read_bytes() == second.read_bytes()


def test_days_on_which_something_ends_are_offered(loaded: Graph) -> None:
    content = stored_content(loaded, Language.SV)
    assert "2026-12-31" in ending_days(content, ASKED)
    assert next_day(content, Asked("2026-01-01", actor="agency:tillvaxtverket")) == "2026-12-31"


def test_unknown_ids_are_refused_and_leave_nothing(loaded: Graph, tmp_path: Path) -> None:
    with pytest.raises(WrongUse):
        write_package(loaded, tmp_path / "p.zip", Asked("2026-12-31", actor="agency:nobody"), lang=Language.SV)
    with pytest.raises(WrongUse):
        write_package(loaded, tmp_path / "p.zip", Asked("2026-12-31"), lang=Language.SV)
    assert list(tmp_path.iterdir()) == []


def test_a_successor_is_shown_in_each_of_its_states_and_counts_only_when_accepted(
    loaded: Graph, tmp_path: Path
) -> None:
    target = "bottleneck:national-coordination"
    proposal = Proposed(target, "region:norrbotten", "2027-01-01", reason="Regionen har frågat efter det")
    propose(loaded, [proposal], "Anna")
    assert owners(loaded, target, "2027-01-01") == []
    write_package(loaded, tmp_path / "proposed.zip", ASKED, lang=Language.SV)
    assert successor_rows(tmp_path / "proposed.zip")[target_name(loaded, target)] == [
        "Förslag", "Region Norrbotten", "1 januari 2027", "–", "–", "–",
        "Regionen har frågat efter det. Föreslaget av Anna.",
    ]  # fmt: skip
    keys = [one.key for one in proposals(loaded) if one.row["end"] == target]
    accept(loaded, keys, "Bo")
    assert owners(loaded, target, "2027-01-01") == ["region:norrbotten"]
    write_package(loaded, tmp_path / "accepted.zip", ASKED, lang=Language.SV)
    assert successor_rows(tmp_path / "accepted.zip")[target_name(loaded, target)][0] == "Godtaget, börjar senare"
    for name, state, said in (("proposed", "proposed", "Förslag"), ("accepted", "accepted", "Godtaget, börjar senare")):
        with zipfile.ZipFile(tmp_path / f"{name}.zip") as archive:
            assert f"<td>{said}</td><td>Region Norrbotten</td>" in archive.read("LÄS MIG.html").decode()
            told = json.loads(archive.read("svar.json"))["successors"]
        assert [one["state"] for one in told if one["actor"] == "region:norrbotten"] == [state]
    wipe(loaded)
    load(loaded, [demonstration()], person="test")


def test_a_proposal_for_nobody_is_refused(loaded: Graph) -> None:
    with pytest.raises(BadInput):
        propose(loaded, [Proposed("bottleneck:national-coordination", "agency:nobody", "2027-01-01")], "Anna")
    assert proposals(loaded) == []


def owners(graph: Graph, bottleneck: str, day: str) -> list[str]:
    answer = ask(graph, "who_owns", {"bottleneck": bottleneck}, as_of=day)
    return [str(row["actor"]) for row in answer.rows if row["via"] == "bottleneck" and row["role"] == "owner"]


def target_name(graph: Graph, id_: str) -> str:
    ((name,),) = graph.read("MATCH (n:Entity {id: $id}) RETURN n.name", {"id": id_})
    return str(name)


def successor_rows(package: Path) -> dict[str, list[str]]:
    """The table of successors in the document: the cells after each target's name."""
    with zipfile.ZipFile(package) as archive, archive.open("överlämning.docx") as file:
        tables = docx.Document(file).tables
    table = next(table for table in tables if table.rows[0].cells[1].text == "Läge")
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows[1:]}
