"""Marking words of the open decision with mouse or keyboard: they land in the field that adding begins with."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from ansvarskarta.loaders.decisions import Reading
from ansvarskarta.views.page import Page
from streamlit.components.v2 import component

WORDS, PLACE = "review-words", "review-place"
_KEY = "review-marking"
_MARKUP = (Path(__file__).resolve().parent / "marker" / "marker.html").read_text(encoding="utf-8")
_marking = component("ansvarskarta.marker", js="marker.js", css="marker.css", html=_MARKUP)


def show(page: Page, reading: Reading) -> None:
    """Draws the button that takes the words marked in the text above it."""

    def taken() -> None:
        given = st.session_state[_KEY].get("marked")
        start, end = (int(place) for place in given)
        st.session_state[WORDS] = " ".join(reading.text[start:end].split())
        st.session_state[PLACE] = start + len(reading.text[start:end]) - len(reading.text[start:end].lstrip())

    texts = {name: page.text(f"review.{name}") for name in ("take", "take_help", "nothing_marked", "taken")}
    _marking(key=_KEY, data={"texts": texts}, on_marked_change=taken)
