"""Om data: where the data come from, what is counted, how fresh they are, and how accessible the pages are."""

from __future__ import annotations

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.queries import catalogue
from ansvarskarta.views import data, wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Heading, Shown, Table, draw

SECTION, DATA, ACCESSIBILITY = "del", "uppgifterna", "tillganglighet"
_WRITES = 50


def show(page: Page) -> None:
    """Draws the page."""
    section = ACCESSIBILITY if page.view.value(SECTION) == ACCESSIBILITY else DATA
    page.show("about.html", sections=(DATA, ACCESSIBILITY), chosen=section)
    if section == ACCESSIBILITY:
        page.show("accessibility.html")
        return
    _counts(page)
    _sources(page)
    _freshness(page)
    graph = data.graph()
    page.show(
        "status.html",
        engine=graph.engine.value,
        version=PRODUCT_VERSION,
        data_version=page.data.key.version,
        questions=len(catalogue()),
        may_edit=page.visitor.may_edit,
        name=page.visitor.name,
    )


def _counts(page: Page) -> None:
    lang = page.view.lang
    rows = tuple(
        (
            Shown(table.title.in_(lang)),
            Shown(wording.number(page.data.count(table.label), lang)),
            Shown(table.description.in_(lang)),
        )
        for table in NODE_TABLES
    )
    _draw(page, "counts", ("kind", "number", "columns"), rows, len(rows))


def _sources(page: Page) -> None:
    documents = page.data.listed("Document")
    page.show("sources.html", number=len(documents), documents=documents[:500])


def _freshness(page: Page) -> None:
    lang = page.view.lang
    writes = page.data.writes()
    rows = tuple(
        (
            Shown(wording.day(data.in_sweden(one.at), lang)),
            Shown(page.text(f"about.deed_{one.deed}")),
            Shown(wording.number(one.rows, lang)),
            Shown(one.person),
            Shown(", ".join(file.name for file in one.files[:5]) or page.text("values.none"), more=0),
        )
        for one in writes[:_WRITES]
    )
    if rows:
        _draw(page, "freshness", ("day", "deed", "rows", "person", "files"), rows, len(writes))


def _draw(page: Page, name: str, columns: tuple[str, ...], rows: tuple[tuple[Shown, ...], ...], every: int) -> None:
    headings = tuple(Heading(page.text(f"columns.{one}"), is_number=one in ("number", "rows")) for one in columns)
    page.show("part.html", title=page.text(f"about.{name}"), lead=page.text(f"about.{name}_lead"), level=2)
    draw(page, Table(page.text(f"about.{name}"), headings, rows, every))
