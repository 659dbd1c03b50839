"""The pages over the demonstration data, served once for all tests of them, and a visitor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_site import Visitor, arriving, profile, serving
from playwright.sync_api import Browser, BrowserContext


@pytest.fixture(scope="session")
def site(demonstration_home: Path) -> Iterator[str]:
    with serving(demonstration_home) as address:
        yield address


@pytest.fixture(scope="session")
def one_profile(browser: Browser) -> Iterator[BrowserContext]:
    """One for all visitors: what decides what is shown is in the address, and the scripts are fetched once."""
    context = profile(browser)
    yield context
    context.close()


@pytest.fixture
def visitor(one_profile: BrowserContext, site: str) -> Iterator[Visitor]:
    with arriving(one_profile, site) as person:
        yield person
        assert person.foreign == [], "a page asked a foreign host"
        assert person.complaints == []
