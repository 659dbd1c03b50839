"""What the decision does: gives, changes, extends or ends an assignment, directs, appropriates, offers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ansvarskarta.loaders.decisions.document import Block, Part
from ansvarskarta.loaders.decisions.reading import Certainty, DecisionKind
from ansvarskarta.loaders.decisions.rules.context import Context, Found

Kind = DecisionKind
# In the order in which they are tried: the first that fits the title, or the head, decides.
OF_TITLE: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        Kind.DIRECTIVE,
        re.compile(r"kommittédirektiv|tilläggsdirektiv|\bdirektiv till\b|^dir\. ?\d{4}:\d", re.IGNORECASE),
    ),
    (Kind.APPROPRIATION_LETTER, re.compile(r"regleringsbrev (?:för|avseende)", re.IGNORECASE)),
    (
        Kind.ENDING,
        re.compile(
            r"\b(?:upphäv\w+|återkalla\w*) (?:av )?|^avslut(?:ande|ning)? av (?:\w+ )?uppdrag"
            r"|\buppdrag(?:et)?\b.{0,200}\b(?:upphör|avslutas|upphävs)$"
            r"|^(?:regeringen )?avslutar uppdrag|^upphörande\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.OFFER,
        re.compile(
            r"^(?:regeringen )?(?:uppdrag (?:och|respektive|samt) )?erbjud(?:ande|er)\b"
            r"|^uppdrag\b.{3,160}\boch erbjudande (?:till|åt)\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.CHANGE,
        re.compile(
            r"^(?:förslag (?:om|till) |framställan om |framställning om |begäran om |hemställan om )?(?:ändr\w+"
            r"|tillägg\w*|preciser\w+|komplettering\w*|förtydlig\w+|utvidg\w+|utök\w+ (?:av )?(?:\w+ )?uppdrag"
            r"|justering\w*|revidering\w*|omprövning\w*)\b"
            r"|\bändr(?:ing|at|ade?)\w* (?:i|av|till)? ?(?:\w+ ){0,3}(?:uppdrag|beslut|tid)|\btilläggsuppdrag\b",
            re.IGNORECASE,
        ),
    ),
    (
        Kind.EXTENSION,
        re.compile(
            r"förlängd tid|(?<!en )förlängning av|förlängt uppdrag|^förläng\w+|\bförlängs\b|förlängd \w*tid|senarelagd"
            r"|förskjut\w+ (?:av )?\w*(?:tid|datum)|anstånd",
            re.IGNORECASE,
        ),
    ),
)
OF_TEXT: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.APPROPRIATION_LETTER, re.compile(r"\bföljande ska gälla under budgetåret\b")),
    (
        Kind.ENDING,
        re.compile(
            r"\bRegeringen (?:beslutar att )?(?:upphäv\w+|återkalla\w*|avsluta\w*) (?:\w+ ){0,6}(?:uppdrag|beslut)"
            r"|\b[Uu]ppdraget (?:ska )?upphör\w*|\buppdrag\w* .{0,200}\bska upphöra\b"
        ),
    ),
    (Kind.OFFER, re.compile(r"\bRegeringen (?:beslutar att )?erbjud\w*\b")),
    (
        Kind.EXTENSION,
        re.compile(
            r"\bRegeringen (?:beslutar (?:\w+,? ){0,9}?att )?(?:förläng\w+|medge\w* (?:\w+ ){0,4}förläng\w+"
            r"|bevilja\w* (?:\w+ ){0,5}förläng\w+)"
            r"|\b(?:[Tt]iden|[Uu]ppdraget|[Uu]ppdragstiden|[Uu]tredningstiden) (?:\w+ ){0,6}förlängs\b"
        ),
    ),
    (
        Kind.CHANGE,
        re.compile(
            r"\bMed ändring av\b|\bRegeringen (?:beslutar att )?(?:ändra\w*|utöka\w* |utvidga\w* "
            r"|komplettera\w* (?:\w+ ){0,3}uppdrag)|\b[Uu]ppdraget (?:\w+ ){0,12}(?:ändras|utökas|utvidgas"
            r"|kompletteras) (?:så|på|till|med)"
        ),
    ),
)
ASSIGNS = re.compile(r"uppdra(?:g|r|s|)\b|uppdraget|uppdrog|i uppdrag|\w*uppdrag(?:et)?\b", re.IGNORECASE)
# A title that says itself that a mandate is given; what the text also does is less.
OWN_TITLE = re.compile(r"Uppdrag (?:till|åt|att|om)\b")
FIRST_SENTENCES = 3


def find(context: Context) -> Iterator[Found]:
    """The kind, where title, head or first sentences say it."""
    head = context.document.of_part(Part.HEAD, Part.TITLE)
    for kind, pattern in OF_TITLE:
        for block in head:
            found = pattern.search(block.text)
            # "Uppdrag till X ... samt ändringar av uppdrag" gives one first of all.
            if found and not (kind is Kind.CHANGE and found.start() and OWN_TITLE.match(block.text)):
                yield _found(kind, block, found, "kind.title", Certainty.HIGH)
                return
    titled = any(OWN_TITLE.match(block.text) for block in context.document.of_part(Part.TITLE))
    first = [] if titled else context.of(Part.DECISION)[:FIRST_SENTENCES]
    for kind, pattern in OF_TEXT:
        for sentence in first:
            if found := pattern.search(sentence.text):
                start = sentence.start + found.start()
                yield Found("kind", kind.value, start, sentence.start + found.end(), "kind.text", Certainty.MEDIUM)
                return
    for block in [*head, *context.document.of_part(Part.DECISION)]:
        if found := ASSIGNS.search(block.text):
            yield _found(Kind.ASSIGNMENT, block, found, "kind.assigns", Certainty.HIGH)
            return


def _found(kind: Kind, block: Block, found: re.Match[str], rule: str, certainty: Certainty) -> Found:
    return Found("kind", kind.value, block.start + found.start(), block.start + found.end(), rule, certainty)
