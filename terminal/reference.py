"""The reference page of the terminal, ``docs/terminal.md``, written from what the commands declare."""

from __future__ import annotations

from collections.abc import Sequence

from ansvarskarta.terminal.command import Command, Group, Option
from ansvarskarta.terminal.common import ABOUT, COMMON, EXIT_CODES, PROGRAM
from ansvarskarta.terminal.formats.as_md import escaped
from ansvarskarta.terminal.wording import placeholder, synopsis
from ansvarskarta.texts import Language, text


def page(commands: Sequence[Command], lang: Language) -> str:
    """The whole page as Markdown."""
    parts = [f"# {text('terminal.reference_title', lang)}", text("terminal.reference_intro", lang)]
    for group in Group:
        members = [command for command in commands if command.group is group]
        if members:
            parts.append(f"## {group.value.in_(lang)}")
        for command in members:
            parts += _command(command, lang)
    parts += [f"## {text('terminal.reference_common', lang)}", _options(COMMON, lang)]
    parts += [text("terminal.reference_format", lang)]
    parts += [f"## {text('terminal.reference_alone', lang)}", _options(ABOUT, lang)]
    parts += [text("terminal.reference_completion", lang), f'    eval "$({PROGRAM} --print-completion bash)"']
    parts += [f"## {text('terminal.reference_codes', lang)}", _codes(lang)]
    return "\n\n".join(parts) + "\n"


def _command(command: Command, lang: Language) -> list[str]:
    parts = [f"### {command.name}", f"    {PROGRAM} {synopsis(command, lang)}", command.summary.in_(lang)]
    if command.detail:
        parts += command.detail.in_(lang).split("\n")
    if command.options:
        parts.append(_options(command.options, lang))
    for example in command.examples:
        parts += [example.meaning.in_(lang), f"    {example.line}"]
    return parts


def _options(options: Sequence[Option], lang: Language) -> str:
    rows = [
        f"| {', '.join(_named(option, name, lang) for name in option.names)} | {escaped(option.help.in_(lang))} |"
        for option in options
    ]
    return "\n".join([f"| {text('terminal.reference_option', lang)} |  |", "| --- | --- |", *rows])


def _named(option: Option, name: str, lang: Language) -> str:
    value = placeholder(option, lang).replace("|", r"\|")
    return f"`{value}`" if option.by_place else f"`{f'{name} {value}'.strip()}`"


def _codes(lang: Language) -> str:
    rows = [f"| {code} | {escaped(meaning.in_(lang))} |" for code, meaning in EXIT_CODES.items()]
    return "\n".join([f"| {text('terminal.reference_code', lang)} |  |", "| --- | --- |", *rows])
