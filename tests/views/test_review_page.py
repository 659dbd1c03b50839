"""From a decision on paper to a reviewed row: read, look at the words, reject one, accept the rest, read again."""

from __future__ import annotations

from pathlib import Path

from pages_site import Visitor, serving, visiting
from playwright.sync_api import Browser, FilePayload, Page, expect

expect.set_options(timeout=60_000)

DECISION = """Uppdrag om elnät

Regeringens beslut

Regeringen uppdrar åt Statens energimyndighet att kartlägga elnätet i Norrbottens län. Uppdraget ska genomföras i
samverkan med Svenska kraftnät och slutredovisas senast den 30 juni 2027.
"""
FILE: FilePayload = {"name": "beslut.txt", "mimeType": "text/plain", "buffer": DECISION.encode()}


def opened(person: Visitor) -> Page:
    page = person.go("/granska")
    page.set_default_timeout(60_000)
    page.locator("input[type=file]").set_input_files([FILE])
    return page


def test_a_decision_becomes_reviewed_rows(browser: Browser, home: Path) -> None:
    home.mkdir()
    with serving(home) as site, visiting(browser, site) as person:
        page = opened(person)
        mark = page.locator("mark", has_text="Statens energimyndighet")
        expect(mark).to_have_count(1)
        page.get_by_role("button", name="nya förslag").click()
        expect(page.get_by_text("förslag är sparade.")).to_be_visible()
        person.settled()

        number = mark.locator("a").inner_text()
        page.get_by_role("link", name=f"Visa orden ({number})", exact=True).first.click()
        assert page.evaluate("document.activeElement.id") == f"q-{number}"
        mark.locator("a").click()
        assert page.evaluate("document.activeElement.id") == f"p-{number}"

        page.get_by_text("Uppdrag om elnät – ska samverka med – Affärsverket svenska kraftnät").click()
        page.get_by_role("button", name="Avvisa").click()
        expect(page.get_by_text("Skriv varför förslaget avvisas.")).to_be_visible()
        page.get_by_role("textbox", name="Kommentar").fill("Samverkan är frivillig")
        page.get_by_role("button", name="Avvisa").click()
        expect(page.get_by_text("Avvisat: 1 förslag.")).to_be_visible()
        person.settled()
        page.get_by_role("combobox", name="Förslag att rätta").press("ArrowDown")
        page.get_by_role("option", name="uppdrag: Uppdrag om elnät").click()
        page.get_by_role("textbox", name="Sista dag").fill("2027-06-30")
        page.get_by_role("button", name="Spara rättelsen").click()
        expect(page.get_by_text("Rättelsen är sparad som förslag.")).to_be_visible()
        person.settled()

        page.get_by_text("som visas", exact=False).click()
        page.get_by_role("button", name="Godta").click()
        expect(page.get_by_text("Inga förslag väntar.")).to_be_visible()

        page = opened(person)
        expect(page.get_by_text("Allt som lästes ut finns redan, väntar redan eller har avvisats")).to_be_visible()
        page = person.go("/objekt?id=mandate:uppdrag-om-elnat&del=samband")
        expect(page.get_by_text("Sista dagen som raden gäller")).to_have_count(1)
        table = page.get_by_role("table", name="Samband")
        expect(table).to_contain_text("Statens energimyndighet")
        expect(table).not_to_contain_text("svenska kraftnät")
        assert person.foreign == []
        assert person.complaints == []
