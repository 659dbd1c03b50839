"""The main tasks by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from pages_site import Visitor
from playwright.sync_api import Page, expect

_OPENS = 10_000  # milliseconds
# Whether the focus is on it, within a component too.
_FOCUSED = """selector => {
  let focused = document.activeElement;
  while (focused.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused.matches(selector);
}"""


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(_FOCUSED, selector):
            return
    raise AssertionError(f"Tab never came to {selector}")


def test_searching_reading_and_following(visitor: Visitor) -> None:
    page = visitor.go("/")
    tab_to(page, "#ak-q")
    page.keyboard.type("elnät Boden")
    page.keyboard.press("Enter")
    expect(page.locator(".ak-verdict")).to_contain_text("Svenska kraftnät")
    visitor.settled()
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(page, ".ak-actions a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Överföringskapacitet till Luleå och Boden")


def test_the_first_tab_stop_skips_the_menu(visitor: Visitor) -> None:
    page = visitor.go("/luckor")
    tab_to(page, ".ak-skip", most=3)
    page.keyboard.press("Enter")
    expect(page.locator("#innehall")).to_be_focused()


def test_choosing_a_day_and_a_kind_of_gap(visitor: Visitor) -> None:
    page = visitor.go("/luckor")
    tab_to(page, "#ak-as-of")
    page.keyboard.press("Enter")
    visitor.settled()
    tab_to(page, ".ak-pills a:not([aria-current])")
    page.keyboard.press("Enter")
    expect(page.locator(".ak-pills a[aria-current]")).to_have_count(1)
    page.wait_for_url("**slag=**")


def test_handing_over_choosing_and_reading_what_is_left(visitor: Visitor) -> None:
    page = visitor.go("/overlamning")
    tab_to(page, "#ak-f-actor")
    page.keyboard.type("Tillväxtverket")
    tab_to(page, ".ak-filters button.ak-primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**actor=agency*tillvaxtverket**")
    visitor.settled()
    tab_to(page, ".ak-pills a")
    page.keyboard.press("Enter")
    expect(page.locator(".ak-sentence").first).to_contain_text("3 av dem lämnar något utan ägare dagen efter.")
    visitor.settled()
    tab_to(page, "[data-testid=stDownloadButton] button")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "overlamning-tillvaxtverket-2026-12-31.zip"


def test_pasting_a_list_and_reading_its_owners(visitor: Visitor) -> None:
    page = visitor.go("/fraga")
    tab_to(page, "a[href*='fraga=owners_of']")
    page.keyboard.press("Enter")
    expect(page.locator("#ak-p-ids")).to_be_visible()
    visitor.settled()
    tab_to(page, "#ak-p-ids")
    page.keyboard.insert_text("Boden\n2580")
    tab_to(page, ".ak-filters button.ak-primary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Vem äger det som står på listan?")).to_contain_text("Svenska kraftnät")


def test_walking_opening_and_leaving_the_graph(visitor: Visitor) -> None:
    page = visitor.go("/utforska?id=bottleneck:grid-capacity-lulea-boden")
    picture = page.get_by_role("application")
    expect(picture.locator("canvas")).to_be_visible()
    tab_to(page, "[role=application]")
    said = page.locator(".said")
    expect(said).to_contain_text("Vald: Överföringskapacitet till Luleå och Boden, flaskhals, 15 samband")
    page.keyboard.press("ArrowRight")
    expect(said).not_to_contain_text("Överföringskapacitet")
    walked = said.inner_text().removeprefix("Vald: ").split(", ")[0]
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(walked)


def test_going_from_the_matrix_to_a_list(visitor: Visitor) -> None:
    page = visitor.go("/tackning?county=county:25&theme=theme:land-use")
    tab_to(page, "a[href*='id=municipality']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Det här äger ingen")).to_be_visible()


def test_comparing_two_days(visitor: Visitor) -> None:
    page = visitor.go("/tidslinje")
    tab_to(page, "a[href*='vy=jamfor']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Från")).to_be_visible()
    visitor.settled()
    tab_to(page, "input[type=date]:not(#ak-as-of)")
    page.keyboard.press("ArrowDown")  # the year, month or day before, as the browser's language has it
    page.keyboard.press("Enter")
    expect(page.locator(".ak-sentence").first).not_to_contain_text("20 december 2022")
    expect(page.locator(".ak-sentence").first).to_contain_text("Mellan den")


def test_uploading_a_table_and_seeing_what_it_would_change(visitor: Visitor, tmp_path: Path) -> None:
    table = tmp_path / "themes.csv"
    table.write_text("id,name\ntheme:test,Provtema\n", encoding="utf-8")
    page = visitor.go("/ladda")

    def choose_file() -> None:
        tab_to(page, "[data-testid=stFileUploader] button")
        with page.expect_file_chooser(timeout=_OPENS) as chooser:
            page.keyboard.press("Enter")
        chooser.value.set_files(table)

    visitor.repeat(choose_file, until=page.get_by_role("button", name="Läs in", exact=True))
    added = page.get_by_role("table", name="Nya rader").locator("tbody tr")
    expect(added.locator("th, td")).to_have_text(["Teman", "Provtema"])
