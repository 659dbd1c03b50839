"""The argument parser, made from what the commands declare."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.terminal import wording
from ansvarskarta.terminal.command import Command, Form, Option
from ansvarskarta.terminal.common import ABOUT, COMMON, HELP, PROGRAM
from ansvarskarta.texts import Language

if TYPE_CHECKING:
    # What a parser and its groups have in common; argparse gives it no public name.
    from argparse import _ActionsContainer as Container

Visitor = Callable[[argparse.Action, Option], None]
NARGS = {(False, False): None, (True, False): "+", (False, True): "?", (True, True): "*"}


class Parser(argparse.ArgumentParser):
    """A parser that raises what is wrong instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Raises what argparse found to be wrong.

        Raises:
            WrongUse: always.
        """
        raise WrongUse("terminal.usage", problem=message.rstrip("."), command=self.prog)


def build(commands: Sequence[Command], lang: Language, visit: Visitor | None = None) -> Parser:
    """The parser of all commands, its help in one language. What was not given is absent from what it parses to.

    ``visit`` is called with each argument made, and the option that it was made from.
    """
    wording.speak(lang)
    parser = Parser(
        prog=PROGRAM, add_help=False, allow_abbrev=False, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.usage = f"{PROGRAM} {wording.COMMAND.in_(lang)} ..."
    parser.description = wording.overview(commands, lang)
    parser.epilog = wording.MORE.in_(lang)
    _add_all(parser, (*COMMON, *ABOUT), lang, visit)
    # The overview lists the commands better; but shells complete only what has its place in the help.
    hidden = None if visit else argparse.SUPPRESS
    below = parser.add_subparsers(dest="command", metavar=wording.COMMAND.in_(lang), help=hidden)
    for command in commands:
        one = below.add_parser(
            command.name,
            prog=f"{PROGRAM} {command.name}",
            help=command.summary.in_(lang),
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _fill(one, command, lang, visit)
    return parser


def _fill(parser: Parser, command: Command, lang: Language, visit: Visitor | None) -> None:
    parser.usage = f"{PROGRAM} {wording.synopsis(command, lang)}"
    parser.description = wording.paragraphs(command.summary, command.detail, lang=lang)
    parser.epilog = wording.examples(command.examples, lang)
    _add_all(parser, command.options, lang, visit)
    _add_all(parser.add_argument_group(wording.EVERYWHERE.in_(lang)), COMMON, lang, visit)


def _add_all(parser: Container, options: Sequence[Option], lang: Language, visit: Visitor | None) -> None:
    alternatives: dict[str, Container] = {}
    for option in options:
        if option.one_of:
            target = alternatives.setdefault(option.one_of, parser.add_mutually_exclusive_group())
        else:
            target = parser
        action = _add(target, option, lang)
        if visit:
            visit(action, option)


def _add(target: Container, option: Option, lang: Language) -> argparse.Action:
    said = option.help.in_(lang).replace("%", "%%")
    if option is HELP:
        return target.add_argument(*option.names, action="help", help=said)
    if option.metavar is None:
        return target.add_argument(*option.names, action="store_true", default=argparse.SUPPRESS, help=said)
    metavar, check = wording.placeholder(option, lang), checked(option.form, lang)
    if option.by_place:
        nargs = NARGS[(option.many, option.optional)]
        return target.add_argument(*option.names, nargs=nargs, metavar=metavar, help=said, type=check)
    return target.add_argument(
        *option.names,
        metavar=metavar,
        help=said,
        type=check,
        choices=option.choices or None,
        required=option.required,
        default=argparse.SUPPRESS if option.default is None else option.default,
    )


def checked(form: Form, lang: Language) -> Callable[[str], str]:
    """A function that gives a value back if it has that form, and otherwise raises what argparse shows."""

    def check(value: str) -> str:
        from ansvarskarta.graph.dates import is_date

        if form is Form.DATE and not is_date(value):
            raise argparse.ArgumentTypeError(wording.NOT_A_DATE.in_(lang).format(value=value))
        if form is Form.PORT and not (value.isdecimal() and 1 <= int(value) <= 65535):
            raise argparse.ArgumentTypeError(wording.NOT_A_PORT.in_(lang).format(value=value))
        return value

    return check
