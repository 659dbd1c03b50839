"""What the parser understands, refuses and explains."""

from __future__ import annotations

import argparse
import ast
import inspect

import pytest
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.terminal.argparse_words import ARGPARSE
from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.parser import build
from ansvarskarta.terminal.result import Result
from ansvarskarta.terminal.wording import synopsis
from ansvarskarta.texts import Language, Words

SV, EN = Language.SV, Language.EN
# argparse's messages to the programmer who builds a parser, which no user meets.
FOR_PROGRAMMERS = {
    "%(prog)s: error: %(message)s\n",
    "%(prog)s: warning: %(message)s\n",
    "%r is not callable",
    "'required' is an invalid argument for positionals",
    ".__call__() not defined",
    " (default: %(default)s)",
    'argument "-" with mode %r',
    "argument '%(argument_name)s' is deprecated",
    "can't open '%(filename)s': %(error)s",
    "cannot have multiple subparser arguments",
    "cannot merge actions - two groups are named %r",
    "command '%(parser_name)s' is deprecated",
    "conflicting option string: %s",
    "conflicting option strings: %s",
    "conflicting subparser alias: %s",
    "conflicting subparser: %s",
    "dest= is required for options like %r",
    "invalid conflict_resolution value: %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "mutually exclusive arguments must be optional",
    "option '%(option)s' is deprecated",
    "show program's version number and exit",
    "show this help message and exit",
    "unrecognized arguments: %s",
}


def nothing(_context: Context) -> Result:
    return Result(json={})


PAINT = Command(
    name="paint",
    group=Group.FILL,
    summary=Words("Måla saker.", "Paint things."),
    run=nothing,
    options=(
        Option(("things",), Words("Vad, 100 % av det.", "What, 100 % of it."), Words("SAK", "THING"), many=True),
        Option(("--when",), Words("När.", "When."), Words("DATUM", "DATE"), form=Form.DATE, required=True),
        Option(("--red",), Words("Röd.", "Red."), one_of="colour"),
        Option(("--blue",), Words("Blå.", "Blue."), one_of="colour"),
        Option(("--port",), Words("Port.", "Port."), Words("PORT", "PORT"), form=Form.PORT, default="8501"),
    ),
    examples=(Example("ansvarskarta paint wall --when 2026-01-01", Words("Målar väggen.", "Paints the wall.")),),
)


def parse(*arguments: str, lang: Language = SV) -> argparse.Namespace:
    return build((PAINT,), lang).parse_args(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--as-of", "2026-01-01", "paint", "wall", "--when", "2026-02-01"),
        ("paint", "wall", "--when", "2026-02-01", "--as-of", "2026-01-01"),
        ("paint", "--as-of=2026-01-01", "--when=2026-02-01", "wall"),
    ],
)
def test_common_options_stand_before_the_command_or_after(arguments: tuple[str, ...]) -> None:
    parsed = parse(*arguments)
    assert (parsed.command, parsed.things, parsed.when, parsed.as_of) == ("paint", ["wall"], "2026-02-01", "2026-01-01")


def test_what_is_not_given_is_absent_but_defaults_are_there() -> None:
    parsed = parse("paint", "wall", "--when", "2026-02-01")
    assert not hasattr(parsed, "red")
    assert not hasattr(parsed, "lang")
    assert parsed.port == "8501"


@pytest.mark.parametrize(
    ("arguments", "sv", "en"),
    [
        (
            ("paint", "wall", "--when", "2026-02-30"),
            "--when: 2026-02-30 är inte ett datum; skriv år, månad och dag som 2026-01-31",
            "argument --when: 2026-02-30 is not a date; write year, month and day as 2026-01-31",
        ),
        (
            ("paint", "--when", "2026-02-01"),
            "det saknas: SAK",
            "the following arguments are required: THING",
        ),
        (("paint", "wall"), "det saknas: --when", "the following arguments are required: --when"),
        (
            ("paint", "wall", "--when", "2026-02-01", "--port", "0"),
            "--port: 0 är inte en port; skriv ett heltal mellan 1 och 65535",
            "argument --port: 0 is not a port; write a whole number from 1 to 65535",
        ),
        (
            ("paint", "wall", "--red", "--blue", "--when", "2026-02-01"),
            "--blue: går inte att ange tillsammans med --red",
            "argument --blue: not allowed with argument --red",
        ),
        (("paint", "wall", "--when"), "--when: behöver ett värde", "argument --when: expected one argument"),
    ],
)
def test_wrong_use_is_said_in_the_language(arguments: tuple[str, ...], sv: str, en: str) -> None:
    for lang, expected in ((SV, sv), (EN, en)):
        with pytest.raises(WrongUse) as caught:
            parse(*arguments, lang=lang)
        assert caught.value.values["problem"] == expected
        assert "ansvarskarta paint --help" in caught.value.hint(lang)


def test_abbreviations_are_not_guessed() -> None:
    with pytest.raises(WrongUse):
        parse("paint", "wall", "--when", "2026-02-01", "--re")


def test_the_synopsis_brackets_what_may_be_left_out() -> None:
    assert synopsis(PAINT, EN) == "paint THING... --when DATE [--red | --blue] [--port PORT]"


def test_help_is_in_the_language_to_the_last_word(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse("paint", "--help")
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert shown.startswith("Skrivs så här: ansvarskarta paint SAK... --when DATUM [--red | --blue] [--port PORT]\n")
    assert "Vad, 100 % av det." in shown
    assert "I alla kommandon:" in shown
    assert "Exempel:\n  ansvarskarta paint wall --when 2026-01-01\n      Målar väggen." in shown
    for word in ("usage", "options", "positional", "show this help"):
        assert word not in shown


def test_every_word_of_argparse_that_a_user_can_meet_has_a_translation() -> None:
    known = {words.en for words in ARGPARSE} | FOR_PROGRAMMERS
    said = set()
    for call in ast.walk(ast.parse(inspect.getsource(argparse))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("_", "ngettext"):
            said |= {part.value for part in call.args if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    assert len(said) > 20
    assert said - known == set()
