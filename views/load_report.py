"""What a load would do, as tables: what is wrong line by line, how much changes, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ansvarskarta.graph.model import NodeTable
from ansvarskarta.graph.values import Value
from ansvarskarta.loaders.problems import Level, Problems
from ansvarskarta.loaders.result import LoadResult, RowChange
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import SHOWN, Heading, Shown, Table, draw

_NUMBERS = ("created", "changed", "unchanged", "removed", "line")
_NEW = 20  # new rows that are named
_DEMO_STAYS = "demo_stays"  # a notice whose hint is the terminal's; the page has a choice for it


def problems(page: Page, found: Problems) -> None:
    """Draws everything that is wrong; where nothing is, says so."""
    if not len(found):
        page.show("part_empty.html", what=page.text("loading.no_problems"))
        return
    lang, none = page.view.lang, page.text("values.none")
    rows = [
        (
            Shown(page.text(f"loading.{one.level}"), tone="none" if one.level is Level.ERROR else ""),
            Shown(f"{one.place.file} {one.place.sheet or ''}".strip()),
            Shown(str(one.place.line or none)),
            Shown(one.place.column or none),
            Shown(one.shown or none),
            Shown(one.message(lang)),
            Shown(page.text("loading.demo_stays_hint") if one.code == _DEMO_STAYS else one.hint(lang)),
        )
        for one, _ in zip(found, range(SHOWN), strict=False)
    ]
    _draw(page, "problems", ("level", "file", "line", "column", "value", "problem", "hint"), rows, len(found))


def counts(page: Page, result: LoadResult) -> None:
    """Draws how many rows of each table are new, get other facts, go, or stay."""
    lang = page.view.lang
    titles = {plan.table.name: plan.table.title.in_(lang) for plan in result.plans}
    rows = [
        (
            Shown(titles[name]),
            *(Shown(wording.number(number, lang)) for number in (one.created, one.changed, one.removed, one.unchanged)),
        )
        for name, one in result.counts().items()
    ]
    _draw(page, "counts", ("table", "created", "changed", "removed", "unchanged"), rows, len(rows))


def changes(page: Page, result: LoadResult) -> None:
    """Draws the rows that get other facts, property by property, then those that go, then the first new ones."""
    by_kind: dict[str, list[RowChange]] = {"changed": [], "removed": [], "created": []}
    for change in result.changes():
        by_kind[change.what].append(change)
    names = page.names(_ids(change for kind in by_kind.values() for change in kind[:SHOWN]))
    names |= _new_names(by_kind["created"])
    changed = [
        (
            _table(page, change),
            _row(change, names),
            Shown(difference.column),
            Shown(_plain(page, difference.before)),
            Shown(_plain(page, difference.after)),
        )
        for change in by_kind["changed"][:SHOWN]
        for difference in change.differences
    ]
    every = sum(len(change.differences) for change in by_kind["changed"])
    _draw(page, "changed_rows", ("table", "row", "column", "before", "after"), changed, every)
    for what, most in (("removed", SHOWN), ("created", _NEW)):
        rows = [(_table(page, change), _row(change, names)) for change in by_kind[what][:most]]
        _draw(page, f"{what}_rows", ("table", "row"), rows, len(by_kind[what]))


def _table(page: Page, change: RowChange) -> Shown:
    return Shown(change.table.title.in_(page.view.lang))


def _row(change: RowChange, names: dict[str, Named]) -> Shown:
    """What the row is about: the things that its identity names, by their names where they have any yet."""
    return Shown(" – ".join(names[part].name for part in _parts(change)))


def _parts(change: RowChange) -> list[str]:
    """The ids in a row's identity, a relationship's start and end."""
    parts = change.key.split("|")
    return parts[1:3] if len(parts) > 2 else parts[:1]


def _new_names(created: Iterable[RowChange]) -> dict[str, Named]:
    """The names that new nodes will have, by id."""
    return {
        change.key: Named(change.key, "", str(difference.after))
        for change in created
        for difference in change.differences
        if isinstance(change.table, NodeTable) and difference.column in ("name", "title")
    }


def _ids(found: Iterable[RowChange]) -> set[str]:
    return {part for change in found for part in _parts(change)}


def _plain(page: Page, value: Value) -> str:
    if value is None or value in ("", []):
        return page.text("values.none")
    return "; ".join(value) if isinstance(value, list) else str(value)


def _draw(page: Page, name: str, columns: Sequence[str], rows: Sequence[tuple[Shown, ...]], every: int) -> None:
    if not rows:
        return
    headings = tuple(Heading(page.text(f"columns.{one}"), is_number=one in _NUMBERS) for one in columns)
    page.show("part.html", title=page.text(f"loading.{name}"), lead="", level=3)
    draw(page, Table(page.text(f"loading.{name}"), headings, tuple(rows), every))
