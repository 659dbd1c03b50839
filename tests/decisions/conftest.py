from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ansvarskarta.loaders.decisions import Reading, read_bytes

DOCUMENTS = Path(__file__).parent / "documents"
SEED = DOCUMENTS / "samordnare-norrbotten-vasterbotten-2022.txt"


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """Reads a text as a Markdown file with a title above it."""

    def reading(text: str) -> Reading:
        return read_bytes(text.encode(), "beslut.md")

    return reading


@pytest.fixture(scope="session")
def seed() -> Reading:
    """The decision that the project comes from."""
    return read_bytes(SEED.read_bytes(), SEED.name)
