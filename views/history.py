"""Historik: how a responsibility passed from hand to hand, with the gaps; and how the data about a thing changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ansvarskarta.graph.changes import Change
from ansvarskarta.graph.dates import today
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.queries.nodes import Node
from ansvarskarta.queries.periods import Days, Period, gaps
from ansvarskarta.texts import Language
from ansvarskarta.views import wording
from ansvarskarta.views.bars import Bar, chart
from ansvarskarta.views.data import in_sweden
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Heading, Shown, Table, draw

_CHANGES = 100


def show(page: Page, node: Node) -> None:
    """Draws the section."""
    if node.label in ("Bottleneck", "Theme"):
        _owners(page, node)
    else:
        _links(page, node)
    _changes(page, node)


def _owners(page: Page, node: Node) -> None:
    found = page.data.periods(node.id)
    page.show("part.html", title=page.text("thing.owners_over_time"), lead=page.text("thing.owners_lead"), level=2)
    owners = [one for one in found if one.role == "owner"]
    if not owners:
        page.show("part_empty.html", what=page.text("thing.owners_none"))
    empty = gaps(owners, max(today(), page.view.day))
    bars = [Bar(one.actor_name, one.start, one.end, "owner") for one in owners]
    bars += [Bar(page.text("search.no_owner"), one.start, one.end, "gap") for one in empty]
    if owners:
        chart(
            page, bars, described=page.text("thing.owners_alt", number=len(owners), gaps=len(empty)), key=f"h-{node.id}"
        )
    dated = [(one.start or "", _period(page, one)) for one in found] + [(one.start, _gap(page, one)) for one in empty]
    if dated:
        rows = [row for _, row in sorted(dated, key=lambda pair: pair[0])]
        _draw(page, "owners_over_time", ("actor", "role", "valid_from", "valid_to", "mandate", "document"), rows)


def _gap(page: Page, days: Days) -> tuple[Shown, ...]:
    lang, nothing = page.view.lang, Shown(page.text("values.none"))
    start, end = Shown(wording.day(days.start, lang)), Shown(wording.day(days.end, lang))
    return Shown(page.text("search.no_owner"), tone="none"), nothing, start, end, nothing, nothing


def _period(page: Page, one: Period) -> tuple[Shown, ...]:
    lang = page.view.lang
    names = page.names(filter(None, (one.actor, one.mandate, one.document)))
    nothing = Shown(page.text("values.none"))
    return (
        Shown(links=(names[one.actor],)),
        Shown(wording.choice(one.role, "responsible_for", "role", lang)),
        Shown(wording.day(one.start, lang) or page.text("values.unknown_start")),
        Shown(wording.day(one.end, lang) or page.text("values.unknown_end")),
        Shown(links=(names[one.mandate],)) if one.mandate else nothing,
        Shown(links=(names[one.document],)) if one.document else nothing,
    )


def _links(page: Page, node: Node) -> None:
    """Links with days of their own, past and coming ones too."""
    lang = page.view.lang
    dated = [link for link in page.data.links(node.id) if link.text("valid_from") or link.text("valid_to")]
    if not dated:
        return
    page.show("part.html", title=page.text("thing.over_time"), lead="", level=2)
    rows = [
        (
            Shown(wording.relation(link.type, lang, outward=link.outward)),
            Shown(links=(link.other,)),
            Shown(wording.day(link.text("valid_from"), lang) or page.text("values.unknown_start")),
            Shown(wording.day(link.text("valid_to"), lang) or page.text("values.unknown_end")),
        )
        for link in sorted(dated, key=lambda one: (one.text("valid_from"), one.text("valid_to") or "9999"))
    ]
    _draw(page, "over_time", ("relation", "other", "valid_from", "valid_to"), rows)


def _changes(page: Page, node: Node) -> None:
    page.show("part.html", title=page.text("thing.changes"), lead=page.text("thing.changes_lead"), level=2)
    found = page.data.changes_of(node.id)
    if not found:
        page.show("part_empty.html", what=page.text("thing.changes_none"))
        return
    lang = page.view.lang
    counted = Counter(
        (change.load.at, _what(change), change.table.name, _columns(change, lang), change.load.person)
        for change in found
    )
    rows = [
        (
            Shown(wording.day(in_sweden(at), lang)),
            Shown(page.text(f"thing.change_{what}")),
            Shown(TABLE_BY_NAME[table].title.in_(lang)),
            Shown(wording.number(number, lang)),
            Shown(columns),
            Shown(person),
        )
        for (at, what, table, columns, person), number in counted.items()
    ]
    _draw(page, "changes", ("day", "change", "kind", "number", "columns", "person"), rows[:_CHANGES], len(rows))


def _what(change: Change) -> str:
    return "created" if change.before is None else "removed" if change.after is None else "changed"


def _columns(change: Change, lang: Language) -> str:
    """Which facts changed, in words; of a row that is new or gone that would be all of them."""
    if _what(change) != "changed":
        return ""
    names = {one.name: one.description.in_(lang).rstrip(".") for one in change.table.columns}
    return "; ".join(names[one.column] for one in change.differences)


def _draw(
    page: Page, name: str, columns: tuple[str, ...], rows: Sequence[tuple[Shown, ...]], every: int | None = None
) -> None:
    headings = tuple(Heading(page.text(f"columns.{column}")) for column in columns)
    draw(page, Table(page.text(f"thing.{name}"), headings, tuple(rows), len(rows) if every is None else every))
