"""What an editor does on the page Granska: written through the same checks as tables, then told, with a way back."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import streamlit as st
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.undo import undo
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.tables import write_rows
from ansvarskarta.loaders.loading import load
from ansvarskarta.views import data
from ansvarskarta.views.page import Page

Done = TypeVar("Done")

_DONE = "review-done"  # what was done in the run before this one, and the writes that did it
_EMPTIED = "review-emptied"
_DETAILS = 5


def told(page: Page) -> None:
    """Draws what the visitor has just done here, and the button that takes it back; empties the fields that it used."""
    st.session_state.update(st.session_state.pop(_EMPTIED, {}))
    done: tuple[str, tuple[str, ...]] | None = st.session_state.get(_DONE)
    if done is None:
        return
    said, writes = done
    page.show("part_empty.html", what=said)
    if writes and st.button(page.text("review.undo"), key="review-undo"):
        back = attempt(page, lambda: [undo(data.graph(), write, page.visitor.name) for write in reversed(writes)])
        if back is not None:
            tell(page.text("review.undone"))


def tell(said: str, *writes: str, empty: Mapping[str, str | bool] | None = None) -> None:
    """Draws the page anew, saying what was done; ``writes`` are what a button takes back.

    ``empty`` are the fields that what was done has used up, each with its value when empty.
    """
    st.session_state[_EMPTIED] = dict(empty or {})
    st.session_state[_DONE] = (said, writes)
    st.rerun()


def store(page: Page, rows: Mapping[str, Sequence[Row]], *, person: str, note: str = "") -> str | None:
    """Writes rows, checked as tables are: the id of the write, ``None`` where they were refused, which is then said."""

    def work() -> str:
        with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
            write_rows(rows, Path(folder) / "tables")
            return load(data.graph(), [Path(folder) / "tables"], person=person, note=note).load_id

    return attempt(page, work)


def attempt(page: Page, work: Callable[[], Done]) -> Done | None:
    """Does something; where it is refused says why, in the words of what was wrong, and returns ``None``."""
    try:
        return work()
    except AnsvarskartaError as error:
        why = [str(detail.as_json(page.view.lang).get("message", "")) for detail in error.details[:_DETAILS]]
        page.refused(error, *filter(None, why))
        return None
