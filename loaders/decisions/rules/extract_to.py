"""Who gets a copy of the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Block, Part
from ansvarskarta.loaders.decisions.reading import Certainty
from ansvarskarta.loaders.decisions.rules.context import Context, Found
from ansvarskarta.loaders.decisions.rules.groups import group_at

PARLIAMENT = re.compile(r"[Rr]iksdagen(?=[,/]|$)")
# A line that names somebody whom no table knows, told from a person by a word that only bodies have.
BODY_WORD = (
    r"(?:förbund|förening|organisation|råd|bolag|akademi|institut|centrum|muse|stiftelse|nätverk|kommitté|delegation"
    r"|utredning|verk|myndighet|nämnd|kansli|tjänst|fond|samfund|sällskap|handel|företagen|kammare|kyrka)"
)
UNKNOWN = re.compile(
    rf"(?=.*(?:{BODY_WORD}\w*(?!\w)|\bSverige$| AB$))(?P<name>[A-ZÅÄÖ](?:(?!\d| [–-] )[^,/;:()]){{3,90}}?)\.?"
    r"(?=\s*(?:[,/(].*)?$)"
)


def find(context: Context) -> Iterator[Found]:
    """The bodies of the copy list, without the units that stand after a stroke."""
    for block in context.document.of_part(Part.COPIES):
        mentions = context.between(block.start, block.end)
        for mention in mentions:
            yield Found("extract_to", mention.name, mention.start, mention.end, "copies", mention.certainty)
        if parliament := PARLIAMENT.match(block.text):
            end = block.start + parliament.end()
            yield Found("extract_to", "Riksdagen", block.start, end, "copies.parliament")
        elif not mentions and (new := _unknown(block)):
            yield new


def _unknown(block: Block) -> Found | None:
    """A body that no table knows, alone on its line; never a group."""
    new = UNKNOWN.match(block.text)
    small = block.text[:1].lower() + block.text[1:]
    if new is None or ((group := group_at(small, 0, len(small))) and group.end() >= new.end("name")):
        return None
    return Found("extract_to", new["name"], block.start, block.start + new.end("name"), "copies.line", Certainty.LOW)
