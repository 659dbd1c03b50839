"""Who may appoint somebody for the mandate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Part
from ansvarskarta.loaders.decisions.rules.context import Context, Found

AUTHORISES = re.compile(
    r"\b[Rr]egeringen bemyndigar(?: härmed| även| också| vidare)*\s+(?P<who>[^.;]{4,200}?)\s+(?:att"
    r"|till att)\s+(?:\w+\s+){0,2}?(?:utse|tillkalla|förordna|anlita|entlediga)\b"
    r"|(?P<subject>\b[Cc]hefen för [A-ZÅÄÖ][\wåäö -]{4,60}departementet|\b[Ss]tatsrådet [A-ZÅÄÖ]\w+)"
    r" bemyndigas(?: \w+)? att (?:utse|tillkalla|förordna|anlita|entlediga)\b"
    r"|\bbemyndigas\s+(?P<passive>[^.;]{4,200}?)\s+att\s+(?:utse|tillkalla|förordna|anlita|entlediga)\b"
)


def find(context: Context) -> Iterator[Found]:
    """The office that is authorised, in the text's own words."""
    for sentence in context.of(Part.DECISION, Part.REASONS):
        for found in AUTHORISES.finditer(sentence.text):
            group = next(name for name in ("who", "subject", "passive") if found[name])
            start = sentence.start + found.start(group)
            yield Found("authorised", found[group], start, start + len(found[group]), "authorised")
