"""Om data: where the data come from, what is counted, how fresh they are, and how accessible the pages are."""

from __future__ import annotations

from collections.abc import Sequence

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.graph.model import NODE_TABLES
from ansvarskarta.queries import GROUPS, catalogue
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import data, load_log, wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import SHOWN, Heading, Shown, Table, draw

SECTION = "del"
DATA, SOURCES, QUESTIONS, ACCESSIBILITY = "uppgifterna", "kallorna", "fragorna", "tillganglighet"
_SECTIONS = (DATA, SOURCES, QUESTIONS, ACCESSIBILITY)
_WRITES = 50
_NUMBERS = ("number", "rows")


def show(page: Page) -> None:
    """Draws the page."""
    chosen = page.view.value(SECTION)
    section = chosen if chosen in _SECTIONS else DATA
    page.show("about.html", sections=_SECTIONS, chosen=section)
    if section == ACCESSIBILITY:
        page.show("accessibility.html")
    elif section == QUESTIONS:
        groups = [(group, [one for one in catalogue().values() if one.group == group]) for group in GROUPS]
        page.show("about_questions.html", groups=groups)
    elif section == SOURCES:
        _sources(page)
    else:
        _counts(page)
        _freshness(page)
        _status(page)


def _counts(page: Page) -> None:
    lang = page.view.lang
    rows = [
        (
            Shown(table.title.in_(lang)),
            Shown(wording.number(page.data.count(table.label), lang)),
            Shown(table.description.in_(lang)),
        )
        for table in NODE_TABLES
    ]
    _draw(page, "counts", ("kind", "number", "columns"), rows, len(rows))


def _sources(page: Page) -> None:
    """Draws the sources, the newest first, each with its publisher, date and address."""
    lang, none = page.view.lang, page.text("values.none")
    documents = page.data.documents()
    newest = documents[0].published if documents else ""
    page.show("sources.html", number=len(documents), newest=newest)
    rows = [
        (
            Shown(links=(Named(one.id, "Document", one.title),)),
            Shown(one.publisher or none),
            Shown(wording.day(one.published, lang) or none),
            Shown(one.url or one.reference or none),
        )
        for one in documents[:SHOWN]
    ]
    _draw(page, "source_list", ("document", "publisher", "published", "address"), rows, len(documents))


def _freshness(page: Page) -> None:
    lang = page.view.lang
    writes = page.data.writes()
    rows = [
        (
            Shown(wording.moment(one.at, lang)),
            Shown(page.text(f"about.deed_{one.deed}")),
            Shown(wording.number(one.rows, lang)),
            Shown(one.person),
            Shown(load_log.files(page, one)),
        )
        for one in writes[:_WRITES]
    ]
    _draw(page, "freshness", ("moment", "deed", "rows", "person", "files"), rows, len(writes))


def _status(page: Page) -> None:
    page.show(
        "status.html",
        engine=data.graph().engine.value,
        version=PRODUCT_VERSION,
        data_version=page.data.key.version,
        questions=len(catalogue()),
        may_edit=page.visitor.may_edit,
        name=page.visitor.name,
    )


def _draw(page: Page, name: str, columns: tuple[str, ...], rows: Sequence[tuple[Shown, ...]], every: int) -> None:
    if not rows:
        return
    headings = tuple(Heading(page.text(f"columns.{one}"), is_number=one in _NUMBERS) for one in columns)
    page.show("part.html", title=page.text(f"about.{name}"), lead=page.text(f"about.{name}_lead"), level=2)
    draw(page, Table(page.text(f"about.{name}"), headings, tuple(rows), every))
