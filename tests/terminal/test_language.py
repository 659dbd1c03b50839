"""Which language is spoken."""

from __future__ import annotations

import pytest
from ansvarskarta.terminal.language import given, spoken
from ansvarskarta.texts import Language


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        ([], {}, "sv"),
        ([], {"LANG": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "sv_SE.UTF-8"}, "sv"),
        ([], {"LANG": "C.UTF-8"}, "sv"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ([], {"LANG": "sv_SE.UTF-8", "LC_ALL": "", "LC_MESSAGES": "en_US"}, "en"),
        (["who", "x", "--lang", "en"], {"LANG": "sv_SE"}, "en"),
        (["--lang=sv", "who", "x"], {"LANG": "en_US"}, "sv"),
        (["--lang", "de"], {"LANG": "en_US"}, "en"),
        (["who", "--", "--lang", "en"], {}, "sv"),
        (["--lang"], {}, "sv"),
    ],
)
def test_language(arguments: list[str], environ: dict[str, str], expected: str) -> None:
    assert spoken(arguments, environ) is Language(expected)


def test_the_last_value_counts() -> None:
    assert given(["--format", "csv", "--format=json"], "--format") == "json"
