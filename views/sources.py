"""Källor: the documents that what is said rests on, with their own words; and what rests on one document."""

from __future__ import annotations

from collections.abc import Sequence

from ansvarskarta.queries import located
from ansvarskarta.queries.nodes import Node
from ansvarskarta.views import wording
from ansvarskarta.views.ego import said
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Heading, Shown, Table, draw


def show(page: Page, node: Node) -> None:
    """Draws the sources of a thing: of itself, and of each of its links on any day."""
    links = [link for link in page.data.links(node.id) if link.text("document")]
    ids = [node.text("document"), *(link.text("document") for link in links)]
    names = page.names(filter(None, ids))
    rows = []
    if node.text("document"):
        own = (
            Shown(links=(names[node.text("document")],)),
            Shown(page.text("thing.itself")),
            Shown(),
            Shown(located(node.text("locator"), page.view.lang)),
            Shown(node.text("quote")),
            Shown(_confidence(page, node.text("confidence"))),
        )
        rows.append(own)
    rows += [
        (
            Shown(links=(names[link.text("document")],)),
            Shown(said(page, link)),
            Shown(links=(link.other,)),
            Shown(located(link.text("locator"), page.view.lang)),
            Shown(link.text("quote")),
            Shown(_confidence(page, link.text("confidence"))),
        )
        for link in sorted(
            links, key=lambda link: (names[link.text("document")].name, said(page, link), link.other.name)
        )
    ]
    if not rows:
        page.show("part_empty.html", what=page.text("thing.sources_empty"))
        return
    _draw(page, rows, ("document", "relation", "other", "locator", "quote", "confidence"))


def of_document(page: Page, node: Node) -> None:
    """Draws what rests on a document."""
    rows = [
        (
            Shown(links=(one.start,)),
            Shown(wording.relation(one.type, page.view.lang, outward=True) if one.type else page.text("thing.itself")),
            Shown(links=(one.end,) if one.end else ()),
            Shown(located(one.locator, page.view.lang)),
            Shown(one.quote),
            Shown(_confidence(page, one.confidence)),
        )
        for one in page.data.stated_in(node.id)
    ]
    page.show("part.html", title=page.text("thing.stated"), lead="", level=2)
    if rows:
        _draw(page, rows, ("start", "relation", "other", "locator", "quote", "confidence"))
    else:
        page.show("part_empty.html", what=page.text("thing.stated_empty"))


def _draw(page: Page, rows: Sequence[tuple[Shown, ...]], columns: tuple[str, ...]) -> None:
    headings = tuple(Heading(page.text(f"columns.{name}")) for name in columns)
    draw(page, Table(page.text("thing.tab_kallor"), headings, tuple(rows[:500]), len(rows)))


def _confidence(page: Page, value: str) -> str:
    return page.text(f"values.confidence_{value or 'stated'}")
