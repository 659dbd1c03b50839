"""The page of pictures in a real browser: it asks nobody for anything, draws, and runs nothing of the data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from ansvarskarta.exports.content import Source
from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.formats.pictures import MOST_NODES, Edge, pictures
from ansvarskarta.exports.writing import export
from ansvarskarta.graph.model import Table
from ansvarskarta.graph.values import Row
from export_fixtures import MakeContent
from playwright.sync_api import Browser, Dialog


@dataclass(frozen=True)
class Seen:
    """What the browser saw of a page."""

    text: str
    canvases: int
    pictures: int
    injected: int
    requests: list[str]
    dialogs: list[str]
    errors: list[str]


Browse = Callable[[Source], Seen]


@pytest.fixture
def browse(tmp_path: Path, content: MakeContent, browser: Browser) -> Browse:
    def look(source: Source) -> Seen:
        export(content(source), formats()["html"], tmp_path / "bild.html")
        requests: list[str] = []
        dialogs: list[str] = []

        def dismiss(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        page = browser.new_page()
        page.on("request", lambda request: requests.append(request.url))
        page.on("dialog", dismiss)
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto((tmp_path / "bild.html").as_uri())
        page.locator(".picture").first.scroll_into_view_if_needed()
        page.wait_for_selector("canvas")
        seen = Seen(
            text=page.inner_text("body"),
            canvases=page.locator("canvas").count(),
            pictures=page.locator(".picture").count(),
            injected=page.locator("td img, td script, h2 script").count(),
            requests=requests,
            dialogs=dialogs,
            errors=errors,
        )
        page.close()
        return seen

    return look


def test_it_draws_a_picture_a_theme_and_asks_for_nothing(browse: Browse, demo: Source) -> None:
    seen = browse(demo)
    assert len(seen.requests) == 1
    assert seen.errors == []
    assert seen.pictures > 5
    assert seen.canvases >= 1
    assert "Demonstrationsdata, inte ett register." in seen.text


def test_what_does_not_hold_on_the_day_is_dashed(tmp_path: Path, demo: Source, content: MakeContent) -> None:
    for day, dashed in (("2026-11-24", True), ("2026-11-25", False)):
        as_of = day if not dashed else None
        export(content(demo, day=day, as_of=as_of), formats()["html"], tmp_path / f"{day}.html")
        assert ('"dashes": true' in (tmp_path / f"{day}.html").read_text(encoding="utf-8")) is dashed


def test_hostile_names_are_text(browse: Browse, hostile: Source) -> None:
    def themed(table: Table) -> Iterable[Row]:
        if table.name != "has_theme":
            return hostile(table)
        return [{"start": f"bottleneck:{number:02}", "end": "theme:t"} for number in range(14)]

    seen = browse(themed)
    assert seen.dialogs == []
    assert seen.injected == 0
    assert len(seen.requests) == 1
    assert "<script>alert(1)</script>" in seen.text


def test_no_picture_has_more_nodes_than_people_can_read() -> None:
    labels = {"theme:t": "Theme", "actor:a": "Actor"} | {f"bottleneck:{i:04}": "Bottleneck" for i in range(400)}
    edges = [Edge(id_, "HAS_THEME", "theme:t", "", "", "") for id_ in labels if id_.startswith("bottleneck")]
    edges += [Edge("actor:a", "RESPONSIBLE_FOR", edge.start, "owner", "", "") for edge in edges]
    drawn, left_out = pictures(edges, {id_: id_ for id_ in labels}, labels)
    assert [len(picture.places) for picture in drawn] == [MOST_NODES, MOST_NODES, 106]
    assert [picture.part for picture in drawn] == [1, 2, 3]
    assert left_out == 0
    assert len({place for picture in drawn[:1] for place in picture.places.values()}) == MOST_NODES
