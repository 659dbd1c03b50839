"""The walk from a decision on paper to answers, in pictures: read, reviewed, accepted, asked. For docs/decisions.md.

.venv/bin/python docs/pictures/make.py granska-beslut
"""

from __future__ import annotations

import html
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load
from pages_site import Visitor, serving, visiting
from playwright.sync_api import Browser, Page, expect

Keep = Callable[[Page, str], None]
DECISION = Path(__file__).resolve().parents[2] / "data/beslut/samordnare-norrbotten-vasterbotten-2022.txt"
BOTTLENECK = "bottleneck:overlamning"
TABLES = {
    "themes": "id,name\ntheme:samordning,Samordning\n",
    "bottlenecks": f"id,name,severity,status\n{BOTTLENECK},Överlämning av samordningsarbetet,3,open\n",
}
MANDATE = "mandate:uppdrag-till-samordnare-for-naringslivets-hallbara-omstallni"
READ = (f"read {DECISION.name} --format json", f"read {DECISION.name} --out forslag/")
ASKED = (
    f"ask who_owns bottleneck={BOTTLENECK}",
    "ask reports_due",
    "ask funding",
    f"ask succession mandate={MANDATE}",
)
DAY = "2023-05-01"
_LINES = 34
_STYLE = "font:15px/1.45 monospace;padding:16px;margin:0;white-space:pre-wrap"
_PAGE = f"<body style='margin:0;background:#fff'><pre style='{_STYLE}'>{{}}</pre>"


def walk(folder: Path, browser: Browser, keep: Keep) -> None:
    """Takes the walk over a graph of its own in ``folder``; ``keep`` makes the picture of a page under a name."""
    home = folder / "home"
    for name, table in TABLES.items():
        (folder / f"{name}.csv").write_text(table, encoding="utf-8")
    os.environ["ANSVARSKARTA_HOME"] = str(home)
    with open_graph(Settings(home=home)) as graph:
        load(graph, [folder / f"{name}.csv" for name in TABLES], person="Eva")
    try:
        with serving(home) as site, visiting(browser, site) as person:
            _terminal(person.page, keep, "granska-1-las", READ, folder)
            _reviewed(person, keep)
            _terminal(person.page, keep, "granska-5-svar", tuple(f"{one} --as-of {DAY}" for one in ASKED), folder)
    finally:
        stop_engine(folder_of(home))


def _terminal(page: Page, keep: Keep, name: str, commands: tuple[str, ...], folder: Path) -> None:
    """The picture of commands and what they print, long answers cut."""
    said: list[str] = []
    for command in commands:
        words = [str(DECISION) if word == DECISION.name else word for word in command.split()]
        done = subprocess.run(  # noqa: S603 (our own command)
            [sys.executable, "-m", "ansvarskarta.cli", *words, "--lang", "sv"],
            capture_output=True, text=True, cwd=folder, check=True,
        )  # fmt: skip
        lines = (done.stdout + done.stderr).splitlines()
        said += [f"$ ansvarskarta {command}", *lines[:_LINES], *(["..."] if len(lines) > _LINES else []), ""]
    page.set_viewport_size({"width": 1280, "height": 600})
    page.set_content(_PAGE.format(html.escape("\n".join(said))))
    keep(page, name)


def _reviewed(person: Visitor, keep: Keep) -> None:
    page = person.go("/granska")
    page.locator("input[type=file]").set_input_files(DECISION)
    _press(person, "nya förslag", "förslag är sparade.")
    expect(page.get_by_text("som visas", exact=False)).to_be_visible()
    keep(page, "granska-2-forslag")
    page.get_by_role("textbox", name="Ord ur beslutet").fill("överlämning och avslut av samordningsarbetet")
    page.get_by_role("textbox", name="Ord ur beslutet").press("Enter")
    expect(page.get_by_role("button", name="Lägg till som förslag")).to_be_visible()
    person.choose("Vad orden säger", "vad det rör")
    _show(page, "Lägg till det som saknas")
    keep(page, "granska-3-lagg-till")
    _accept_all(person)
    _press(person, "vad uppdraget rör", "förslag är sparade.")
    person.choose("Förslag att rätta", "ansvarar för – Överlämning")
    person.choose("Rollen i ansvaret", "ägare")
    _press(person, "Spara rättelsen", "Rättelsen är sparad")
    expect(page.get_by_text("som visas", exact=False)).to_be_visible()
    keep(page, "granska-4-rattat")
    _accept_all(person)


def _show(page: Page, heading: str) -> None:
    page.get_by_role("heading", name=heading).evaluate("one => one.scrollIntoView()")


def _press(person: Visitor, button: str, said: str) -> None:
    person.settled()
    person.page.get_by_role("button", name=button).click()
    expect(person.page.get_by_text(said)).to_be_visible()
    person.settled()


def _accept_all(person: Visitor) -> None:
    person.page.get_by_text("som visas", exact=False).click()
    _press(person, "Godta", "Godtaget:")
