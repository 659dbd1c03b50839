"""The formats that a graph is exported in: every module here that declares ``FORMAT`` is one.

A format is a writer that is set up with a target, fed every row once, table by table and nodes before relationships,
and finished. Its check then reads the file back; see :mod:`ansvarskarta.exports.writing`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from ansvarskarta.exports.format import Format


@cache
def formats() -> dict[str, Format]:
    """All formats by the name that a person asks for them by, sorted."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    found = [module.FORMAT for module in modules if hasattr(module, "FORMAT")]
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}
