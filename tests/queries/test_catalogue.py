"""The catalogue as a whole, and what it refuses."""

from __future__ import annotations

import re

import pytest
from ansvarskarta.queries import catalogue
from ansvarskarta.queries.reading import parse, question_ids
from ansvarskarta.queries.words import shared
from ansvarskarta.texts import Language

HEADER = """/*
group = "ownership"
place = 1
required = ["actor"]
columns = ["actor", "actor_name"]
{more}
[title]
sv = "Vem?"
en = "Who?"

[meaning]
sv = "Vem är det?"
en = "Who is it?"
*/
"""
BODY = "MATCH (a:Entity {id: $actor}) WITH a.id AS actor, a.name AS actor_name RETURN actor, actor_name"


def test_the_contract_s_questions_are_there_in_its_order() -> None:
    assert list(catalogue()) == [
        "who_owns", "owned_by", "escalation", "depends_on", "blocks", "actor_dependencies", "owners_of", "succession",
        "affects", "measures", "funding",
        "no_owner", "several_owners", "ownership_ends", "no_measure", "no_mandate", "uncovered", "coverage",
        "without_role", "affected_without_voice", "cycles", "blocked_establishments", "reports_due", "weak_evidence",
        "key_actors", "coordination_need",
        "handover", "changes", "search",
    ]  # fmt: skip


def test_a_coherent_question_is_read() -> None:
    read = parse("test", HEADER.format(more="") + BODY)
    assert read.column_names == ("actor", "actor_name")
    assert read.cypher == BODY


@pytest.mark.parametrize(
    ("more", "body", "said"),
    [
        ("", BODY.replace("$actor", "$who"), r"its Cypher uses \$who, which nothing declares"),
        ("", BODY.replace("$actor", "''"), r"\$actor is declared and not used"),
        ("", BODY.replace("RETURN actor, actor_name", "RETURN actor"), r"it returns \('actor',\) and declares"),
        ("", BODY.replace("RETURN actor", "RETURN a.id AS x, actor"), "must end with RETURN and names alone"),
        ('order = ["severity"]', BODY, "it orders by severity"),
        ('order = ["actor sideways"]', BODY, "sideways"),
        ('narrowing = "bottlenecks"', BODY, "it narrows without saying what it counts"),
        ('colour = "red"', BODY, r"headings that mean nothing: \['colour'\]"),
        ('optional = ["nothing"]', BODY, "parameters nothing has no description"),
        ("", "", "it has no statement that gives its rows"),
    ],
)
def test_an_incoherent_question_is_refused(more: str, body: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse("test", HEADER.format(more=more) + body)


def test_a_question_without_a_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="a description is missing"):
        parse("test", HEADER.format(more="").replace("Who is it?", " ") + BODY)


@pytest.mark.parametrize("name", question_ids())
def test_what_is_printed_is_whole_in_itself(name: str) -> None:
    question = catalogue()[name]
    for lang in Language:
        printed = question.cypher_text(lang, {"as_of": "2026-11-24"})
        assert printed.startswith(f"// {name}: {question.title.in_(lang)}\n")
        assert not [word for word in shared() if f"@{word}(" in printed]
        needed = set(re.findall(r"\$(\w+)", printed))
        assert [one for one in sorted(needed) if f":param {one} => " not in printed] == []


def test_printed_parameters_have_their_defaults_and_what_follows_from_them() -> None:
    due = catalogue()["reports_due"].cypher_text(Language.EN, {"as_of": "2026-11-24"})
    assert ":param earliest => '2026-11-24';" in due
    assert ":param latest => '2027-02-22';" in due
    printed = catalogue()["ownership_ends"].cypher_text(Language.EN, {"as_of": "2026-11-24", "theme": "theme:o'hara"})
    assert ":param as_of => '2026-11-24';" in printed
    assert (
        ":param optional => {county: null, establishment: null, municipality: null, theme: 'theme:o\\'hara'};"
        in printed
    )
    assert ":param english => true;" in printed


def test_what_may_be_left_out_is_sent_in_one_map_so_that_neo4j_plans_a_statement_once() -> None:
    question = catalogue()["no_measure"]
    values = {"as_of": "2026-11-24", "english": False, "municipality": None, "county": None, "establishment": None}
    for theme in (None, "theme:housing"):
        sent = question.taken(["rows"], {**values, "theme": theme})
        narrowing = {"theme": theme, "municipality": None, "county": None, "establishment": None}
        assert sent == {"as_of": "2026-11-24", "english": False, "optional": narrowing}
