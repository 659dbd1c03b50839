"""``who``: who owns a bottleneck, in one sentence with its source."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from ansvarskarta.graph.errors import NothingFound
from ansvarskarta.terminal.command import Command, Example, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.queries import Who

# So many other hits are named beside the sentence; JSON holds all.
OTHERS = 8
COLUMNS = (
    "actor", "actor_name", "kind", "since", "until", "mandate", "mandate_name", "reference", "theme_name", "scope",
    "document", "locator", "quote", "confidence",
)  # fmt: skip


def run(context: Context) -> Result:
    """Finds the bottleneck and says who owns it; of several that fit as well, none is guessed.

    Raises:
        NothingFound: nothing fits the text.
    """
    from ansvarskarta.queries import who

    sought = " ".join(context.values("text"))
    with context.graph() as graph:
        found = who(graph, sought, as_of=context.value("as_of"), lang=context.lang)
    if not found.hits:
        raise NothingFound("terminal.nothing_found", text=sought)
    rows = [
        asdict(one) | {"kind": kind}
        for kind, group in (("owner", found.owners), ("lead", found.leads))
        for one in group
    ]
    sheets = () if context.is_for_people else (Sheet(COLUMNS, rows),)
    return Result(
        json=found.as_json(context.lang),
        text=_text(found, context),
        sheets=sheets,
        notes=_notes(found),
    )


def _text(found: Who, context: Context) -> str:
    lines = [found.sentence(context.lang)]
    others = [hit for hit in found.hits if hit is not found.chosen][:OTHERS]
    if others:
        key = "terminal_ask.others" if found.chosen else "terminal_ask.which"
        lines += ["", context.text(key)]
        lines += [f"  {hit.name}  ({hit.id})" for hit in others]
    return "\n".join(lines)


def _notes(found: Who) -> tuple[str, ...]:
    """What must stand beside the sentence; that the data is for demonstration stands in it."""
    return found.notes[1:] if found.is_demo else found.notes


COMMAND = Command(
    name="who",
    group=Group.ASK,
    summary=Words("Fråga vem som äger en flaskhals.", "Ask who owns a bottleneck."),
    detail=Words(
        "Svaret är en mening att citera: ägare, sedan när, till när, enligt vilket uppdrag och i vilken handling det "
        "står. Säger ingen handling vem som äger den står det Ingen ägare. Passar flera flaskhalsar lika bra räknas "
        "de upp. Slutkoden är 1 när inget passar.",
        "The answer is a sentence to quote: owner, since when, until when, by which mandate, and which document says "
        "so. Where no document says who owns it, it says No owner. Where several bottlenecks fit as well, they are "
        "listed. The exit code is 1 when nothing fits.",
    ),
    options=(
        Option(
            ("text",),
            Words("Det du söker, till exempel elnät Boden.", "What you look for, such as elnät Boden."),
            Words("TEXT", "TEXT"),
            many=True,
        ),
    ),
    examples=(
        Example('ansvarskarta who "elnät Boden"', Words("Vem äger elnätet i Boden?", "Who owns the grid in Boden?")),
        Example(
            'ansvarskarta who "elnät Boden" --as-of 2023-06-30',
            Words("Vem ägde det den 30 juni 2023?", "Who owned it on 30 June 2023?"),
        ),
    ),
    run=run,
)
