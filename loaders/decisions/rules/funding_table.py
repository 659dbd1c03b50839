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
    r"(?P<number>\d{1,2}:\d{1,2}) (?P<name>[A-ZÅÄÖ][^\d()]{2,110}?)"
    rf"(?: \((?:ram|obetecknat |reserv)anslag\)(?: {NUMBER})?| {NUMBER.replace('amount', 'bare')})\s*",
    re.IGNORECASE,
)
ITEM = re.compile(
    r"(?:ap\.?|anslagspost) ?(?P<number>\d{1,3}(?:\.\d)?) (?P<name>[A-ZÅÄÖ][^\d()]{2,90}?)(?: \(ram\))?"
    rf" {NUMBER}\s*"
)
THOUSANDS = re.compile(r"\b(?:belopp\w*|siffror)\b[^.]{0,60}\b(?:tkr|tusental kronor|tusen kronor)", re.IGNORECASE)
DISPOSED = re.compile(
    rf"(?:[\d.]+ )?Disponeras av (?P<name>[A-ZÅÄÖ][^\d.()]{{2,80}}?)(?: {NUMBER})?(?=\s+(?:ap\.|anslagspost)|\s*$)\s*"
)
AMOUNTS = ("amount", "bare")
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
    blocks = context.document.of_part(Part.DECISION)
    unit = 1_000 if any(THOUSANDS.search(block.text) for block in blocks) else 1
    above = Funding()  # what the headings above the row say
    for block in blocks:
        if area := AREA.fullmatch(block.text):
            above = Funding(actor=above.actor, expenditure_area=f"{area['number']} {area['name']}")
        at = 0
        while found := _piece(block.text, at, inside=above.appropriation is not None):
            above = _below(above, found)
            amount = next((value for name, value in found.groupdict().items() if name in AMOUNTS and value), None)
            if amount and above.appropriation:
                told = replace(above, amount_sek=int(re.sub(r"\D", "", amount)) * unit)
                yield _Row(told, block.start + found.start(), block.start + found.end(), found.re is ITEM)
            at = found.end()


def _piece(text: str, at: int, *, inside: bool) -> re.Match[str] | None:
    """What a table goes on with at a character: an appropriation, an item of one, or who has it."""
    return ROW.match(text, at) or DISPOSED.match(text, at) or (ITEM.match(text, at) if inside else None)


def _below(above: Funding, found: re.Match[str]) -> Funding:
    """What holds for the rows below a piece of the table."""
    if found.re is DISPOSED:
        return replace(above, actor=name_in(found["name"]))
    label = f"{found['number']} {found['name']}"
    return replace(above, item=label) if found.re is ITEM else replace(above, appropriation=label, item=None)
