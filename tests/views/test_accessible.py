"""axe-core on every page in both languages, the page's language, zoom and a narrow screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages_site import ADDRESSES, Visitor, visiting
from playwright.sync_api import Browser, Page

# What Streamlit itself causes, by rule and the part of the page that breaks it; none of it is serious to a reader.
STREAMLITS_OWN: dict[str, str] = {}
SERIOUS = ("serious", "critical")


def wider(page: Page) -> int:
    """By how many pixels what the page shows is wider than the window."""
    return int(page.evaluate("(main => main.scrollWidth - main.clientWidth)(document.querySelector('.stMain'))"))


def in_language(path: str, lang: str) -> str:
    return path if lang == "sv" else f"{path}{'&' if '?' in path else '?'}lang=en"


@pytest.fixture(scope="module")
def reader(browser: Browser, site: str) -> Iterator[Visitor]:
    with visiting(browser, site) as person:
        person.go("/om")
        yield person


@pytest.fixture(scope="module")
def phone(browser: Browser, site: str) -> Iterator[Visitor]:
    with visiting(browser, site, width=390, height=844) as person:
        person.go("/om")
        yield person


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_nothing_serious(reader: Visitor, name: str, lang: str) -> None:
    page = reader.page
    reader.follow(in_language(ADDRESSES[name], lang))
    assert page.locator("html").get_attribute("lang") == lang
    assert page.locator("h1").count() == 1
    found = Axe().run(page).response["violations"]
    faults = [
        f"{fault['id']}: {node['html'][:160]}"
        for fault in found
        if fault["impact"] in SERIOUS
        for node in fault["nodes"]
        if STREAMLITS_OWN.get(fault["id"], "\0") not in node["html"]
    ]
    assert faults == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_nothing_is_wider_than_a_phone(phone: Visitor, name: str) -> None:
    phone.follow(ADDRESSES[name])
    assert wider(phone.page) <= 0


def test_at_200_per_cent_nothing_is_cut(browser: Browser, site: str) -> None:
    with visiting(browser, site, width=640, height=450) as person:
        for name in ("svar", "luckor", "tackning", "myndighet"):
            assert wider(person.go(ADDRESSES[name])) <= 0, name
