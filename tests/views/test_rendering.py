"""Templates: nothing from data is markup, and every text that they name exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ansvarskarta import views
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES
from ansvarskarta.queries import catalogue
from ansvarskarta.texts import Language, text
from ansvarskarta.views.rendering import clean, rendered
from ansvarskarta.views.state import read_view

FOLDER = Path(views.__file__).parent
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
# A key that is put together ends with an underscore or goes on after the quote: the browser tests meet those.
NAMED = re.compile(r"""(?:\bt|page\.text)\(\s*["']([a-z]+\.[a-z0-9_]*[a-z0-9])["'](?!\s*~)""")


def test_a_hostile_name_is_text() -> None:
    drawn = rendered("heading.html", view=read_view("", {}), page=None, title=HOSTILE)
    assert "<script" not in drawn
    assert "<img" not in drawn
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in drawn


def test_a_name_can_not_turn_what_stands_around_it() -> None:
    assert clean("a\u202eb\u2066c\u200f") == "<bdi>abc</bdi>"


def test_values_in_texts_are_escaped() -> None:
    drawn = rendered("nothing_found.html", view=read_view("", {}), page=None, sought=HOSTILE, has_others=False)
    assert "<script" not in drawn
    assert "<img" not in drawn


@pytest.mark.parametrize("lang", list(Language))
def test_every_text_that_is_named_exists(lang: Language) -> None:
    missing = set()
    for path in [*FOLDER.rglob("*.html"), *FOLDER.rglob("*.py")]:
        for key in NAMED.findall(path.read_text(encoding="utf-8")):
            try:
                text(f"page_{key}", lang)
            except (KeyError, FileNotFoundError):
                missing.add(f"{path.name}: {key}")
    assert missing == set()


def test_every_column_of_every_question_has_a_heading() -> None:
    names = {column.name for question in catalogue().values() for column in question.columns}
    shown = {name for name in names if not (name.endswith("_name") or name in ("title", "mandate_title"))}
    missing = []
    for name in sorted(shown):
        try:
            text(f"page_columns.{name}", Language.SV)
        except KeyError:
            missing.append(name)
    assert missing == []


def test_every_node_and_relationship_has_words() -> None:
    for table in NODE_TABLES:
        assert text(f"page_words.{table.label.lower()}", Language.SV)
    for relation in RELATIONSHIP_TABLES:
        assert text(f"page_words.{relation.type.lower()}_out", Language.EN)
        assert text(f"page_words.{relation.type.lower()}_in", Language.EN)
