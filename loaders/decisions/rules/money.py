"""Amounts of money, in whole kronor."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = {"en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10}
UNITS = {
    "kronor": 1,
    "kr": 1,
    "tkr": 1_000,
    "miljon": 1_000_000,
    "miljoner": 1_000_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "miljard": 1_000_000_000,
    "miljarder": 1_000_000_000,
}
AMOUNT = re.compile(
    r"(?<![\w:.,/–-])(?P<number>\d{1,3}(?:[  .]\d{3})+|\d+(?:,\d+)?|" + "|".join(WORDS) + r")\s+"
    r"(?P<unit>kronor|kr|tkr|mkr|mnkr|(?:miljon(?:er)?|miljard(?:er)?)(?= kr| kronor))\b(?:\s+kronor|\s+kr\b)?",
    re.IGNORECASE,
)
LARGEST = 10**13


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in a text."""

    sek: int
    start: int
    end: int


def amounts(text: str) -> list[Amount]:
    """All amounts of a text, in order."""
    found: list[Amount] = []
    for match in AMOUNT.finditer(text):
        number = match["number"].lower()
        plain = re.sub(r"[  .]", "", number).replace(",", ".")
        value = float(WORDS.get(number, 0)) if number in WORDS else float(plain)
        sek = round(value * UNITS[match["unit"].lower()])
        if 0 < sek < LARGEST:
            found.append(Amount(sek, match.start(), match.end()))
    return found
