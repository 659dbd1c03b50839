"""Which part of a decision every block belongs to: head, title, decision, reasons, signature, copy list."""

from __future__ import annotations

import re

from ansvarskarta.loaders.decisions.document import Block, BlockKind, Document, Part

DECISION_HEADING = re.compile(
    r"regeringens beslut|beslut(?:et)?|närmare om .*|.*\buppdrag(?:et|en)?\b.*|.*redovisning.*|.*finansiering.*"
    r"|ekonomi.*"
    r"|kostnader.*|genomförande.*|villkor.*|tid.*|organisation.*|samråd.*|kontakter.*|ändringen.*|erbjudandet.*"
    r"|verksamhet.*|anslag.*|.*återrapportering.*|.*samverkan.*|.*konsekvens.*|kopia till|förlängd tid.*",
    re.IGNORECASE,
)
REASONS_HEADING = re.compile(
    r"(?:skäl|skälen|motiv|bakgrund|ärendet|regeringens bedömning|tidigare beslut|utgångspunkter).*"
    r"|.*bakgrund(?:en)? (?:till|och).*|behovet av .*|gällande (?:rätt|bestämmelser).*",
    re.IGNORECASE,
)
SIGNATURE = re.compile(r"på regeringens vägnar|på departementschefens vägnar", re.IGNORECASE)
COPIES = re.compile(
    r"(?:utdrag (?:av protokoll(?:et)? )?till|kopia(?: till)?\b|kopior till|kopia av beslutet"
    r"|likalydande (?:beslut )?(?:till)?"
    r"|sändlista|för kännedom|utdrag)\b",
    re.IGNORECASE,
)
ANNEX = re.compile(r"bilaga(?: \d{1,2})?(?: till (?:regerings)?beslut.{0,60})?[.:]?", re.IGNORECASE)
REGISTER = re.compile(
    r"(?<![\w/])(?:[A-ZÅÄÖ][A-Za-zåäö]{0,2})\d{4}/\d{3,6}|\b[Dd]ir\. ?\d{4}:\d+|\b\d{4}/\d{2,6}/[A-ZÅÄÖ]"
)
HEAD = re.compile(
    r"(?:regeringsbeslut|protokoll.*|kommittédirektiv|dir\. ?\d{4}:\d+|bilaga.*|dnr\b.*|diarienummer.*|datum\b.*"
    r"|beslut vid regeringssammanträde.*|[ivx]{1,6}:? ?\d{1,3}(?: ?\*)?|\d{4}-\d{2}-\d{2}.*|regeringen|sverige"
    r"|(?:den )?\d{1,2} \w+ \d{4}|regeringskansliet"
    # A ministry, and in the column beside it whom the decision is sent to.
    r"|(?:[\wåäö-]+ och )?[\wåäö-]+departementet(?: (?!får|ska|har|ger|beslutar)[^.:]{3,60})?|box \d+.*|\d{3} ?\d{2} .*"
    r"|enligt sändlista|se (?:bilaga|sändlista)|ert? datum.*|er beteckning.*|telefon.*|tillägg till.*\(dir\..*)",
    re.IGNORECASE,
)
LONGEST_TITLE = 400
LONGEST_HEADING = 90
DECISION_BEGINS = re.compile(r"(?:regeringens )?beslut(?:et)?\.?", re.IGNORECASE)
# What a title begins with and few other lines of a head do: nothing below takes its place.
SURE_TITLE = re.compile(
    r"(?:ändring av )?(?:regleringsbrev|uppdrag|erbjudande|förläng\w+|ändr\w+|upphäv\w+|återkall\w+|avslut\w+"
    r"|tilläggsdirektiv|tilläggsuppdrag)\b.{12}",
    re.IGNORECASE,
)
# The left column of a head set in two: *Tilläggsdirektiv till | Dir. 2022:141*.
HALF_TITLE = re.compile(r"\b(?:till|av|om|för|avseende)\s*(?:Dir\. ?\d{4}:\d+)?$|\sDir\. ?\d{4}:\d+$")
# Headings of sections, which come after a title and are none.
SECTION = re.compile(
    r"sammanfattning(?: av .*)?|förlängd tid(?: för uppdraget)?|uppdraget(?: att .*)?"
    r"|(?:utvidgning|ändring|precisering|begränsning) (?:av|i)(?: och förlängd tid för)? uppdraget"
    r"|riksdagens beslut",
    re.IGNORECASE,
)


