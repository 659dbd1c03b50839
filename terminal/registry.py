"""The commands that there are: every module of ``commands``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ansvarskarta.terminal import commands as package
from ansvarskarta.terminal.command import Command, Group


@cache
def commands() -> tuple[Command, ...]:
    """All commands, by group and then name."""
    found = [import_module(f"{package.__name__}.{module.name}").COMMAND for module in iter_modules(package.__path__)]
    groups = list(Group)
    return tuple(sorted(found, key=lambda command: (groups.index(command.group), command.name)))
