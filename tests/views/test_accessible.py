"""axe-core on every page in both languages, the page's language, zoom and a narrow screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages_site import ADDRESSES, Visitor, visiting
from playwright.sync_api import Browser

# What Streamlit itself causes, by rule and the part of the page that breaks it; none of it is serious to a reader.
STREAMLITS_OWN: dict[str, str] = {}
SERIOUS = ("serious", "critical")


def in_language(path: str, lang: str) -> str:
    return path if lang == "sv" else f"{path}{'&' if '?' in path else '?'}lang=en"


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ADDRESSES)
def test_axe_finds_nothing_serious(visitor: Visitor, name: str, lang: str) -> None:
    page = visitor.go(in_language(ADDRESSES[name], lang))
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
def test_nothing_is_wider_than_a_phone(browser: Browser, site: str, name: str) -> None:
    with visiting(browser, site, width=390, height=844) as person:
        page = person.go(ADDRESSES[name])
        wider = page.evaluate(
            "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
        )
        assert wider <= 0


def test_at_200_per_cent_nothing_is_cut(browser: Browser, site: str) -> None:
    with visiting(browser, site, width=640, height=450) as person:
        for name in ("svar", "luckor", "tackning", "myndighet"):
            page = person.go(ADDRESSES[name])
            wider = page.evaluate(
                "document.querySelector('.stMain').scrollWidth - document.querySelector('.stMain').clientWidth"
            )
            assert wider <= 0, name
