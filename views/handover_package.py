"""The handover package as a file to download, made when somebody asks for it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import streamlit as st
from ansvarskarta.exports.handover import Asked, write_package
from ansvarskarta.texts import Language
from ansvarskarta.views import data
from ansvarskarta.views.page import Page


def show(page: Page, asked: Asked) -> None:
    """Draws the button that makes and downloads the package, and the command that does the same."""
    page.show("handover_package.html", parameters=asked.parameters)
    name = (asked.actor or asked.mandate or "").partition(":")[2]
    lang = page.view.lang
    st.download_button(
        page.text("handover.download"),
        lambda: _package(asked, lang),
        file_name=f"overlamning-{name}-{asked.date}.zip",
        mime="application/zip",
        type="primary",
        key="handover-package",
        on_click="ignore",
    )


def _package(asked: Asked, lang: Language) -> bytes:
    with tempfile.TemporaryDirectory(prefix="ansvarskarta-") as folder:
        path = Path(folder) / "package.zip"
        write_package(data.graph(), path, asked, lang=lang, url=data.settings().url)
        return path.read_bytes()
