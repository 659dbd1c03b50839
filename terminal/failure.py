"""How an error is shown: one sentence and what to do, or one JSON object; always on standard error."""

from __future__ import annotations

import json
import traceback
from collections.abc import Sequence
from typing import TextIO

from ansvarskarta.graph.errors import AnsvarskartaError, Detail, WrongUse
from ansvarskarta.terminal.formats.cells import harmless, readable
from ansvarskarta.texts import Language, text

# So many details are shown to a person; JSON holds all that the error has.
SHOWN = 50


class Fault(AnsvarskartaError):
    """The program itself failed in a way that nobody foresaw."""


def declared(error: Exception) -> AnsvarskartaError:
    """The error as one of ours: a file that can't be used keeps its reason, all else is a fault in the program."""
    if isinstance(error, AnsvarskartaError):
        return error
    if isinstance(error, OSError) and error.filename is not None:
        return WrongUse("terminal.file", file=error.filename, reason=error.strerror or type(error).__name__)
    return Fault("terminal.unexpected", kind=type(error).__name__, what=str(error))


def show(error: AnsvarskartaError, lang: Language, err: TextIO, *, as_json: bool, cause: Exception | None) -> None:
    """Writes the error, with the traceback of its cause where one is given."""
    if cause is not None:
        err.write("".join(traceback.format_exception(cause)))
    err.write(_as_json(error, lang) if as_json else _as_text(error, lang, err))


def _as_json(error: AnsvarskartaError, lang: Language) -> str:
    body = {
        "code": error.code,
        "message": error.message(lang),
        "hint": error.hint(lang),
        "details": [detail.as_json(lang) for detail in error.details],
    }
    return json.dumps({"error": body}, ensure_ascii=False) + "\n"


def _as_text(error: AnsvarskartaError, lang: Language, err: TextIO) -> str:
    lines = [f"{_coloured(text('terminal.error', lang), err)} {harmless(error.message(lang))}"]
    lines += _details(error.details, lang)
    lines.append(harmless(error.hint(lang)))
    return "\n".join(lines) + "\n"


def _details(details: Sequence[Detail], lang: Language) -> list[str]:
    lines = ["  " + _line(detail.as_json(lang), lang) for detail in details[:SHOWN]]
    if len(details) > SHOWN:
        lines.append("  " + text("terminal.more_details", lang, count=len(details) - SHOWN))
    return lines


def _line(detail: dict[str, object], lang: Language) -> str:
    """Where in the input, as far as the detail says, then the sentences; what has none is its values."""
    if "message" not in detail:
        return " · ".join(readable(value) for value in detail.values() if value not in (None, ""))
    line = text("terminal.line", lang, line=detail["line"]) if detail.get("line") else None
    place = [readable(part) for part in (detail.get("file"), detail.get("sheet"), line, detail.get("column")) if part]
    sentences = [readable(detail[part]) for part in ("message", "hint") if detail.get(part)]
    return ": ".join(filter(None, [", ".join(place), " ".join(sentences)]))


def _coloured(word: str, err: TextIO) -> str:
    if not err.isatty():
        return word
    from rich.console import Console

    console = Console(file=err)
    with console.capture() as captured:
        console.print(word, style="bold red", end="")
    return captured.get()
