"""From arguments to an exit code: parses, runs the command, writes its result or what went wrong."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.terminal.command import Command, Format
from ansvarskarta.terminal.common import PROGRAM
from ansvarskarta.terminal.context import Context, Streams
from ansvarskarta.terminal.language import given, spoken
from ansvarskarta.terminal.parser import build
from ansvarskarta.terminal.registry import commands
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Language, text

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Runs one command and gives its exit code (``terminal.common.EXIT_CODES``)."""
    lang = spoken(arguments, os.environ)
    _speak_utf8()
    try:
        code = _run(arguments, lang)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("\n" + text("terminal.interrupted", lang) + "\n")
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads has seen enough. What is left in the buffer has nowhere to go, so that the end must not flush it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 (the door: whatever it is, the user gets a sentence)
        from ansvarskarta.terminal import failure

        declared = failure.declared(error)
        as_json = given(arguments, "--format") == "json"
        verbose = any(flag in arguments for flag in ("-v", "--verbose"))
        failure.show(declared, lang, sys.stderr, as_json=as_json, cause=error if verbose else None)
        return declared.exit_code
    return code


def _run(arguments: Sequence[str], lang: Language) -> int:
    parser = build(commands(), lang)
    parsed, unknown = parser.parse_known_args(arguments)
    if unknown:
        raise WrongUse("terminal.unknown", what=" ".join(unknown), command=f"{PROGRAM} {parsed.command or ''}".strip())
    if getattr(parsed, "version", False):
        from importlib.metadata import version

        sys.stdout.write(f"{PROGRAM} {version(PROGRAM)}\n")
        return 0
    if shell := getattr(parsed, "print_completion", None):
        from ansvarskarta.terminal.completion import script

        sys.stdout.write(script(shell, lang) + "\n")
        return 0
    if parsed.command is None:
        raise WrongUse("terminal.no_command")
    command = next(command for command in commands() if command.name == parsed.command)
    context = Context(parsed, lang, _format(command, parsed), os.environ, Streams(sys.stdout, sys.stderr, sys.stdin))
    result = command.run(context)
    if result is None:
        return 0
    _write(result, context)
    return result.exit_code


def _format(command: Command, parsed: argparse.Namespace) -> Format:
    if asked := getattr(parsed, "format", None):
        return Format(asked)
    return Format.CSV if command.rows and not sys.stdout.isatty() else Format.TABLE


def _write(result: Result, context: Context) -> None:
    from ansvarskarta.terminal.formats import writer

    writer(context.format).write(result, context.streams.out)
    context.streams.out.flush()
    if context.format is Format.CSV:
        for note in result.notes:
            context.say(note)


def _speak_utf8() -> None:
    """Writes UTF-8 whatever the locale says: that is what other programs are promised."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "surrogateescape")
