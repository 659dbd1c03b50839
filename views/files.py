"""The tables of a page as a workbook to download, made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from ansvarskarta.exports.workbook import Sheet, workbook
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page
from ansvarskarta.views.tables import Shown, Table

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def tables_button(page: Page, label: str, name: str, tables: Sequence[Table], *, said: Sequence[str]) -> None:
    """A button that downloads the tables as one workbook."""
    lang = page.view.lang
    first = [*said, f"{page.text('frame.as_of')} {wording.day(page.view.day, lang)}"]
    sheets = [
        Sheet(
            table.caption,
            tuple(heading.title for heading in table.headings),
            tuple(tuple(in_text(cell) for cell in row) for row in table.rows),
        )
        for table in tables
    ]
    st.download_button(label, lambda: workbook(sheets, first, lang), f"{name}.xlsx", _XLSX, on_click="ignore")


def in_text(cell: Shown) -> str:
    """What a cell says, with the names it holds."""
    names = ", ".join(one.name for one in cell.links) or cell.text
    return ", ".join(filter(None, (names, cell.after)))
