from __future__ import annotations

import pytest
from ansvarskarta.views.uploads import harmless_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("bottlenecks.csv", "bottlenecks.csv"),
        ("Flaskhalsar våren 2026 (2).xlsx", "Flaskhalsar våren 2026 (2).xlsx"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\themes.csv", "themes.csv"),
        ("..", "fil"),
        ("", "fil"),
        ("a\0b.csv", "a_b.csv"),
        (".hidden.csv", "hidden.csv"),
        ("C:\\temp\\con:stream.csv", "con_stream.csv"),
        ("å" * 300 + ".csv", "å" * 50 + ".csv"),
    ],
)
def test_what_a_browser_calls_a_file_is_never_a_path(given: str, kept: str) -> None:
    assert harmless_name(given) == kept
    assert len(harmless_name(given).encode()) <= 255
