"""The words of the help: argparse's own in the chosen language, and how a command is written out.

They stand here and beside the commands, not in a catalogue: ``--help`` is to answer in a blink.
"""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Sequence

from ansvarskarta.terminal.argparse_words import ARGPARSE
from ansvarskarta.terminal.command import Command, Example, Group, Option
from ansvarskarta.texts import Language, Words

ABOUT = Words(
    "Ansvarskarta svarar på vem som äger en flaskhals, sedan när, till när och enligt vilket uppdrag, och på vad som "
    "faller mellan stolarna.",
    "Ansvarskarta answers who owns a bottleneck, since when, until when and by which mandate, and what falls between "
    "the chairs.",
)
COMMAND = Words("KOMMANDO", "COMMAND")
EVERYWHERE = Words("I alla kommandon", "In every command")
EXAMPLES = Words("Exempel:", "Examples:")
MORE = Words("Mer om ett kommando: ansvarskarta KOMMANDO --help", "More about a command: ansvarskarta COMMAND --help")
NOT_A_DATE = Words(
    "{value} är inte ett datum; skriv år, månad och dag som 2026-01-31",
    "{value} is not a date; write year, month and day as 2026-01-31",
)
NOT_A_PORT = Words(
    "{value} är inte en port; skriv ett heltal mellan 1 och 65535",
    "{value} is not a port; write a whole number from 1 to 65535",
)


def speak(lang: Language) -> None:
    """Has argparse say its own words in that language.

    It asks gettext, which reads compiled catalogues alone; here it asks ``argparse_words``.
    """
    known = {words.en: words.in_(lang) for words in ARGPARSE}

    def gettext(message: str) -> str:
        return known.get(message, message)

    def ngettext(singular: str, plural: str, count: int) -> str:
        return gettext(singular if count == 1 else plural)

    vars(argparse).update(_=gettext, ngettext=ngettext)


def width() -> int:
    """How many characters a line of help may hold, as argparse counts."""
    return max(40, min(100, shutil.get_terminal_size().columns - 2))


def paragraphs(*parts: Words | None, lang: Language) -> str:
    """The texts there are, each folded to the width, an empty line between."""
    return "\n\n".join(
        textwrap.fill(line, width()) for part in parts if part for line in part.in_(lang).split("\n") if line
    )


def placeholder(option: Option, lang: Language) -> str:
    """What stands for the value of an option: its choices, or its word."""
    if option.choices and len("|".join(option.choices)) < 30:
        return "|".join(option.choices)
    return option.metavar.in_(lang) if option.metavar else ""


def synopsis(command: Command, lang: Language) -> str:
    """The command on one line with its own options; brackets around what may be left out."""
    parts: list[str] = []
    alternatives: dict[str, int] = {}
    for option in command.options:
        part = _written(option, lang)
        if option.one_of in alternatives:
            parts[alternatives[option.one_of]] += f" | {part}"
            continue
        if option.one_of:
            alternatives[option.one_of] = len(parts)
        parts.append(part if option.required or (option.by_place and not option.optional) else f"[{part}")
    closed = [part + "]" if part.startswith("[") else part for part in parts]
    return " ".join([command.name, *closed])


def _written(option: Option, lang: Language) -> str:
    value = placeholder(option, lang)
    if option.by_place:
        return f"{value}..." if option.many else value
    return f"{option.names[-1]} {value}".strip()


def examples(lines: Sequence[Example], lang: Language) -> str | None:
    """The examples, each with what it does on the line below."""
    if not lines:
        return None
    shown = [f"  {example.line}\n      {example.meaning.in_(lang)}" for example in lines]
    return "\n".join([EXAMPLES.in_(lang), *shown])


def overview(commands: Sequence[Command], lang: Language) -> str:
    """What the product does, and its commands by group, each with its summary."""
    lines = [textwrap.fill(ABOUT.in_(lang), width())]
    indent = max(len(command.name) for command in commands) + 4
    for group in Group:
        members = [command for command in commands if command.group is group]
        if members:
            lines += ["", group.value.in_(lang) + ":"]
        for command in members:
            head = f"  {command.name}".ljust(indent)
            lines.append(textwrap.fill(head + command.summary.in_(lang), width(), subsequent_indent=" " * indent))
    return "\n".join(lines)
