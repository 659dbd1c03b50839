"""What one cell means by the kind of its column, or what is wrong with it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache

from ansvarskarta.graph.dates import is_date, is_partial_date
from ansvarskarta.graph.model import Column, Kind
from ansvarskarta.graph.values import Value

_WHOLE = re.compile(r"[+-]?\d{1,15}")
_DECIMAL = re.compile(r"[+-]?\d{1,15}([.,]\d{1,15})?([eE][+-]?\d{1,2})?")
_URL = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z_]+:[^\s;:|]+")


class Fault(Exception):  # not an error of the product: it becomes a Problem
    """A cell that can't be read as its column's kind; ``code`` and ``values`` are the problem's."""

    def __init__(self, code: str, **values: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def read_cell(column: Column, cell: str) -> Value:
    """The value of a cell that is not empty; ``None`` where it holds spaces alone.

    Raises:
        Fault: it does not have the form that the column asks for.
    """
    if not cell.strip():
        return None
    if len(cell) > column.longest:
        raise Fault("too_long", length=len(cell), longest=column.longest)
    return _READERS[column.kind](column, cell)


def _text(column: Column, cell: str) -> Value:
    if not column.pattern:
        return cell
    value = cell.strip()
    if not _pattern(column.pattern).fullmatch(value):
        raise Fault(_FORMS.get(column.name, "wrong_form"))
    return value


def _parts(cell: str) -> list[str]:
    return [part for piece in cell.split(";") if (part := piece.strip())]


def _texts(_: Column, cell: str) -> Value:
    return list(dict.fromkeys(_parts(cell))) or None


def _id(_: Column, cell: str) -> Value:
    value = cell.strip()
    if not _ID.fullmatch(value):
        raise Fault("wrong_reference_form")
    return value


def _each(read: Callable[[Column, str], Value]) -> Callable[[Column, str], Value]:
    """A cell of several values, each read by itself and kept once, in their order."""

    def values(column: Column, cell: str) -> Value:
        parts = sorted(set(_parts(cell)))
        for part in parts:
            read(column, part)
        return list(parts) or None

    return values


def _date(_: Column, cell: str) -> Value:
    value = cell.strip()
    if not is_date(value):
        raise Fault("wrong_date_partial" if is_partial_date(value) else "wrong_date")
    return value


def _partial_date(_: Column, cell: str) -> Value:
    value = cell.strip()
    if not is_partial_date(value):
        raise Fault("wrong_partial_date")
    return value


def _integer(column: Column, cell: str) -> Value:
    value = cell.strip().replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if not _WHOLE.fullmatch(value):
        raise Fault("not_whole")
    return _bounded(column, int(value))


def _decimal(column: Column, cell: str) -> Value:
    value = cell.strip().replace("\N{NO-BREAK SPACE}", "")
    if not _DECIMAL.fullmatch(value):
        raise Fault("not_a_number")
    return _bounded(column, float(value.replace(",", ".")))


def _fraction(column: Column, cell: str) -> Value:
    try:
        return _decimal(column, cell)
    except Fault as fault:
        raise Fault("not_a_fraction") from fault


def _bounded(column: Column, number: float) -> float:
    least, most = column.least, column.most
    if not math.isfinite(number) or (least is not None and number < least) or (most is not None and number > most):
        raise Fault("out_of_bounds", least=_shown(least), most=_shown(most))
    return number


def _shown(bound: float | None) -> str:
    return "…" if bound is None else f"{bound:g}"


def _choice(column: Column, cell: str) -> Value:
    value = cell.strip()
    if value not in column.values:
        raise Fault("not_a_choice", choices=", ".join(column.values))
    return value


def _url(_: Column, cell: str) -> Value:
    value = cell.strip()
    if not _URL.fullmatch(value):
        raise Fault("not_an_address")
    return value


def _sha256(_: Column, cell: str) -> Value:
    value = cell.strip().lower()
    if not _SHA256.fullmatch(value):
        raise Fault("not_a_checksum")
    return value


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_FORMS = {"id": "wrong_id_form", "code": "wrong_code", "org_number": "wrong_org_number"}

_READERS: dict[Kind, Callable[[Column, str], Value]] = {
    Kind.TEXT: _text,
    Kind.TEXTS: _texts,
    Kind.ID: _id,
    Kind.IDS: _each(_id),
    Kind.DATE: _date,
    Kind.DATES: _each(_date),
    Kind.PARTIAL_DATE: _partial_date,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.FRACTION: _fraction,
    Kind.CHOICE: _choice,
    Kind.URL: _url,
    Kind.SHA256: _sha256,
}
