"""Tables that share money out: *Länsstyrelsen i Skåne län 1 500 000*, a body and its amount a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Block, Part
from ansvarskarta.loaders.decisions.gazetteer.mentions import Mention
from ansvarskarta.loaders.decisions.reading import Certainty, Funding
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.funding_table import FIGURE, in_kronor, kronor_in, unit_of

AMOUNT = re.compile(rf"\s*:?\s(?P<amount>{FIGURE})(?:\s(?P<unit>tkr|kronor|kr))?\.?")
HEADS = re.compile(r"\(?\b(?:i )?(?P<unit>tkr|tusental kronor|kronor|kr)\b\)?", re.IGNORECASE)
# A head of columns or a sentence right above the table: what it says last of money is the unit.
NEAR = 4
LEAST_ROWS = 2


def find(context: Context) -> Iterator[Found]:
    """The rows of such tables, where their unit is told and at least two stand together."""
    blocks = context.document.of_part(Part.DECISION)
    rows: list[tuple[Block, Mention, re.Match[str]]] = []
    for place, block in enumerate([*blocks, None]):
        row = _row(context, block) if block else None
        if block and row:
            rows.append((block, *row))
            continue
        if len(rows) >= LEAST_ROWS:
            above = blocks[max(0, place - len(rows) - NEAR) : place - len(rows)]
            yield from _shares(rows, _unit(above))
        rows = []


def _row(context: Context, block: Block) -> tuple[Mention, re.Match[str]] | None:
    """A block that is a body and an amount, and nothing else."""
    mention = context.at(block.start)
    amount = AMOUNT.fullmatch(context.text, mention.end, block.end) if mention else None
    return (mention, amount) if mention and amount else None


def _unit(above: list[Block]) -> int | None:
    texts = [block.text for block in above]
    heads = [head["unit"].lower() for text in texts if len(text) < 60 for head in HEADS.finditer(text)]
    if heads:
        return kronor_in(heads[-1])
    return unit_of(texts)


def _shares(rows: list[tuple[Block, Mention, re.Match[str]]], unit: int | None) -> Iterator[Found]:
    for block, mention, amount in rows:
        if (kronor := in_kronor(amount["amount"], amount["unit"], unit)) is not None:
            told = Funding(actor=mention.name, amount_sek=kronor)
            yield Found("funding", told, block.start, block.end, "funding.shares", Certainty.MEDIUM)
