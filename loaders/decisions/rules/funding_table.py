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
# One figure with no other beside it: of several columns none is known to be the one granted.
FIGURE = (
    r"(?:\d{1,3}(?:\s\d{3}){1,2}|\d{1,9})(?!\d)(?!\s\d{1,3}(?![:.\d]))(?!\s(?!tkr|tusen|kr|ap\.|anslagsp)[a-zåäö(])"
)
NUMBER = rf"(?P<amount>{FIGURE})(?:\s(?P<unit>tkr|tusen kronor|kronor|kr)(?!\w))?"
SORT = r"\((?:ram|icke ram|obetecknad|(?:ram|obetecknat |reserv)anslag)\)"
# Digits and parentheses may be part of a name that the sort of grant ends: *ap.2 Agenda 2030 (ram)*.
DIGIT = rf"\d(?=[^()]{{0,110}}(?:\([^()]{{2,40}}\) )?{SORT})"
NAME = rf"(?P<name>[A-ZÅÄÖ](?:[^\d()]|(?!{SORT})\([^\d()]{{2,40}}\)|{DIGIT}){{2,120}}?)"
ROW = re.compile(
    rf"(?P<number>\d{{1,2}}:\d{{1,2}}) {NAME}"
    rf"(?: \((?:ram|obetecknat |reserv)anslag\)(?: {NUMBER})?| (?P<bare>{FIGURE})(?:\s(?P<bare_unit>tkr|kronor))?)\s*",
    re.IGNORECASE,
)
ITEM = re.compile(
    rf"(?:ap\.?|anslagspost) ?(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?) {NAME}"
    rf"(?: \((?:ram|icke ram|obetecknad)\)(?: (?P<who>[A-ZÅÄÖ][^\d()]{{2,80}}?))?)? {NUMBER}\s*"
)
THOUSANDS = re.compile(
    r"\b(?:belopp\w*|siffror)\b[^.]{0,60}\b(?:tkr|tusentals? kronor|tusen kronor)"
    r"|^\(?(?:i )?(?:tkr|tusental kronor)\)?$",
    re.IGNORECASE,
)
KRONOR = re.compile(r"\b(?:belopp\w*|siffror)\b[^.]{0,40}(?<!tusental )(?<!tusen )(?:\bkronor|\bkr\b)", re.IGNORECASE)
DISPOSED = re.compile(
    rf"(?:[\d.]+ )?Disponeras av (?P<name>[A-ZÅÄÖ][^\d.()]{{2,80}}?)(?: {NUMBER})?(?=\s+(?:ap\.|anslagspost)|\s*$)\s*"
)
DISPOSED_BELOW = re.compile(r"Anslag\w* disponeras av (?P<name>[A-ZÅÄÖ][^\d.()]{2,80}?)\.")
# Headings of tables whose figures are no grants: credit, savings, orders for years to come, fees.
OF_OTHER_FIGURES = re.compile(
    r"(?:[\d.]+ )?(?:finansiella villkor|(?:\w+ )?\w*bemyndigande\w*|avgifter|krediter|kredit(?:ram)?|indrag|låneram"
    r"|utgiftsprognoser)\b.{0,80}",
    re.IGNORECASE,
)
OF_GRANTS = re.compile(
    r"(?:[\d.]+ )?(?:tilldelade belopp|tilldelning|disponeras av|anslag\b(?! ?/ap)).{0,80}", re.IGNORECASE
)


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
    unit = unit_of([block.text for block in blocks])
    above = Funding()  # what the headings above the row say
    grants = True
    for block in blocks:
        if area := AREA.fullmatch(block.text):
            above = Funding(actor=above.actor, expenditure_area=f"{area['number']} {area['name']}")
        grants = not OF_OTHER_FIGURES.fullmatch(block.text) and (grants or bool(OF_GRANTS.fullmatch(block.text)))
        at = 0
        while grants and (found := _piece(block.text, at, inside=above.appropriation is not None)):
            above = _below(above, found)
            if (amount := _amount(found)) and above.appropriation:
                told = replace(above, amount_sek=in_kronor(amount, _unit(found), unit))
                told = replace(told, actor=name_in(who)) if (who := found.groupdict().get("who")) else told
                yield _Row(told, block.start + found.start(), block.start + found.end(), found.re is ITEM)
            at = found.end()


def is_row(text: str) -> bool:
    """Whether a block is a row of such a table rather than a sentence about money."""
    return bool(ITEM.match(text) or ROW.match(text))


def unit_of(texts: list[str]) -> int | None:
    """How many kronor the figures of tables are in; ``None`` where the text does not say."""
    if any(THOUSANDS.search(text) for text in texts):
        return 1_000
    return 1 if any(KRONOR.search(text) for text in texts) else None


def kronor_in(unit: str) -> int:
    """How many kronor a unit is: ``tkr`` and ``tusen kronor`` a thousand."""
    return 1_000 if unit.startswith(("tkr", "tusen")) else 1


def in_kronor(figure: str, told: str | None, unit: int | None) -> int | None:
    """A figure in kronor, by the unit that stands beside it, else that of its table."""
    unit = kronor_in(told) if told else unit
    return int(re.sub(r"\D", "", figure)) * unit if unit else None


def _amount(found: re.Match[str]) -> str | None:
    return found["amount"] or found.groupdict().get("bare")


def _unit(found: re.Match[str]) -> str | None:
    return found["unit"] or found.groupdict().get("bare_unit")


def _piece(text: str, at: int, *, inside: bool) -> re.Match[str] | None:
    """What a table goes on with at a character: an appropriation, an item of one, or who has it."""
    return ROW.match(text, at) or DISPOSED.match(text, at) or (ITEM.match(text, at) if inside else None)


def _below(above: Funding, found: re.Match[str]) -> Funding:
    """What holds for the rows below a piece of the table."""
    if found.re is DISPOSED:
        return replace(above, actor=name_in(found["name"]))
    label = f"{found['number']} {found['name']}"
    return replace(above, item=label) if found.re is ITEM else replace(above, appropriation=label, item=None)
