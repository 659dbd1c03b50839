"""What the XML formats share: text that comes back unchanged, and types of columns."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from ansvarskarta.graph.model import Column, Kind, Table

_TYPES = {Kind.INTEGER: "integer", Kind.DECIMAL: "double", Kind.FRACTION: "double"}
# XML reads a carriage return as a line feed, and in an attribute both as a space, unless they are written by number.
_BREAKS = {"\r": "&#13;"}
_ALL_BREAKS = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
# Most texts hold nothing of this and stand as they are, which is several times faster found out than escaped.
_SPECIAL = re.compile(r"[&<>\"\r\n\t]")


def element_text(text: str) -> str:
    """The text as an element's content."""
    return escape(text, _BREAKS) if _SPECIAL.search(text) else text


def attribute(text: str) -> str:
    """The text as an attribute's value, its quotation marks included."""
    return quoteattr(text, _ALL_BREAKS) if _SPECIAL.search(text) else f'"{text}"'


def columns_of(tables: tuple[Table, ...], without: tuple[str, ...] = ()) -> dict[str, str]:
    """The columns of all tables by name, each with its type: ``integer``, ``double`` or ``string``."""
    return {column.name: type_of(column) for table in tables for column in table.columns if column.name not in without}


def type_of(column: Column) -> str:
    """The type of a column's values; lists and dates are texts."""
    return _TYPES.get(column.kind, "string")
