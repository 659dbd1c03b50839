"""Addresses: what they say, and that links keep the day and the language."""

from __future__ import annotations

from ansvarskarta.graph.dates import today
from ansvarskarta.texts import Language
from ansvarskarta.views.state import read_view


def test_an_empty_address_is_today_in_swedish() -> None:
    view = read_view("luckor", {})
    assert (view.lang, view.as_of, view.day) == (Language.SV, "", today())


def test_links_keep_the_day_and_the_language() -> None:
    view = read_view("luckor", {"as_of": "2023-06-30", "lang": "en", "theme": "theme:energy"})
    assert view.href("objekt", id="a:b") == "./objekt?id=a%3Ab&as_of=2023-06-30&lang=en"


def test_today_floats_in_links() -> None:
    assert read_view("", {}).href("luckor", slag="no_owner") == "./luckor?slag=no_owner"


def test_here_changes_one_value_and_drops_an_empty_one() -> None:
    view = read_view("luckor", {"slag": "cycles", "theme": "theme:energy"})
    assert view.here(slag="no_owner", theme="") == "./luckor?slag=no_owner"


def test_a_day_that_is_no_date_is_refused_and_told() -> None:
    view = read_view("", {"as_of": "2023-02-30"})
    assert (view.as_of, view.refused_day) == ("", "2023-02-30")


def test_an_unknown_language_is_swedish() -> None:
    assert read_view("", {"lang": "xx"}).lang is Language.SV
