"""How what people type is compared with names: forgiving, but not guessing."""

from __future__ import annotations

import pytest
from ansvarskarta.queries import AnswerRow, Cell
from ansvarskarta.queries.places import Place, around, inside, places, spellings, split
from ansvarskarta.queries.scoring import EXACT, NAMED, Term, score
from ansvarskarta.queries.spelling import asked_words, folded, mistyped, one_error_apart, stems, vocabulary

ROWS: list[AnswerRow] = [
    {"id": "county:25", "name": "Norrbottens län", "name_en": "Norrbotten County", "aliases": None, "code": "25",
     "county": None},
    {"id": "municipality:2582", "name": "Bodens kommun", "name_en": "Boden Municipality", "aliases": ["Björknäs"],
     "code": "2582", "county": "county:25"},
    {"id": "municipality:2580", "name": "Luleå kommun", "name_en": None, "aliases": None, "code": "2580",
     "county": "county:25"},
]  # fmt: skip
KNOWN = places(ROWS)


def ids(named: list[list[Place]]) -> list[list[str]]:
    return [[place.id for place in alternatives] for alternatives in named]


def test_case_and_accents_do_not_matter() -> None:
    assert folded("ÖVERKALIX Élan") == "overkalix elan"


def test_fillers_are_left_out_unless_there_is_nothing_else() -> None:
    assert asked_words("Vem äger elnätet i Boden?") == ["elnätet", "boden"]
    assert asked_words("vem äger") == ["vem", "äger"]


@pytest.mark.parametrize("word", ["elnät", "elnätet", "elnäten", "elnätets"])
def test_swedish_endings_do_not_matter(word: str) -> None:
    assert "elnat" in stems(word)


@pytest.mark.parametrize("typed", ["elnat", "elnatt", "lenat", "elna", "elnbt"])
def test_one_typing_error_is_forgiven(typed: str) -> None:
    assert one_error_apart(typed, "elnat")


@pytest.mark.parametrize(("typed", "meant"), [("elbat", "elnot"), ("vag", "tag"), ("bro", "bra")])
def test_two_errors_and_short_words_are_not(typed: str, meant: str) -> None:
    assert not one_error_apart(typed, meant)


def test_a_mistyped_word_is_found_by_its_stem_among_the_words_of_texts() -> None:
    known = vocabulary(["elnatet i boden, bodens", "natet (bodenbygden)"])
    assert known == {"elnatet", "i", "boden", "bodens", "natet", "bodenbygden"}
    assert mistyped("lenat", known) == {"elnatet"}
    assert mistyped("bodne", known) == {"boden", "bodens"}
    assert mistyped("fjord", known) == set()


def test_a_place_has_the_names_that_people_write() -> None:
    assert spellings("Bodens kommun") == {("bodens", "kommun"), ("bodens",), ("boden",)}
    assert spellings("Boden Municipality") == {("boden", "municipality"), ("boden",)}


@pytest.mark.parametrize(
    ("typed", "named", "rest"),
    [
        ("elnat boden", [["municipality:2582"]], ["elnat"]),
        ("elnat bodens kommun", [["municipality:2582"]], ["elnat"]),
        ("lulea boden elnat", [["municipality:2580"], ["municipality:2582"]], ["elnat"]),
        ("norrbotten bostader", [["county:25"]], ["bostader"]),
        ("luleas hamn", [["municipality:2580"]], ["hamn"]),
        ("bjorknas", [["municipality:2582"]], []),
        ("kommun", [], ["kommun"]),
    ],
)
def test_place_words_are_told_from_the_rest(typed: str, named: list[list[str]], rest: list[str]) -> None:
    found, left = split(typed.split(), KNOWN)
    assert (ids(found), left) == (named, rest)


def test_what_is_in_and_around_a_place() -> None:
    county, boden = KNOWN[0], KNOWN[1]
    assert inside(county, KNOWN) == ["county:25", "municipality:2582", "municipality:2580"]
    assert around(boden, KNOWN) == ["municipality:2582", "county:25"]


def scored(text: str, **row: Cell) -> float:
    whole = {column: row.get(column) for column in ("name_en", "aliases", "reference", "title", "description")}
    terms = [Term(stems(word), NAMED) for word in asked_words(text)]
    full: AnswerRow = {
        "id": "bottleneck:x",
        "label": "Bottleneck",
        "name": "Namn",
        "themes": row.get("themes", []),
        **whole,
        **row,
    }
    return score(full, terms, {folded(text)}, {"theme:energy": "elnat och energi"})


def test_exact_names_aliases_and_numbers_come_before_all_others() -> None:
    assert scored("Elnät", name="ELNÄT") == EXACT
    assert scored("elnät", aliases=["Elnät"]) == EXACT
    assert scored("kn2023 04630", reference="KN2023/04630") == EXACT
    assert scored("bottleneck x") == EXACT


def test_names_come_before_descriptions_and_descriptions_before_themes() -> None:
    by_name = scored("elnät", name="Brist i elnätet i norr")
    by_description = scored("elnät", description="Elnätet räcker inte")
    by_theme = scored("elnät", themes=["theme:energy"])
    assert EXACT > by_name > by_description > by_theme > 0


def test_every_word_must_fit_somewhere() -> None:
    assert scored("elnät vatten", name="Elnätet") == 0
    assert scored("elnät vatten", name="Elnätet", description="Vägen räcker") == 0
    assert scored("elnät vatten", name="Elnätet", description="Vatten saknas") > 0