def assign_parts(document: Document) -> Document:
    """The document with every block's part set."""
    title = _title(document.blocks)
    return document.with_parts(_walk(document.blocks, title))


def _walk(blocks: tuple[Block, ...], title: int | None) -> list[Part]:
    parts: list[Part] = []
    part = Part.HEAD if title else Part.DECISION
    copies_level = False
    for place, block in enumerate(blocks):
        if place == title:
            parts.append(Part.TITLE)
            part = Part.DECISION
            continue
        if title is None or place > title:
            part = _next_part(part, block, started=copies_level)
            copies_level = part is Part.COPIES
        parts.append(part if not (part is Part.DECISION and _is_head_line(block, place, title)) else Part.HEAD)
    return parts


def _next_part(part: Part, block: Block, *, started: bool) -> Part:
    text = block.text
    if SIGNATURE.match(text):
        return Part.SIGNATURE
    if COPIES.match(text) and (len(text) < 120 or block.kind is BlockKind.HEADING):
        return Part.COPIES
    if not _is_heading(block):
        return part
    if REASONS_HEADING.fullmatch(text.strip()):
        return Part.REASONS
    if ANNEX.fullmatch(text.strip()) or (DECISION_HEADING.fullmatch(text.strip()) and not started):
        return Part.DECISION
    return part


def _is_heading(block: Block) -> bool:
    """A heading, or a line that can only be one where the format does not tell."""
    if block.kind is BlockKind.TEXT:
        return len(block.text) <= LONGEST_HEADING and block.text[:1].isupper() and block.text[-1:].isalnum()
    return block.kind is BlockKind.HEADING


def _is_head_line(block: Block, place: int, title: int | None) -> bool:
    """A line of register numbers or a date right below the title."""
    near = title is not None and place - title <= 2
    return near and len(block.text) < 120 and bool(HEAD.fullmatch(block.text) or _only_registers(block.text))


def _only_registers(text: str) -> bool:
    rest = REGISTER.sub("", text)
    return rest != text and len(re.sub(r"\b(?:och|m\.fl|delvis|E T|[A-ZÅÄÖ]{1,4})\b|[\W\d_]", "", rest)) < 6


def _title(blocks: tuple[Block, ...]) -> int | None:
    """The place of the title: the first heading that is one, else the last line before the decision begins."""
    headings = [
        place
        for place, block in enumerate(blocks[:40])
        if block.kind is BlockKind.HEADING and block.level and not _standard(block.text)
    ]
    if headings and (blocks[headings[0]].level == 1 or headings[0] <= 1):
        return headings[0]
    if (sure := _sure_title(blocks)) is not None:
        return sure
    candidate = None
    for place, block in enumerate(blocks[:40]):
        if _standard(block.text) or SECTION.fullmatch(block.text):
            if candidate is not None and not HEAD.fullmatch(block.text):
                break
        elif _is_sentence(block.text):
            break
        elif len(block.text) >= 8 and not _only_registers(block.text):
            candidate = place
    return candidate


def _sure_title(blocks: tuple[Block, ...]) -> int | None:
    """The first line before *Regeringens beslut* that begins as only titles do."""
    for place, block in enumerate(blocks[:40]):
        if DECISION_BEGINS.fullmatch(block.text) or SECTION.fullmatch(block.text):
            return None
        if SURE_TITLE.match(block.text) and not _is_sentence(block.text) and not HALF_TITLE.search(block.text):
            return place
    return None


def _standard(text: str) -> bool:
    return bool(
        HEAD.fullmatch(text)
        or REASONS_HEADING.fullmatch(text)
        or COPIES.match(text)
        or SIGNATURE.match(text)
        or DECISION_BEGINS.fullmatch(text)
    )


def _is_sentence(text: str) -> bool:
    """Whether a block is running text rather than a heading."""
    ends = text.rstrip().endswith((".", ":")) and not text.rstrip().endswith((" m.m.", " m.fl."))
    return (len(text) > 40 and ends) or len(text) > LONGEST_TITLE
