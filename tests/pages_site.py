"""The web pages as a process of their own, and a browser that no foreign host can reach: for tests and pictures."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, Playwright, expect
from playwright.sync_api import TimeoutError as Late

APP = Path(__file__).resolve().parent.parent / "app.py"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
# One address of every page and section, by a name that a picture of it can have.
ADDRESSES = {
    "sok": "/",
    "svar": "/?q=elnät Boden",
    "ingen-agare": "/objekt?id=bottleneck:fossil-free-power",
    "oversikt": "/oversikt",
    "luckor": "/luckor",
    "tackning": "/tackning",
    "karta": "/tackning?vy=karta",
    "tidslinje": "/tidslinje",
    "jamfor": "/tidslinje?vy=jamfor",
    "overlamning": "/overlamning?actor=agency:tillvaxtverket&date=2026-12-31",
    "fraga": "/fraga",
    "fraga-lista": "/fraga?fraga=owners_of&ids=Boden%0ALuleå",
    "ladda": "/ladda",
    "granska": "/granska",
    "om": "/om",
    "om-kallor": "/om?del=kallorna",
    "om-fragor": "/om?del=fragorna",
    "tillganglighet": "/om?del=tillganglighet",
    "flaskhals": "/objekt?id=bottleneck:grid-capacity-lulea-boden",
    "samband": "/objekt?id=bottleneck:grid-capacity-lulea-boden&del=samband",
    "historik": "/objekt?id=bottleneck:national-coordination&del=historik",
    "kallor": "/objekt?id=bottleneck:national-coordination&del=kallor",
    "myndighet": "/objekt?id=agency:trafikverket",
    "kommun": "/objekt?id=municipality:2582",
    "lan": "/objekt?id=county:25",
    "tema": "/objekt?id=theme:energy",
    "uppdrag": "/objekt?id=mandate:SFS-2007-1119",
    "etablering": "/objekt?id=establishment:stegra-boden",
    "atgard": "/objekt?id=measure:aurora-line",
    "kalla": "/objekt?id=document:ud-2022-12-15",
    "utforska": "/utforska?id=bottleneck:grid-capacity-lulea-boden",
    "annan-dag": "/?q=nationell samordning&as_of=2023-06-30",
}
_STARTS = 60.0
_WAITS, _SOON = 120_000, 10_000  # milliseconds
_TRIES = 10
expect.set_options(timeout=_WAITS)
# Whether the page has been whole and at rest for so many milliseconds: just after a click it may not run yet.
_AT_REST = """least => {
  const app = document.querySelector(".stApp");
  const rests = app?.dataset.testScriptState === "notRunning"
    && document.querySelector(".ak-footer, .stException")
    && !document.querySelector("[data-stale='true'], [data-testid='stSkeleton']");
  window.restsSince = rests ? window.restsSince ?? performance.now() : undefined;
  return rests && performance.now() - window.restsSince >= least;
}"""
# Follows a link as one of the page's own, and says after how many seconds the page that it leads to is drawn.
# A quick page is drawn without ever showing that its script runs: what tells is that the page changes, and then rests.
_FOLLOW = """href => new Promise((done, late) => {
  if (new URL(href).href === window.location.href) return done(0);
  const link = document.createElement("a"), app = document.querySelector(".stApp");
  link.href = href;
  document.querySelector(".stHtml").append(link);
  window.requestAnimationFrame(() => {
    const begin = performance.now();
    let changed = 0;
    const observer = new MutationObserver(() => { changed = performance.now(); });
    observer.observe(app, { subtree: true, childList: true, characterData: true, attributes: true });
    const drawn = window.setInterval(() => {
      const isLate = performance.now() - begin > 120000;
      const rests = app.dataset.testScriptState === "notRunning" && performance.now() - changed > 100;
      if (!isLate && !(changed && rests && window.location.href === new URL(href).href)) return;
      window.clearInterval(drawn);
      observer.disconnect();
      isLate ? late(new Error(`${href} is not drawn`)) : done((changed - begin) / 1000);
    }, 10);
    link.click();
  });
})"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(home: Path, environment: Mapping[str, str] | None = None, *options: str) -> Iterator[str]:
    """The pages on a port of their own over the graph in ``home``; yields their address."""
    port = free_port()
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(APP), "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", *options]
    given = {**os.environ, "ANSVARSKARTA_HOME": str(home), **(environment or {})}
    with (home.parent / f"pages-{port}.log").open("wb") as log:
        server = subprocess.Popen(command, env=given, stdout=log, stderr=subprocess.STDOUT, cwd=home.parent)
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _STARTS
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"the pages ended with {server.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(address)


def launched(playwright: Playwright) -> Browser:
    """The machine's own Chromium where there is one, else the one that Playwright brought."""
    own = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return playwright.chromium.launch(executable_path=own, args=list(ARGUMENTS))


@dataclass
class Visitor:
    """A person at the pages; ``foreign`` are requests to any other host, none of which is resolved."""

    site: str
    page: Page
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.settled()

    def follow(self, path: str) -> float:
        """Goes on by a link, without a new load; returns the seconds from the click until the page is drawn."""
        seconds = float(self.page.evaluate(_FOLLOW, self.site + path))
        self.settled()
        return seconds

    def settled(self) -> Page:
        """The page when it is whole and rests; for what a click leads to, expect something of that first."""
        self.page.evaluate("delete window.restsSince")
        self.page.wait_for_function(_AT_REST, arg=300, timeout=_WAITS)
        return self.page

    def choose(self, field: str, option: str) -> None:
        """Chooses the one option with these words in a field of Streamlit's, again where a redraw closes its list."""
        page = self.settled()
        chosen = page.get_by_role("combobox", name=field, exact=True)
        listed = page.get_by_role("listbox", name=field).get_by_role("option", name=option)
        for _ in range(_TRIES):
            with suppress(Late):
                if chosen.get_attribute("aria-expanded", timeout=_SOON) != "true":
                    chosen.press("ArrowDown", timeout=_SOON)
                listed.click(timeout=_SOON)
                break
        expect(chosen).to_have_value(re.compile(re.escape(option)))
        self.settled()

    def repeat(self, deed: Callable[[], None], until: Locator) -> None:
        """Does what a picture that is still being drawn may miss, until what comes of it is to be seen."""
        self.settled()
        for _ in range(_TRIES):
            with suppress(Late):
                deed()
                until.wait_for(timeout=_SOON)
                break
        expect(until).to_be_visible()


@contextmanager
def visiting(browser: Browser, site: str, *, width: int = 1280, height: int = 900) -> Iterator[Visitor]:
    """A fresh browser profile on the site. Requests to other hosts are written down; ``ARGUMENTS`` let none resolve."""
    context = browser.new_context(viewport={"width": width, "height": height}, locale="sv-SE")
    context.set_default_timeout(_WAITS)
    visitor = Visitor(site, context.new_page())
    _watch(visitor)
    try:
        yield visitor
    finally:
        context.close()


def _watch(visitor: Visitor) -> None:
    host = urlsplit(visitor.site).netloc

    def note(address: str) -> None:
        asked = urlsplit(address)
        if asked.scheme in ("http", "https", "ws", "wss") and asked.netloc != host:
            visitor.foreign.append(address)

    visitor.page.on("request", lambda request: note(request.url))
    visitor.page.on("websocket", lambda socket: note(socket.url))
    visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
    visitor.page.on("dialog", lambda dialog: visitor.complaints.append(f"a dialog: {dialog.message}"))
