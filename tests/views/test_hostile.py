"""Hostile names on every page: they are shown as text, run nothing, and ask nobody."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from ansvarskarta.graph.connection import open_graph
from ansvarskarta.graph.embedded.link import folder_of
from ansvarskarta.graph.embedded.status import stop_engine
from ansvarskarta.graph.settings import Settings
from ansvarskarta.loaders.loading import load
from pages_site import serving, visiting
from playwright.sync_api import Browser

NAMES = {
    "script": "<script>window.ran='script'</script>",
    "image": "<img src=x onerror=\"window.ran='image'\">",
    "markdown": "![bild](http://foreign.example/p.png) [länk](http://foreign.example/) **fet** `kod`",
    "math": "$x^2$ :material/home: :red[röd] {{ 7*7 }} {b}",
    "link": "<a href=\"javascript:window.ran='link'\">klicka</a>",
    "formula": '=HYPERLINK("http://foreign.example";"klicka")',
    "bidi": "Trafik\u202etekrev\u202c\u2066x\u2069",
    "frame": '</textarea></style><iframe src="http://foreign.example/"></iframe>',
}
PAGES = (
    "/", "/?q=script", "/?q=bild", "/oversikt", "/luckor", "/luckor?slag=weak_evidence", "/tackning",
    "/tackning?vy=karta", "/tidslinje?urval=alla", "/tidslinje?vy=jamfor&fran=2000-01-01",
    "/overlamning?actor=agency:script&date=2026-12-31", "/fraga?fraga=owners_of&ids=municipality:2582", "/om",
    "/fraga?cypher=MATCH (n:Entity) RETURN n.name", "/ladda",
    *(f"/objekt?id=bottleneck:{name}" for name in NAMES),
    "/objekt?id=bottleneck:script&del=samband", "/objekt?id=bottleneck:script&del=historik",
    "/objekt?id=bottleneck:script&del=kallor", "/objekt?id=agency:image", "/objekt?id=theme:markdown",
    "/objekt?id=municipality:2582", "/objekt?id=mandate:link", "/objekt?id=document:markdown",
    "/utforska?id=bottleneck:script&mot=agency:image",
    "/?q=<script>window.ran='q'</script>", "/objekt?id=<img src=x onerror=window.ran='id'>",
    "/luckor?slag=\"><script>window.ran='slag'</script>", "/?as_of=<script>window.ran='as_of'</script>",
)  # fmt: skip


def write(folder: Path, table: str, rows: list[dict[str, str]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture(scope="module")
def hostile_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")

    def nodes(prefix: str, **more: str) -> list[dict[str, str]]:
        return [
            {
                "id": f"{prefix}:{key}",
                "name": name,
                "description": name,
                "document": "document:markdown",
                "quote": name[:300],
            }
            | more
            for key, name in NAMES.items()
        ]

    documents = [
        {"id": f"document:{key}", "title": name, "name": name, "publisher": name, "document": ""}
        for key, name in NAMES.items()
    ]
    write(folder, "documents", documents)
    write(folder, "actors", nodes("agency", type="agency"))
    write(folder, "themes", nodes("theme"))
    write(folder, "bottlenecks", nodes("bottleneck", severity="5", status="open"))
    write(folder, "mandates", nodes("mandate", kind="assignment", reference=NAMES["script"], valid_to="2026-12-31"))
    write(folder, "counties", [{"id": "county:25", "name": NAMES["image"], "code": "25"}])
    place = {"id": "municipality:2582", "name": NAMES["script"], "code": "2582", "county": "county:25"}
    write(folder, "municipalities", [place])
    every = list(NAMES)
    owned = [
        {
            "start": f"agency:{key}", "end": f"bottleneck:{key}", "role": "owner", "mandate": f"mandate:{key}",
            "document": f"document:{key}", "locator": NAMES[key], "quote": NAMES[key][:300], "note": NAMES[key],
        }
        for key in every[:6]
    ]  # fmt: skip
    write(folder, "responsible_for", owned)
    write(folder, "has_theme", [{"start": f"bottleneck:{key}", "end": f"theme:{key}"} for key in every])
    write(folder, "occurs_in", [{"start": f"bottleneck:{key}", "end": "municipality:2582"} for key in every])
    chain = [{"start": f"bottleneck:{a}", "end": f"bottleneck:{b}"} for a, b in pairwise(every)]
    write(folder, "depends_on", chain)
    write(folder, "given_to", [{"start": f"mandate:{key}", "end": f"agency:{key}"} for key in every])
    return folder


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory, hostile_tables: Path) -> Iterator[str]:
    home = tmp_path_factory.mktemp("hostile-pages") / "home"
    with open_graph(Settings(home=home)) as graph:
        load(graph, [hostile_tables], person="<b>prov</b>")
    with serving(home) as address:
        yield address
    stop_engine(folder_of(home))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_hostile_names_are_text_everywhere(browser: Browser, hostile_site: str, lang: str) -> None:
    with visiting(browser, hostile_site) as person:
        page = person.go("/om")
        for path in PAGES:
            person.follow(path if lang == "sv" else f"{path}{'&' if '?' in path else '?'}lang=en")
            assert page.evaluate("window.ran") is None, path
            main = page.locator("[data-testid=stMain]")
            assert main.locator("iframe, script, img[src='x'], [onerror]").count() == 0, path
            assert main.locator("a[href*='foreign.example'], a[href^='javascript']").count() == 0, path
            assert page.locator(".stException").count() == 0, path
        assert person.foreign == []
        assert person.complaints == []


def test_the_name_itself_is_read(browser: Browser, hostile_site: str) -> None:
    with visiting(browser, hostile_site) as person:
        page = person.go("/objekt?id=bottleneck:script")
        assert page.get_by_role("heading", level=1).inner_text() == NAMES["script"]
        page = person.go("/objekt?id=bottleneck:markdown")
        assert page.get_by_role("heading", level=1).inner_text() == NAMES["markdown"]
        page = person.go("/objekt?id=bottleneck:bidi")
        assert page.get_by_role("heading", level=1).inner_text() == "Trafiktekrevx"
