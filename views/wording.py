"""Days, numbers and the model's own words as people write them."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from ansvarskarta.graph.dates import STOCKHOLM
from ansvarskarta.graph.model import NODE_TABLE_BY_LABEL, TABLE_BY_NAME
from ansvarskarta.queries import spoken
from ansvarskarta.texts import Language, text
from babel.numbers import format_decimal


def day(value: str | None, lang: Language) -> str:
    """A date as ``30 juni 2023``, a month as ``juni 2023``, a year as it is; empty where there is none."""
    return spoken(value, lang) if value else ""


def moment(value: str, lang: Language) -> str:
    """A moment in Sweden: ``25 november 2026 kl. 09.30``."""
    at = dt.datetime.fromisoformat(value).astimezone(STOCKHOLM)
    return text("page_values.moment", lang, day=day(at.date().isoformat(), lang), hour=f"{at:%H}", minute=f"{at:%M}")


@lru_cache(maxsize=4096)
def number(value: float, lang: Language) -> str:
    """A number in the language's form, ``1 234`` or ``1,234``."""
    return str(format_decimal(value, locale=lang.value))


def kind(label: str, lang: Language) -> str:
    """What a node is, in the singular: ``flaskhals``."""
    return text(f"page_words.{label.lower()}", lang) if label in NODE_TABLE_BY_LABEL else ""


def choice(value: str, table: str, column: str, lang: Language) -> str:
    """The name of a value that an enumerated column of the model can have; the value itself where it has none."""
    found = next((one for one in TABLE_BY_NAME[table].columns if one.name == column), None)
    names = {option.value: option.name.in_(lang) for option in found.choices} if found else {}
    return names.get(value, value)


def relation(type_: str, lang: Language, *, outward: bool) -> str:
    """What a relationship says, read from its start or its end: ``ansvarar för``, ``ansvar ligger hos``."""
    return text(f"page_words.{type_.lower()}_{'out' if outward else 'in'}", lang)
