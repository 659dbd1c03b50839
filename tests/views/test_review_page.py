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

HOSTILE = """Uppdrag om <script>window.ran='script'</script> ![bild](http://foreign.example/p.png)

Diarienummer: KN2026/00001

Regeringen uppdrar åt <img src=x onerror="window.ran='image'"> AB och **Boverket** att bygga \u202evänt\u202c. Uppdraget
ska genomföras i samverkan med =HYPERLINK("http://foreign.example") AB och [länk](javascript:window.ran='link') AB.
$x^2$ :red[röd] {{ 7*7 }} </div></textarea><iframe src="http://foreign.example/"></iframe> ska redovisas den 1 maj 2027.
"""


def opened(person: Visitor, text: str = DECISION) -> Page:
    page = person.go("/granska")
    page.set_default_timeout(60_000)
    file: FilePayload = {"name": "beslut.txt", "mimeType": "text/plain", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files([file])
    expect(page.locator(".ak-decision[contenteditable=true]")).to_be_visible()
    person.settled()
    return page


def is_text(page: Page) -> None:
    """Nothing that the decision holds was run, drawn, or made a link."""
    assert page.evaluate("window.ran") is None
    main = page.locator("[data-testid=stMain]")
    assert main.locator("iframe, script, img, [onerror]").count() == 0
    assert main.locator("a[href*='foreign.example'], a[href^='javascript'], strong:has-text('Boverket')").count() == 0
    assert page.locator(".stException").count() == 0


def test_a_hostile_decision_stays_text(browser: Browser, home: Path) -> None:
    home.mkdir()
    with serving(home) as site, visiting(browser, site) as person:
        page = opened(person, HOSTILE)
        assert HOSTILE.splitlines()[0] in page.locator(".ak-decision").inner_text()
        is_text(page)
        page.get_by_role("button", name="nya förslag").click()
        expect(page.get_by_text("förslag är sparade.")).to_be_visible()
        person.settled()
        is_text(page)
        person.choose("Förslag att rätta", "uppdrag: Uppdrag om <script>")
        page.get_by_role("textbox", name="Ord ur beslutet").fill("<img src=x onerror=\"window.ran='image'\"> AB")
        page.get_by_role("textbox", name="Ord ur beslutet").press("Enter")
        expect(page.get_by_role("button", name="Lägg till som förslag")).to_be_visible()
        person.settled()
        is_text(page)
        assert person.foreign == []
        assert person.complaints == []


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
        person.choose("Förslag att rätta", "uppdrag: Uppdrag om elnät")
        page.get_by_role("textbox", name="Sista dag").fill("2027-06-30")
        page.get_by_role("textbox", name="Sista dag").press("Enter")
        person.settled()
        page.get_by_role("button", name="Spara rättelsen").click()
        expect(page.get_by_text("Rättelsen är sparad som förslag.")).to_be_visible()
        person.settled()

        page.locator(".ak-decision").focus()
        page.keyboard.press("Control+Home")
        page.keyboard.press("Shift+ArrowDown")
        page.keyboard.press("x")
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox", name="Ord ur beslutet")).to_have_value("Uppdrag om elnät")
        person.settled()

        page.get_by_text("som visas", exact=False).click()
        page.get_by_role("button", name="Godta").click()
        expect(page.get_by_text("Inga förslag väntar.")).to_be_visible()

        page = opened(person)
        expect(page.get_by_text("Allt som lästes ut finns redan, väntar redan eller har avvisats")).to_be_visible()
        page = person.go("/objekt?id=mandate:uppdrag-om-elnat&del=samband")
        expect(page.get_by_text("30 juni 2027").first).to_be_attached()
        table = page.get_by_role("table", name="Samband")
        expect(table).to_contain_text("Statens energimyndighet")
        expect(table).not_to_contain_text("svenska kraftnät")
        assert person.foreign == []
        assert person.complaints == []
