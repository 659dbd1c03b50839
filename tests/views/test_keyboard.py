"""The main tasks by keyboard alone."""

from __future__ import annotations

from pages_site import Visitor
from playwright.sync_api import Page, expect


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
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
