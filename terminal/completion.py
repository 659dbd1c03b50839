"""What makes a shell complete commands, options, files and the catalogue's questions."""

from __future__ import annotations

import argparse

from ansvarskarta.terminal.command import Form, Option
from ansvarskarta.terminal.parser import build
from ansvarskarta.terminal.registry import commands
from ansvarskarta.texts import Language


def script(shell: str, lang: Language) -> str:
    """The script that ``bash``, ``zsh`` or ``tcsh`` is to run."""
    import shtab

    def visit(action: argparse.Action, option: Option) -> None:
        if option.suggestions:
            action.choices = list(option.suggestions())
        elif option.form in (Form.FILE, Form.FOLDER):
            vars(action)["complete"] = shtab.FILE if option.form is Form.FILE else shtab.DIRECTORY

    return shtab.complete(build(commands(), lang, visit), shell=shell)
