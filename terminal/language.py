"""Which language to speak, and whether errors are JSON: needed before there is a parser, to say what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ansvarskarta.texts import Language


def from_environment(environ: Mapping[str, str]) -> Language:
    """The language of the environment's locale; Swedish where that is neither Swedish nor English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return Language.EN if value.lower().startswith("en") else Language.SV
    return Language.SV


def spoken(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language asked for with ``--lang``, otherwise the environment's."""
    asked = given(arguments, "--lang")
    return Language(asked) if asked in {language.value for language in Language} else from_environment(environ)


def given(arguments: Sequence[str], name: str) -> str | None:
    """The value that an option has among arguments not yet parsed; the last, where it is given again."""
    value = None
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == name and position + 1 < len(arguments):
            value = arguments[position + 1]
        elif argument.startswith(name + "="):
            value = argument.partition("=")[2]
    return value
