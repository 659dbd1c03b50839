"""Ladda: upload tables, see what is wrong line by line and what would change, then apply. For editors alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

import streamlit as st
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.loaders.loading import TablesRefused, load
from ansvarskarta.loaders.problems import Problems
from ansvarskarta.loaders.result import LoadResult
from ansvarskarta.views import data, wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import SHOWN, Heading, Shown, Table, draw
from streamlit.runtime.uploaded_file_manager import UploadedFile

_KINDS = ["csv", "xlsx", "zip"]


def show(page: Page) -> None:
    """Draws the page."""
    page.show("heading.html", title=page.text("loading.title"))
    if not page.visitor.may_edit:
        page.show("no_right.html", why=page.visitor.why_not)
        return
    page.show("part.html", title=page.text("loading.step_1"), lead=page.text("loading.lead"), level=2)
    uploaded = st.file_uploader(page.text("loading.files"), type=_KINDS, accept_multiple_files=True, key="load-files")
    if not uploaded:
        return
    tried = _load(page, uploaded, dry_run=True)
    if tried is None:
        return
    page.show("part.html", title=page.text("loading.step_2"), lead="", level=2)
    _problems(page, tried.problems)
    if tried.changes_nothing:
        page.show("part_empty.html", what=page.text("loading.no_change"))
        return
    _counts(page, tried)
    _changes(page, tried)
    page.show("part.html", title=page.text("loading.step_3"), lead=page.text("loading.apply_lead"), level=2)
    if st.button(page.text("loading.apply"), type="primary", key="load-apply"):
        done = _load(page, uploaded, dry_run=False)
        if done is not None:
            page.show("loaded.html", load_id=done.load_id, number=_total(done))


def _load(page: Page, uploaded: Iterable[UploadedFile], *, dry_run: bool) -> LoadResult | None:
    try:
        with _files(uploaded) as paths:
            return load(data.graph(), paths, person=page.visitor.name, dry_run=dry_run)
    except TablesRefused as refused:
        page.show("part.html", title=page.text("loading.step_2"), lead=page.text("loading.refused"), level=2)
        _problems(page, refused.problems)
    except AnsvarskartaError as error:
        page.say("wrong", message=error.message(page.view.lang), hint=error.hint(page.view.lang))
    return None


@contextmanager
def _files(uploaded: Iterable[UploadedFile]) -> Iterator[list[Path]]:
    """The files in a folder of their own, each under the last part of its name."""
    with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
        paths = []
        for number, file in enumerate(uploaded):
            beside = Path(folder) / str(number)
            beside.mkdir()
            path = beside / (PurePath(file.name.replace("\\", "/")).name or "tabell.csv")
            path.write_bytes(file.getvalue())
            paths.append(path)
        yield paths


def _problems(page: Page, problems: Problems) -> None:
    if not len(problems):
        page.show("part_empty.html", what=page.text("loading.no_problems"))
        return
    lang = page.view.lang
    rows = tuple(
        (
            Shown(page.text(f"loading.{one.level}"), tone="none" if one.level == "error" else ""),
            Shown(f"{one.place.file} {one.place.sheet or ''}".strip()),
            Shown(str(one.place.line or page.text("values.none"))),
            Shown(one.place.column or page.text("values.none")),
            Shown(one.shown or page.text("values.none")),
            Shown(one.message(lang)),
            Shown(one.hint(lang)),
        )
        for one, _ in zip(problems, range(SHOWN), strict=False)
    )
    columns = ("level", "file", "line", "column", "value", "problem", "hint")
    _draw(page, "problems", columns, rows, len(problems))


def _counts(page: Page, result: LoadResult) -> None:
    lang = page.view.lang
    titles = {plan.table.name: plan.table.title.in_(lang) for plan in result.plans}
    rows = tuple(
        (
            Shown(titles[name]),
            *(Shown(wording.number(number, lang)) for number in (one.created, one.changed, one.unchanged)),
        )
        for name, one in result.counts().items()
    )
    _draw(page, "counts", ("table", "created", "changed", "unchanged"), rows, len(rows))


def _changes(page: Page, result: LoadResult) -> None:
    lang = page.view.lang
    found = [change for change in result.changes() if change.what == "changed"]
    if not found:
        return
    rows = tuple(
        (
            Shown(change.table.title.in_(lang)),
            Shown(change.key),
            Shown(difference.column),
            Shown(str(difference.before if difference.before is not None else page.text("values.none"))),
            Shown(str(difference.after if difference.after is not None else page.text("values.none"))),
        )
        for change in found[:SHOWN]
        for difference in change.differences
    )
    _draw(page, "changed_rows", ("table", "row", "column", "before", "after"), rows, len(rows))


def _total(result: LoadResult) -> int:
    total = result.total()
    return total.created + total.changed + total.removed


def _draw(page: Page, name: str, columns: tuple[str, ...], rows: tuple[tuple[Shown, ...], ...], every: int) -> None:
    numbers = ("created", "changed", "unchanged", "line")
    headings = tuple(Heading(page.text(f"columns.{one}"), is_number=one in numbers) for one in columns)
    page.show("part.html", title=page.text(f"loading.{name}"), lead="", level=3)
    draw(page, Table(page.text(f"loading.{name}"), headings, rows, every))
