"""The shared words: read from their file, put in their place, refused where they make no sense."""

from __future__ import annotations

import pytest
from ansvarskarta.queries.words import expand, parse, shared

WORDS = parse(
    """
/// early(x, day): x is before the day
// A comment that is not the word's own.
@x.start < @day

/// both(x, y): both are early
(@early(@x, $d) AND @early(@y, $d))

/// round(x): leads back
@round(@x)
"""
)


def test_a_word_is_put_in_its_place_with_what_it_is_given() -> None:
    assert expand("MATCH (n) WHERE @early(n, $as_of) RETURN n", WORDS) == "MATCH (n) WHERE n.start < $as_of RETURN n"


def test_words_use_other_words() -> None:
    assert expand("@both(a, b)", WORDS) == "(a.start < $d AND b.start < $d)"


def test_what_is_given_may_hold_commas_in_parentheses() -> None:
    assert expand("@early(f(a, [1, 2]), g('x'))", WORDS) == "f(a, [1, 2]).start < g('x')"


@pytest.mark.parametrize(
    ("cypher", "said"),
    [
        ("@unknown(a)", "there is no word @unknown"),
        ("@early(a)", "@early takes"),
        ("@early(a, b", "a parenthesis is not closed"),
        ("@round(a)", "a word leads back to itself"),
    ],
)
def test_what_makes_no_sense_is_refused(cypher: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        expand(cypher, WORDS)


def test_a_word_that_is_defined_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="the word a is defined twice"):
        parse("/// a(x): one\n@x\n/// a(x): two\n@x\n")


@pytest.mark.parametrize("name", shared())
def test_every_shared_word_says_what_it_means_and_uses_all_that_it_is_given(name: str) -> None:
    word = shared()[name]
    assert word.meaning
    assert [given for given in word.takes if f"@{given}" not in word.body] == []
