"""The formats as a registry."""

from __future__ import annotations

from ansvarskarta.exports.formats import formats
from ansvarskarta.exports.handover.package import TABLES
from ansvarskarta.terminal.commands.export import FORMATS


def test_the_terminal_and_the_package_know_every_format() -> None:
    assert tuple(formats()) == FORMATS
    assert set(TABLES) | {"csv"} == set(FORMATS)  # the data package is the CSV files with a description


def test_every_format_has_a_name_of_its_own_in_both_languages() -> None:
    assert len({one.title.sv for one in formats().values()}) == len(formats())
    assert len({one.title.en for one in formats().values()}) == len(formats())
