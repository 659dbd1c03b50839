"""What the help says, of every command, in both languages; and that it is quick by what it leaves alone."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest
from ansvarskarta.terminal import commands as package
from ansvarskarta.terminal.command import Command
from ansvarskarta.terminal.common import COMMON, EXIT_CODES
from ansvarskarta.terminal.completion import script
from ansvarskarta.terminal.parser import build
from ansvarskarta.terminal.reference import page
from ansvarskarta.terminal.registry import commands
from ansvarskarta.terminal.run import run
from ansvarskarta.texts import Language

BOTH = pytest.mark.parametrize("lang", list(Language))
EACH = pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)


def test_every_file_of_commands_is_one_command_of_its_name() -> None:
    named = {
        module.name: import_module(f"{package.__name__}.{module.name}").COMMAND.name
        for module in iter_modules(package.__path__)
    }
    assert named == {name: name for name in named}
    assert {command.name for command in commands()} == set(named)


@BOTH
def test_the_help_names_every_command_with_its_summary(lang: Language, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(["--help", "--lang", lang.value])
    shown = " ".join(capsys.readouterr().out.split())
    for command in commands():
        assert f" {command.name} {command.summary.in_(lang)}" in shown


@BOTH
@EACH
def test_the_help_of_a_command_holds_all_its_options(
    command: Command, lang: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        build(commands(), lang).parse_args([command.name, "--help"])
    shown = capsys.readouterr().out
    joined = " ".join(shown.split())
    assert ended.value.code == 0
    assert command.summary.in_(lang) in joined
    for option in (*command.options, *COMMON):
        assert all(name in shown for name in option.names if not option.by_place)
        assert option.help.in_(lang) in joined


@EACH
def test_the_examples_can_be_parsed(command: Command) -> None:
    for example in command.examples:
        program, *arguments = example.line.replace('"', "").split()
        assert program == "ansvarskarta"
        assert build(commands(), Language.SV).parse_args(arguments).command == command.name


@BOTH
def test_the_reference_page_has_every_command_option_and_exit_code(lang: Language) -> None:
    shown = page(commands(), lang)
    for command in commands():
        assert f"### {command.name}\n" in shown
        for option in (*command.options, *COMMON):
            assert all(name in shown for name in option.names if not option.by_place)
    for code in EXIT_CODES:
        assert f"| {code} | " in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_every_command(shell: str) -> None:
    completion = script(shell, Language.EN)
    for command in commands():
        assert command.name in completion


def test_help_and_refusals_import_nothing_heavy() -> None:
    heavy = {"neo4j", "streamlit", "rich", "openpyxl", "networkx", "pandas", "rapidfuzz", "shtab", "tomllib", "email"}
    code = (
        "import sys\nfrom ansvarskarta.terminal.run import run\n"
        "try:\n    run(['--help'])\nexcept SystemExit:\n    pass\n"
        "sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "--as-of" in done.stdout
    assert heavy & set(done.stderr.split()) == set()
