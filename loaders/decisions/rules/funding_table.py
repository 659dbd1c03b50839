"""The tables of appropriation letters: *1:1 Skogsstyrelsen (Ramanslag) 498 213*, and its items below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.gazetteer.find import name_in
from ansvarskarta.loaders.decisions.reading import Funding
from ansvarskarta.loaders.decisions.rules.context import Context, Found

AREA = re.compile(r"Utgiftsområde (?P<number>\d{1,2}) (?P<name>[A-ZÅÄÖ][^\d]{2,90}?)\s*")
NUMBER = r"(?P<amount>\d{1,3}(?:[\s\u00a0]\d{3})*)"
ROW = re.compile(
    r"(?P<number>\d{1,2}:\d{1,2}) (?P<name>[A-ZÅÄÖ][^\d()]{2,90}?)(?: \((?:ram|obetecknat |reserv)anslag\))?"
    rf" {NUMBER}\s*",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"(?:ap\.?|anslagspost) ?(?P<number>\d{1,3}(?:\.\d)?) (?P<name>[A-ZÅÄÖ][^\d()]{2,90}?)(?: \(ram\))?"
    rf" {NUMBER}\s*"
)
THOUSANDS = re.compile(r"\b(?:belopp|siffror)\b[^.]{0,40}\b(?:tkr|tusental kronor|tusen kronor)", re.IGNORECASE)
DISPOSED = re.compile(r"(?:[\d.]+ )?Disponeras av (?P<name>[A-ZÅÄÖ][^\d.()]{2,80}?)\s*")
DISPOSED_BELOW = re.compile(r"Anslag\w* disponeras av (?P<name>[A-ZÅÄÖ][^\d.()]{2,80}?)\.")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: what it says, and where it stands."""

    funding: Funding
    start: int
    end: int
    is_item: bool


def find(context: Context) -> Iterator[Found]:
    """The rows with an amount; an appropriation that is shared out among items is told by them."""
    rows = list(_rows(context))
    below = next((found for block in context.document.blocks if (found := DISPOSED_BELOW.match(block.text))), None)
    shared = {row.funding.appropriation for row in rows if row.is_item}
    for row in rows:
        if row.is_item or row.funding.appropriation not in shared:
            actor = row.funding.actor or (name_in(below["name"]) if below else None)
            yield Found("funding", replace(row.funding, actor=actor), row.start, row.end, "funding.table")


def _rows(context: Context) -> Iterator[_Row]:
    unit = 1
    above = Funding()  # what the headings above the row say
    for block in context.document.of_part(Part.DECISION):
        if THOUSANDS.search(block.text):
            unit = 1_000
        if area := AREA.fullmatch(block.text):
            above = Funding(actor=above.actor, expenditure_area=f"{area['number']} {area['name']}")
        elif disposed := DISPOSED.fullmatch(block.text):
            above = replace(above, actor=name_in(disposed["name"]))
        at = 0
        while found := ROW.match(block.text, at) or (ITEM.match(block.text, at) if above.appropriation else None):
            label = f"{found['number']} {found['name']}"
            is_item = found.re is ITEM
            above = replace(above, item=label) if is_item else replace(above, appropriation=label, item=None)
            told = replace(above, amount_sek=_sek(found, unit))
            yield _Row(told, block.start + found.start(), block.start + found.end(), is_item)
            at = found.end()


def _sek(row: re.Match[str], unit: int) -> int:
    return int(re.sub(r"\D", "", row["amount"])) * unit
