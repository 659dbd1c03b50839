"""Who made the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found

GOVERNMENT = "Regeringen"
DECIDES = re.compile(
    r"\bRegeringens? (?:har |kommer att )?(?:\w+ )?(?:beslut\w*|uppdra\w*|uppdrog|ge[rs]?|gav|gett|givit|lämna\w*"
    r"|ändra\w*|förläng\w*|upphäv\w*|bevilja\w*"
    r"|bemyndiga\w*|erbjud\w*|fastställ\w*|bifall\w*|medge\w*|återkalla\w*|förstärk\w*|föreskriv\w*|tilldela\w*"
    r"|utöka\w*|förordna\w*"
    r"|ställ\w*|avsätt\w*|godkänn\w*|komplettera\w*|avsluta\w*|utse\w*|avslår|tillkalla\w*|preciser\w*|anslår"
    r"|anvisa\w*|senarelägg\w*|betala\w*|föreslå\w*|överlämna\w*|uppmana\w*|utvidga\w*)\b"
    r"|\b(?:uppdrar|ger|beslutar|erbjuder|lämnar|ändrar|förlänger|upphäver|bemyndigar|gav|uppdrog|beslutade|beviljar"
    r"|medger) regeringen\b"
    r"|\bav regeringen (?:fått |fick |getts |givits )?(?:i uppdrag|ett uppdrag|uppdrag)\b|\b(?:i uppdrag"
    r"|uppdrag) (?:av|från) regeringen\b"
    r"|\b[Mm]ed ändring av (?:regeringens|tidigare regerings)"
)
HEADINGS = re.compile(
    r"regeringens beslut|regeringsbeslut|skäl(?:en)? för regeringens (?:beslut|bedömning)|på regeringens vägnar"
    r"|kommittédirektiv|beslut vid regeringssammanträde",
    re.IGNORECASE,
)
MINISTRY_DECIDES = re.compile(r"(?:beslutar|uppdrar|ger|erbjuder|förordnar|lämnar i uppdrag)\b")


def find(context: Context) -> Iterator[Found]:
    """The government where the text says that it decides; else a ministry that does."""
    for block in context.document.blocks:
        heading = HEADINGS.match(block.text)
        if (heading and block.part is not Part.DECISION) or (heading and block.level):
            yield Found("issuer", GOVERNMENT, block.start, block.start + heading.end(), "issuer.heading")
            return
    for sentence in context.of(Part.DECISION, Part.REASONS):
        decides = DECIDES.search(sentence.text)
        if decides:
            at = sentence.start + decides.start()
            yield Found("issuer", GOVERNMENT, at, sentence.start + decides.end(), "issuer.decides")
            return
    for mention in context.mentions:
        if mention.type != "ministry" or not MINISTRY_DECIDES.match(context.text, mention.end + 1):
            continue
        if context.document.block_at(mention.start).part is Part.DECISION:
            yield Found("issuer", mention.name, mention.start, mention.end, "issuer.ministry", Certainty.MEDIUM)
            return
