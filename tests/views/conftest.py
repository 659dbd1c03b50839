"""The pages over the demonstration data, served once for all tests of them, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_site import Visitor, launched, serving, visiting
from playwright.sync_api import Browser, sync_playwright


@pytest.fixture(scope="session")
def site(demonstration_home: Path) -> Iterator[str]:
    with serving(demonstration_home) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = launched(playwright)
        yield opened
        opened.close()


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visitor]:
    with visiting(browser, site) as person:
        yield person
        assert person.foreign == [], "a page asked a foreign host"
        assert person.complaints == []
