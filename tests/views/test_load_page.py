"""The editor's task on the page Ladda: from a file with errors to an answer, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages_site import Visitor, serving, visiting
from playwright.sync_api import Browser, FilePayload, Page, expect

WRONG = "id,name\ntheme:el nät,Elnät\ntheme:housing,\n"
THEMES = "id,name\ntheme:energy,Elnät och effekt\n"
RENAMED = "id,name\ntheme:energy,Elnät\ntheme:housing,Bostäder\n"


def csv(name: str, content: str) -> FilePayload:
    return {"name": name, "mimeType": "text/csv", "buffer": content.encode()}


@pytest.fixture
def editor(browser: Browser, home: Path) -> Iterator[Visitor]:
    home.mkdir()
    with serving(home) as site, visiting(browser, site) as person:
        yield person
        assert person.foreign == []
        assert person.complaints == []


def upload(page: Page, *files: FilePayload) -> None:
    page.locator("input[type=file]").set_input_files(list(files))


def rows(editor: Visitor, caption: str) -> list[list[str]]:
    """The table of that caption, row by row, when the page rests."""
    table = editor.page.get_by_role("table", name=caption)
    table.wait_for()
    editor.settled()
    return [
        [cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in table.locator("tbody tr").all()
    ]


def apply(editor: Visitor, number: int) -> None:
    page = editor.page
    page.get_by_role("button", name="Läs in", exact=True).click()
    expect(page.get_by_text(f"Inläst: {number} {'rad' if number == 1 else 'rader'}.")).to_be_visible()
    editor.settled()


def test_an_editor_mends_loads_and_takes_back(editor: Visitor) -> None:
    page = editor.go("/ladda")

    upload(page, csv("..\\themes.csv", WRONG))
    found = rows(editor, "Fel och varningar")
    assert [row[:4] for row in found[:2]] == [["fel", "themes.csv", "2", "id"], ["fel", "themes.csv", "3", "name"]]
    expect(page.get_by_role("button", name="Läs in", exact=True)).to_have_count(0)

    page = editor.go("/ladda")
    upload(page, csv("themes.csv", THEMES))
    assert rows(editor, "Det här skulle ändras") == [["Teman", "1", "0", "0", "0"]]
    assert rows(editor, "Nya rader") == [["Teman", "Elnät och effekt"]]
    apply(editor, 1)

    upload(page, csv("themes.csv", RENAMED))
    assert rows(editor, "Det här skulle ändras") == [["Teman", "1", "1", "0", "0"]]
    assert rows(editor, "Rader som får andra uppgifter") == [
        ["Teman", "Elnät och effekt", "name", "Elnät och effekt", "Elnät"]
    ]
    apply(editor, 2)
    expect(editor.go("/objekt?id=theme:energy").locator("h1")).to_have_text("Elnät")

    page = editor.go("/ladda")
    editor.choose("Ändring att ta tillbaka", "2 rader")
    page.get_by_role("button", name="Ta tillbaka").click()
    expect(page.get_by_text("Tillbakataget: 2 rader är som före ändringen.")).to_be_visible()
    editor.settled()
    assert [row[-1] for row in rows(editor, "Senaste ändringarna")] == ["gäller", "tillbakatagen", "gäller"]
    expect(editor.go("/objekt?id=theme:energy").locator("h1")).to_have_text("Elnät och effekt")


def test_much_that_goes_is_asked_about_first(editor: Visitor) -> None:
    page = editor.go("/ladda")
    upload(page, csv("themes.csv", RENAMED))
    apply(editor, 2)
    upload(page, csv("themes.csv", THEMES))
    page.get_by_text("Ta bort dem, i de tabeller som filerna har").click()
    expect(page.get_by_text("Mer än en femtedel av en tabell skulle tas bort: Teman, 1 av 2 rader.")).to_be_visible()
    assert rows(editor, "Rader som tas bort") == [["Teman", "Bostäder"]]
    button = page.get_by_role("button", name="Läs in", exact=True)
    expect(button).to_be_disabled()
    page.get_by_text("Ja, ta bort så mycket").click()
    expect(button).to_be_enabled()
    apply(editor, 2)
    expect(editor.go("/objekt?id=theme:housing").get_by_text("Det som länken pekar på finns inte.")).to_be_visible()


def test_who_may_not_change_anything_sees_no_such_page(browser: Browser, demonstration_home: Path) -> None:
    by_name = {"ANSVARSKARTA_EDITORS": "anna", "ANSVARSKARTA_USER_HEADER": "X-User"}
    with serving(demonstration_home, by_name) as site:
        with visiting(browser, site) as person:
            page = person.go("/ladda")
            expect(page.get_by_text("Du kan läsa allt, men inte ändra uppgifter.")).to_be_visible()
            expect(page.locator("input[type=file]")).to_have_count(0)
            expect(page.get_by_role("navigation").get_by_role("link", name="Ladda")).to_have_count(0)
        with visiting(browser, site) as person:
            person.page.set_extra_http_headers({"X-User": "anna"})
            expect(person.go("/ladda").locator("input[type=file]")).to_have_count(1)
