"""Makes the pictures of every page in this folder: the demonstration data, both widths, Swedish.

    .venv/bin/python docs/pictures/make.py [NAME...]

A name is one of ``tests/pages_site.py``'s addresses, or ``granska-beslut``; without names, all of them. The day is
fixed, so that the same data gives the same pictures.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parent.parent / "tests"))

from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load_demonstration
from pages_site import ADDRESSES, Visitor, launched, serving, visiting
from PIL import Image
from playwright.sync_api import Page, sync_playwright
from walk import walk

WIDTHS = (1280, 390)
TALLEST = {1280: 1600, 390: 2400}
DAY = "2026-11-24"
WALK = "granska-beslut"
_COLOURS = 256  # pages are flat: a third of the size, and no difference to see


def main(names: list[str]) -> None:
    """Takes the pictures of these names, or of all; WALK is the walk through a decision."""
    if not names or WALK in names:
        with tempfile.TemporaryDirectory(prefix="ansvarskarta-pictures-") as folder, sync_playwright() as playwright:
            walk(Path(folder), launched(playwright), lambda page, name: keep(page, f"{name}-{WIDTHS[0]}", WIDTHS[0]))
    addresses = [name for name in names or ADDRESSES if name != WALK]
    if addresses:
        _take_all(addresses)


def _take_all(names: list[str]) -> None:
    with tempfile.TemporaryDirectory(prefix="ansvarskarta-pictures-") as folder:
        home = Path(folder) / "home"
        os.environ["ANSVARSKARTA_HOME"] = str(home)
        with open_graph(Settings(home=home)) as graph:
            load_demonstration(graph, person="Ansvarskarta")
        try:
            with serving(home) as site, sync_playwright() as playwright:
                browser = launched(playwright)
                for width in WIDTHS:
                    with visiting(browser, site, width=width) as person:
                        for name in names:
                            take(person, name, width)
        finally:
            stop_engine(folder_of(home))


def take(person: Visitor, name: str, width: int) -> None:
    """One picture, as high as its page, but not higher than can be shown."""
    address = ADDRESSES[name]
    if "as_of=" not in address:
        address += f"{'&' if '?' in address else '?'}as_of={DAY}"
    person.page.set_viewport_size({"width": width, "height": 900})
    page = person.go(address)
    keep(page, f"{name}-{width}", width)


def keep(page: Page, name: str, width: int) -> None:
    """The picture of what a page shows, under a name."""
    height = page.evaluate("Math.max((document.querySelector('.stMain') ?? document.body).scrollHeight, 600)")
    page.set_viewport_size({"width": width, "height": min(int(height), TALLEST[width])})
    page.wait_for_timeout(1_500)
    taken = Image.open(io.BytesIO(page.screenshot()))
    taken.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        FOLDER / f"{name}.png", optimize=True
    )


if __name__ == "__main__":
    main(sys.argv[1:])
