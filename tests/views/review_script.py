"""The page Granska as a script of its own, for a visitor named Eva."""

from __future__ import annotations

from ansvarskarta.texts import Language
from ansvarskarta.views import data, reviewing
from ansvarskarta.views.page import Page
from ansvarskarta.views.state import REVIEW, read_view
from ansvarskarta.views.visitor import Visitor

VIEW = read_view(REVIEW, {})
KEY = data.Key("", VIEW.day, Language.SV, "editor", data.state().version)
reviewing.show(Page(VIEW, data.Data(KEY), Visitor("Eva", may_edit=True)))
