"""Locators are stored in Swedish, and read in the reader's language."""

from __future__ import annotations

import pytest
from ansvarskarta.queries import located
from ansvarskarta.texts import Language


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("sida 2, stycke 5", "page 2, paragraph 5"),
        ("stycke 1, punkt 1 och Skälen, stycke 2", "paragraph 1, item 1 and Reasons, paragraph 2"),
        ("sida 1, stycke 3, tecken 12–40", "page 1, paragraph 3, characters 12–40"),
        ("sista stycket", "last paragraph"),
        ("rubriken", "the heading"),
        ("6 kap. 3 §", "6 kap. 3 §"),
        ("avsnitt 4", "section 4"),
        ("avsnitt Bjurholm och Sorsele", "section Bjurholm och Sorsele"),
        ("municipalities.json", "municipalities.json"),
        (None, ""),
    ],
)
def test_in_english_a_place_is_named_in_english(stored: str | None, read: str) -> None:
    assert located(stored, Language.EN) == read
    assert located(stored, Language.SV) == (stored or "")
