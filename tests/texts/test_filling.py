"""Texts with values in them: a word that goes by a number has the right form, and a value is never a template."""

from __future__ import annotations

import pytest
from ansvarskarta.texts import Language, text


@pytest.mark.parametrize(("number", "said"), [(1, "1 rad"), ("1", "1 rad"), (0, "0 rader"), ("1 234", "1 234 rader")])
def test_a_word_goes_by_its_number(number: object, said: str) -> None:
    assert text("page_asking.rows", Language.SV, number=number) == said


def test_a_value_is_never_a_template() -> None:
    assert text("page_search.nothing", Language.EN, sought="{0.__class__} {n:a|b}") == (
        "No bottleneck fits “{0.__class__} {n:a|b}”."
    )
