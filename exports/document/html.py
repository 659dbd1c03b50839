"""A document as one HTML page with nothing outside itself."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from ansvarskarta.exports.document.content import Document, leads_on, shown
from ansvarskarta.exports.document.svg import svg
from ansvarskarta.texts import text
from jinja2 import Environment, StrictUndefined, Template


def html(document: Document) -> str:
    """The page."""
    return _template().render(document=document, contents_title=text("document.contents", document.lang))


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["svg"] = svg
    environment.filters["shown"] = shown
    environment.tests["link"] = leads_on
    return environment.from_string((files(__package__) / "document.html").read_text(encoding="utf-8"))
