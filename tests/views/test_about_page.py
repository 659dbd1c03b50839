from __future__ import annotations

from pages_site import Visitor
from playwright.sync_api import expect


def test_sources_stand_newest_first_with_date_and_address(visitor: Visitor) -> None:
    page = visitor.go("/om?del=kallorna")
    expect(page.get_by_text("Uppgifterna vilar på 198 källor. Den nyaste är från 7 mars 2026.")).to_be_visible()
    rows = page.get_by_role("table", name="Alla källor").locator("tbody tr")
    expect(rows).to_have_count(198)
    expect(rows.first.locator("td")).to_have_text(
        ["Fria Tider", "7 mars 2026", "https://www.friatider.se/uppgift-stegras-pengar-tar-slut-inom-veckor"]
    )


def test_what_a_question_means_leads_to_asking_it(visitor: Visitor) -> None:
    page = visitor.go("/om?del=fragorna")
    page.get_by_role("link", name="Vilka flaskhalsar saknar ägare?").click()
    visitor.settled()
    expect(page.locator("h1")).to_have_text("Fråga")
    expect(page.get_by_role("table", name="Vilka flaskhalsar saknar ägare?")).to_be_visible()


def test_the_statement_says_what_streamlit_lacks(visitor: Visitor) -> None:
    page = visitor.go("/om?del=tillganglighet")
    expect(page.get_by_role("heading", name="Brister i Streamlit, som sidorna byggs med")).to_be_visible()
    expect(page.get_by_text("Upload, Remove, Open")).to_be_visible()
