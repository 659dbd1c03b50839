"""The handover team's task: what is left, who is proposed and accepted by somebody else, and the package."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load
from pages_site import serving, visiting
from playwright.sync_api import Browser, expect

TABLES = {
    "actors": "id,name,type\nagency:old,Gamla verket,agency\nagency:new,Nya verket,agency\n",
    "bottlenecks": "id,name,severity,status\nbottleneck:power,Elnätet,5,open\nbottleneck:plant,Fabriken,3,open\n",
    "depends_on": "start,end\nbottleneck:plant,bottleneck:power\n",
    "responsible_for": (
        "start,end,role,valid_from,valid_to\nagency:old,bottleneck:power,owner,2025-01-01,2030-12-31\n"
    ),
}
PAGE = "/overlamning?actor=agency:old&date=2030-12-31"


@pytest.fixture
def site(home: Path, tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, content in TABLES.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    with open_graph(Settings(home=home)) as graph:
        load(graph, [folder], person="prov")
    editors = {"ANSVARSKARTA_EDITORS": "anna,bo", "ANSVARSKARTA_USER_HEADER": "X-User"}
    with serving(home, editors) as address:
        yield address


def test_one_editor_proposes_and_another_accepts(browser: Browser, site: str, tmp_path: Path) -> None:
    with visiting(browser, site) as anna:
        anna.page.set_extra_http_headers({"X-User": "anna"})
        page = anna.go("/overlamning?actor=agency:old")
        page.get_by_role("link", name="31 december 2030").click()
        sentence = "1 ansvar upphör den 31 december 2030. 1 av dem lämnar något utan ägare dagen efter."
        expect(page.get_by_text(sentence)).to_be_visible()
        left = page.get_by_role("table", name="Utan ägare dagen efter").locator("tbody tr")
        expect(left).to_have_count(1)
        expect(left.locator("td").last).to_have_text("Fabriken")

        anna.choose("Tar över", "Nya verket")
        page.get_by_role("textbox", name="Skäl").fill("Har redan näten i norr")
        page.get_by_role("button", name="Lägg förslaget").click()
        expect(page.get_by_text("Förslaget är lagt.")).to_be_visible()
        anna.settled()
        cells = page.get_by_role("table", name="Förslag").locator("tbody tr").locator("th, td")
        expect(cells).to_have_text(
            ["Elnätet", "Nya verket", "1 januari 2031", "–", "–", "anna", "Har redan näten i norr"]
        )
        page.get_by_role("button", name="Godta").click()
        expect(page.get_by_text("Du har själv lagt förslaget, så en annan redaktör måste godta det.")).to_be_visible()

    with visiting(browser, site) as bo:
        bo.page.set_extra_http_headers({"X-User": "bo"})
        page = bo.go(PAGE)
        page.get_by_role("button", name="Godta").click()
        expect(page.get_by_text("Förslaget är godtaget och gäller från sin första dag.")).to_be_visible()
        page = bo.go("/objekt?id=bottleneck:power&as_of=2031-01-01")
        expect(page.locator(".ak-answer")).to_contain_text("Nya verket")

    with visiting(browser, site) as reader:
        page = reader.go(PAGE)
        expect(page.get_by_role("button", name="Lägg förslaget")).to_have_count(0)
        with page.expect_download() as download:
            page.get_by_role("button", name="Ladda ner paketet").click()
        assert download.value.suggested_filename == "overlamning-old-2030-12-31.zip"
        download.value.save_as(tmp_path / "package.zip")
    with zipfile.ZipFile(tmp_path / "package.zip") as package:
        assert "LÄS MIG.html" in package.namelist()
        assert package.testzip() is None
