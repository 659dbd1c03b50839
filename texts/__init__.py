"""Every text that a person reads, in Swedish and English: one TOML catalogue a page or area.

A catalogue ``texts/who.toml`` holds ``[no_owner]`` with ``sv`` and ``en``; its key is ``who.no_owner``.
Values are filled in as :meth:`str.format` does, so what comes from data is never read as a template. A word that goes
by a number stands there in both its forms: ``{rows} {rows:rad|rader}``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Formatter

FOLDER = Path(__file__).parent


class Language(StrEnum):
    """The languages that every text exists in; Swedish is the default."""

    SV = "sv"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages, declared beside the thing that it describes."""

    sv: str
    en: str

    def __post_init__(self) -> None:
        if not self.sv.strip() or not self.en.strip():
            raise ValueError(f"a description is missing: {self!r}")

    def in_(self, lang: Language) -> str:
        """The text in one language."""
        return self.sv if lang is Language.SV else self.en


class _Filling(Formatter):
    """What :meth:`str.format` does, and the form of a word that goes by a number: one, or any other."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, between, other = format_spec.partition("|")
        if not between:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else other


_FILLING = _Filling()


@cache
def catalogue(name: str) -> dict[str, Words]:
    """All texts of one catalogue.

    Raises:
        FileNotFoundError: no catalogue has that name.
        ValueError: a text lacks a language.
    """
    import tomllib  # noqa: PLC0415 (the terminal's --help needs no catalogue, and is to be quick)

    raw = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: Words(sv=entry["sv"], en=entry["en"]) for key, entry in raw.items()}


def names() -> list[str]:
    """The names of all catalogues, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


def text(key: str, lang: Language, /, **values: object) -> str:
    """The text ``catalogue.name`` in one language, with its values filled in.

    Raises:
        KeyError: there is no such text, or a value that it names was not given.
    """
    name, _, entry = key.partition(".")
    words = catalogue(name)[entry].in_(lang)
    return _FILLING.vformat(words, (), values) if values else words
