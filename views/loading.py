"""Ladda: upload tables, see what is wrong line by line and what would change, then apply. For editors alone."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.loaders.loading import TablesRefused, load
from ansvarskarta.loaders.replacing import Removal, large_removals
from ansvarskarta.loaders.result import LoadResult
from ansvarskarta.loaders.template import write_template
from ansvarskarta.texts import Language
from ansvarskarta.views import data, load_log, load_report, wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.uploads import files_of
from streamlit.runtime.uploaded_file_manager import UploadedFile

_KINDS = ["csv", "xlsx", "zip"]
_DONE = "load-done"  # what was done in the run before this one
_ROUND = "load-round"  # raised after each load, so that the files just loaded are no longer chosen


@dataclass(frozen=True, slots=True)
class _Wish:
    """What is uploaded, and what becomes of the rows that it does not have."""

    files: Sequence[UploadedFile]
    replace: bool
    replace_demo: bool


def show(page: Page) -> None:
    """Draws the page."""
    page.show("heading.html", title=page.text("loading.title"))
    if not page.visitor.may_edit:
        page.show("no_right.html", why=page.visitor.why_not)
        return
    if said := st.session_state.pop(_DONE, None):
        page.show("loaded.html", said=said)
    page.show("part.html", title=page.text("loading.step_1"), lead=page.text("loading.lead"), level=2)
    lang = page.view.lang
    st.download_button(
        page.text("loading.template"),
        lambda: _template(lang),
        file_name="ansvarskarta-mall.xlsx" if lang is Language.SV else "ansvarskarta-template.xlsx",
        key="load-template",
        on_click="ignore",
    )
    wish = _wish(page)
    if wish.files:
        _review(page, wish)
    load_log.show(page)


def _wish(page: Page) -> _Wish:
    uploaded = st.file_uploader(
        page.text("loading.files"),
        type=_KINDS,
        accept_multiple_files=True,
        key=f"load-files-{st.session_state.get(_ROUND, 0)}",
    )
    rest = st.radio(
        page.text("loading.rest"),
        ("keep", "replace"),
        format_func=lambda one: page.text(f"loading.rest_{one}"),
        key="load-rest",
    )
    is_demo = data.graph().is_demo()
    replace_demo = is_demo and st.checkbox(page.text("loading.replace_demo"), key="load-replace-demo")
    return _Wish(uploaded, rest == "replace", replace_demo)


def _review(page: Page, wish: _Wish) -> None:
    tried = _load(page, wish, dry_run=True)
    if tried is None:
        return
    page.show("part.html", title=page.text("loading.step_2"), lead="", level=2)
    load_report.problems(page, tried.problems)
    if tried.changes_nothing and tried.is_demo == data.graph().is_demo():
        page.show("part_empty.html", what=page.text("loading.no_change"))
        return
    load_report.counts(page, tried)
    load_report.changes(page, tried)
    page.show("part.html", title=page.text("loading.step_3"), lead=page.text("loading.apply_lead"), level=2)
    large = large_removals(tried.plans) if wish.replace else []
    sure = _is_sure(page, large)
    if st.button(page.text("loading.apply"), type="primary", disabled=bool(large) and not sure, key="load-apply"):
        done = _load(page, wish, dry_run=False, may_remove=sure)
        if done is not None:
            st.session_state[_DONE] = page.text("loading.done", number=wording.number(_total(done), page.view.lang))
            st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
            st.rerun()


def _is_sure(page: Page, large: Sequence[Removal]) -> bool:
    """Whether the editor was asked about more than a fifth of a table going, and said yes."""
    if not large:
        return False
    said = "; ".join(
        page.text("loading.large_one", table=one.table.title.in_(page.view.lang), removed=one.removed, of=one.of)
        for one in large
    )
    page.show("part_empty.html", what=page.text("loading.large", tables=said))
    return st.checkbox(page.text("loading.large_sure"), key="load-sure")


def _load(page: Page, wish: _Wish, *, dry_run: bool, may_remove: bool = False) -> LoadResult | None:
    try:
        with files_of(wish.files) as paths:
            return load(
                data.graph(),
                paths,
                person=page.visitor.name,
                dry_run=dry_run,
                replace=wish.replace,
                replace_demo=wish.replace_demo,
                confirm=lambda _: may_remove,
            )
    except TablesRefused as refused:
        page.show("part.html", title=page.text("loading.step_2"), lead=page.text("loading.refused"), level=2)
        load_report.problems(page, refused.problems)
    except AnsvarskartaError as error:
        page.refused(error)
    return None


def _template(lang: Language) -> bytes:
    with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
        path = Path(folder) / "template.xlsx"
        write_template(path, lang)
        return path.read_bytes()


def _total(result: LoadResult) -> int:
    total = result.total()
    return total.created + total.changed + total.removed
