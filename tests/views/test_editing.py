"""The editor's work, and that readers have no such page. On a graph of its own: it changes things."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load_demonstration
from pages_site import serving, visiting
from playwright.sync_api import Browser, expect

OWNER = """start,end,role,document,locator
agency:boverket,bottleneck:transmission-grid-north-norrbotten,owner,document:pm-2024-06-strategi,stycke 1
"""


@pytest.fixture
def own_home(tmp_path: Path) -> Iterator[Path]:
    home = tmp_path / "home"
    with open_graph(Settings(home=home)) as graph:
        load_demonstration(graph, person="prov")
    yield home
    stop_engine(folder_of(home))


def test_an_editor_sees_problems_by_line_then_what_changes_then_the_new_answer(
    browser: Browser, own_home: Path, tmp_path: Path
) -> None:
    wrong, right = tmp_path / "wrong" / "responsible_for.csv", tmp_path / "right" / "responsible_for.csv"
    for path in (wrong, right):
        path.parent.mkdir()
    wrong.write_text(OWNER.replace("agency:boverket", "agency:no-such"), encoding="utf-8")
    right.write_text(OWNER, encoding="utf-8")
    with serving(own_home) as site, visiting(browser, site) as person:
        page = person.go("/objekt?id=bottleneck:transmission-grid-north-norrbotten")
        expect(page.locator(".ak-verdict")).to_contain_text("Ingen ägare")
        page = person.go("/ladda")
        page.locator("input[type=file]").set_input_files(wrong)
        problems = page.get_by_role("region", name="Fel och varningar")
        expect(problems).to_contain_text("agency:no-such")
        expect(problems.locator("tbody tr").first).to_contain_text("fel")
        expect(page.get_by_role("button", name="Läs in")).to_have_count(0)
        page = person.go("/ladda")
        page.locator("input[type=file]").set_input_files(right)
        page.get_by_role("button", name="Läs in").click()
        expect(page.get_by_text("Inläst: 1 rad.")).to_be_visible()
        page = person.go("/objekt?id=bottleneck:transmission-grid-north-norrbotten")
        expect(page.locator(".ak-verdict")).to_have_text("● Ägare: Boverket")
        assert person.foreign == []


def test_a_reader_has_no_such_page(browser: Browser, demonstration_home: Path) -> None:
    with serving(demonstration_home, {"ANSVARSKARTA_READ_ONLY": "1"}) as site, visiting(browser, site) as person:
        page = person.go("/ladda")
        assert page.locator("input[type=file]").count() == 0
        assert "Servern är startad så att ingen kan ändra uppgifter." in page.locator(".ak-state").inner_text()
        assert page.get_by_role("navigation", name="Sidor").get_by_role("link", name="Ladda").count() == 0


def test_the_database_ends_under_an_open_page_and_comes_back(browser: Browser, own_home: Path) -> None:
    with serving(own_home) as site, visiting(browser, site) as person:
        person.go("/luckor")
        stop_engine(folder_of(own_home))
        page = person.go("/?q=elnät Boden")
        expect(page.locator(".ak-verdict")).to_contain_text("Svenska kraftnät")
