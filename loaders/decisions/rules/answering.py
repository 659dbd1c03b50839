"""The answer to an offer, which is no report: until an offer is accepted there is no mandate to report on."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.swedish_dates import Day

ACCEPTS = (
    r"(?:anta(?:r|s|git)?|acceptera[rs]?|godta[rs]?|tacka[rs]? (?:ja|nej)|avböj(?:er|a|s)|vill delta|avser att delta)"
)
ANSWERS = (
    r"(?:svara[rs]?|meddela[rs]?|anmäl(?:er|a|s)?|underrätta[rs]?|informera[rs]?|redovisa[rs]?|ange[rs]?|lämna[rs]?)"
)
ANSWER = re.compile(
    rf"\b{ANSWERS}\b[^.;]{{0,160}}?\b(?:om|huruvida|att|besked)\b[^.;]{{0,60}}?\b{ACCEPTS}\b[^.;,]{{0,60}}"
    rf"|\b(?:vill|avser att|väljer att|önskar) {ACCEPTS}\b[^.;,]{{0,60}}?\b(?:svara|meddela|anmäla"
    rf"|underrätta)\b[^.;,]{{0,140}}"
    rf"|\b{ACCEPTS}\b[^.;,]{{0,60}}?\b(?:ska|skall|bör) (?:skriftligen )?(?:meddela|anmäla|underrätta)\b[^.;,]{{0,140}}"
    r"|\b(?:svar|besked|svara[rs]?)\b[^.;,]{0,60}?\berbjudande\w*\b[^.;,]{0,100}"
    r"|\b(?:ska|skall|bör) (?:skriftligen )?(?:svara|lämna (?:sitt )?svar|lämna besked)\b(?! (?:för|på)\b)"
    r"[^.;,]{0,160}",
    re.IGNORECASE,
)
NEAR = 60


def answer_days(text: str, days: list[Day]) -> set[Day]:
    """The days of a sentence on which an offer is to be answered: within the words that say so, else right before."""
    found: set[Day] = set()
    for answer in ANSWER.finditer(text):
        inside = [day for day in days if answer.start() <= day.start < answer.end()]
        before = [day for day in days if 0 <= answer.start() - day.end <= NEAR]
        found.update(before[-1:] if before else inside[:1])
    return found
