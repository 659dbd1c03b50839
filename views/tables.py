"""Answers as tables that people read: names that lead on, days and numbers in words, and no ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

import streamlit as st
from ansvarskarta.exports.answers import answer_csv
from ansvarskarta.graph.model import RELATIONSHIP_TABLE_BY_TYPE
from ansvarskarta.queries import Answer, AnswerColumn, AnswerRow, Cell, ColumnKind, catalogue
from ansvarskarta.queries.nodes import Named
from ansvarskarta.texts import Language, text
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page

SHOWN = 200
"""How many rows a page draws; the rest is in the file to download."""

_LISTED = 5  # names in one cell
# Columns where nothing said is itself the answer.
_NOBODY = {"owners": "no_owner", "successor": "nobody", "other_owners": "nobody", "leads": "nobody", "agreed": "no_tie"}
# Columns that another one says better, or that only programs read.
_HIDDEN = ("score", "locator", "betweenness", "mandate_title")


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: ``links`` where it names nodes, else ``text``; ``after`` follows either.

    ``more`` names are left out; ``tone`` is ``none`` where nobody is named, which is an answer; ``href`` is where the
    text leads.
    """

    text: str = ""
    links: tuple[Named, ...] = ()
    more: int = 0
    tone: str = ""
    after: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading."""

    title: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What the template draws. ``all`` counts the rows there are, ``rows`` are those that are drawn.

    ``file`` is the answer to download whole, as it is narrowed here; none where there is no such download.
    """

    caption: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Shown, ...], ...]
    all: int
    file: Answer | None = None


def table_of(
    page: Page,
    answer: Answer,
    *,
    caption: str = "",
    without: Iterable[str] = (),
    with_file: bool = False,
    most: int = SHOWN,
    leads: Mapping[str, Callable[[AnswerRow], str]] | None = None,
) -> Table:
    """An answer as a table; columns named in ``without`` say what the page has said already.

    ``with_file`` adds a button for the whole answer as a file; of the rows at most ``most`` are kept. ``leads`` gives
    the address that a column's cell leads to, empty where to none.
    """
    question = catalogue()[answer.question]
    left_out = {*without, *_HIDDEN}
    columns = [one for one in question.columns if one.name not in left_out and not _is_name(one, question.column_names)]
    columns = [one for one in columns if _says_something(one, answer.rows)]
    rows = answer.rows[:most]
    names = page.names(_ids(columns, rows))
    lang, addresses = page.view.lang, leads or {}

    def drawn(column: AnswerColumn, row: AnswerRow) -> Shown:
        shown = _shown(column, row, names, lang)
        return replace(shown, href=addresses[column.name](row)) if column.name in addresses else shown

    return Table(
        caption=caption or question.title.in_(lang),
        headings=tuple(Heading(_title(one, lang), _is_number(one)) for one in columns),
        rows=tuple(tuple(drawn(one, row) for one in columns) for row in rows),
        all=len(answer.rows),
        file=answer if with_file else None,
    )


def draw(page: Page, table: Table) -> None:
    """Draws the table; where rows are left out, it says how many."""
    page.show("table.html", table=replace(table, rows=table.rows[:SHOWN]))
    if answer := table.file:
        st.download_button(
            page.text("frame.table"),
            lambda: answer_csv(answer.columns, answer.rows).encode("utf-8-sig"),  # the mark is for spreadsheets
            file_name=f"{answer.question}-{answer.as_of}.csv",
            mime="text/csv",
            key=f"csv-{answer.question}",
            on_click="ignore",
        )


def _is_name(column: AnswerColumn, names: Sequence[str]) -> bool:
    """Whether the column is the name that belongs to another one, which shows it."""
    base = column.name.removesuffix("_name")
    return (base != column.name and base in names) or (
        column.name in ("name", "title") and {"id", "mandate"} & {*names} != set()
    )


def _says_something(column: AnswerColumn, rows: Sequence[Mapping[str, Cell]]) -> bool:
    return column.name in _NOBODY or not rows or any(row[column.name] not in (None, [], "") for row in rows)


def _is_number(column: AnswerColumn) -> bool:
    return column.kind in (ColumnKind.INTEGER, ColumnKind.NUMBER)


def _title(column: AnswerColumn, lang: Language) -> str:
    name = "open_count" if column.name == "open" and _is_number(column) else column.name
    return text(f"page_columns.{name}", lang)


def _ids(columns: Iterable[AnswerColumn], rows: Iterable[Mapping[str, Cell]]) -> set[str]:
    kinds = (ColumnKind.ID, ColumnKind.IDS, ColumnKind.SEQUENCE, ColumnKind.OBJECTS)
    asked = [one.name for one in columns if one.kind in kinds]
    found: set[str] = set()
    for row in rows:
        for name in asked:
            value = row[name]
            if isinstance(value, list):
                found.update(str(one["actor"] if isinstance(one, dict) else one) for one in value[:_LISTED])
            elif value:
                found.add(str(value))
    return found


def _shown(column: AnswerColumn, row: Mapping[str, Cell], names: Mapping[str, Named], lang: Language) -> Shown:
    value = row[column.name]
    if value is None or value == []:
        return _nothing(column, lang)
    if isinstance(value, list):
        if column.kind is ColumnKind.OBJECTS:
            found = [names[str(cast("Mapping[str, object]", one)["actor"])] for one in value]
            return Shown(links=tuple(found))
        ids = [str(one) for one in value]
        return Shown(links=tuple(names[id_] for id_ in ids[:_LISTED]), more=max(len(ids) - _LISTED, 0))
    if column.kind is ColumnKind.ID:
        known = names[str(value)]
        own = row.get(f"{column.name}_name") or (known.name if known.label else None)
        return Shown(links=(Named(known.id, known.label, str(own or row.get("name") or row.get("title") or value)),))
    return Shown(plain(column, value, lang))


def _nothing(column: AnswerColumn, lang: Language) -> Shown:
    if column.name in _NOBODY:
        return Shown(text(f"page_values.{_NOBODY[column.name]}", lang), tone="none")
    if column.name in ("valid_from", "valid_to"):
        return Shown(text(f"page_values.unknown_{'start' if column.name == 'valid_from' else 'end'}", lang))
    return Shown(text("page_values.none", lang))


def plain(column: AnswerColumn, value: str | float, lang: Language) -> str:
    """One value in words."""
    match column.kind:
        case ColumnKind.DATE:
            return wording.day(str(value), lang)
        case ColumnKind.INTEGER | ColumnKind.NUMBER:
            return wording.number(float(value), lang)
        case ColumnKind.BOOLEAN:
            return text(f"page_values.{'yes' if value else 'no'}", lang)
        case ColumnKind.ROLE:
            return wording.choice(str(value), "responsible_for", "role", lang)
    return _word(column.name, str(value), lang)


def _word(name: str, value: str, lang: Language) -> str:
    if name == "label":
        return wording.kind(value, lang)
    if name == "type" and value in RELATIONSHIP_TABLE_BY_TYPE:
        return RELATIONSHIP_TABLE_BY_TYPE[value].title.in_(lang)
    if name == "how":
        return wording.choice(value, "affects", "how", lang)
    if name == "status":
        found = wording.choice(value, "measures", "status", lang)
        return found if found != value else wording.choice(value, "establishments", "status", lang)
    if name in ("via", "reason", "change", "confidence"):
        return text(f"page_values.{name}_{value}", lang)
    return value
