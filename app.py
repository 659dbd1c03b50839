"""The web application: Streamlit's pages, the API beside them, and what every answer over HTTP is wrapped in."""

from __future__ import annotations

import streamlit as st
from ansvarskarta.api import routes
from ansvarskarta.views.web import MIDDLEWARE, PAGE_SCRIPT, ROUTES

app = st.App(PAGE_SCRIPT, middleware=MIDDLEWARE, routes=[*ROUTES, *routes])
