"""The pages over the demonstration data, served once for all tests of them, and a visitor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_site import Visitor, serving, visiting
from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def site(demonstration_home: Path) -> Iterator[str]:
    with serving(demonstration_home) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Visitor]:
    with visiting(browser, site) as person:
        yield person
        assert person.foreign == [], "a page asked a foreign host"
        assert person.complaints == []
