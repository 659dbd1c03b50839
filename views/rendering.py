"""Templates to HTML. Jinja escapes every value: nothing from data is ever markup, here or in any page."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from ansvarskarta.queries import located
from ansvarskarta.texts import Language, text
from ansvarskarta.views import wording
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

_FOLDER = Path(__file__).resolve().parent / "templates"
_BETWEEN_TAGS = re.compile(r">\s*\n\s*<")
# What turns the reading direction, or can't be seen: a name that holds it could pass for another one.
_UNSEEN = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF])


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {"t": _text, "href": _href}
    made.filters |= {
        "day": _day,
        "moment": _moment,
        "number": _number,
        "kind": _kind,
        "clean": clean,
        "choice": _choice,
        "relation": _relation,
        "located": _located,
    }
    return made


def rendered(template: str, /, **values: object) -> str:
    """One template filled in.

    Raises:
        jinja2.UndefinedError: it names what it was not given.
    """
    made = _environment().get_template(template).render(**values)
    return _BETWEEN_TAGS.sub("><", made).strip()


def clean(value: object) -> Markup:
    """A name from data: escaped, its reading direction its own, and without what can't be seen."""
    return Markup(f"<bdi>{escape(str(value).translate(_UNSEEN))}</bdi>")  # noqa: S704 (escaped)


def _lang(context: Context) -> Language:
    view = context["view"]
    return Language(view.lang)


@pass_context
def _text(context: Context, key: str, /, **values: object) -> Markup:
    """A text of the pages with its values; those that are markup already stay so."""
    filled = {name: escape(value) for name, value in values.items()}
    return Markup(text(f"page_{key}", _lang(context), **filled))  # noqa: S704 (our own text; its values are escaped)


@pass_context
def _href(context: Context, page: str, /, **values: str | int) -> str:
    return str(context["view"].href(page, **values))


@pass_context
def _day(context: Context, value: str | None) -> str:
    return wording.day(value, _lang(context))


@pass_context
def _moment(context: Context, value: str) -> str:
    return wording.moment(value, _lang(context))


@pass_context
def _number(context: Context, value: float) -> str:
    return wording.number(value, _lang(context))


@pass_context
def _kind(context: Context, label: str) -> str:
    return wording.kind(label, _lang(context))


@pass_context
def _located(context: Context, locator: str) -> str:
    return located(locator, _lang(context))


@pass_context
def _choice(context: Context, value: str, table: str, column: str) -> str:
    return wording.choice(value, table, column, _lang(context))


@pass_context
def _relation(context: Context, type_: str, *, outward: bool = True) -> str:
    return wording.relation(type_, _lang(context), outward=outward)
