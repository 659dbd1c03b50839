"""The few exceptions of the product: each says what happened, what it means for the data and what to do.

A code is an area and a name, ``engine.port_taken``: its texts stand in ``texts/errors_engine.toml``, the sentence as
``port_taken`` and what to do as ``port_taken_hint``.
Nothing below the doors (terminal, pages, API) catches them; the doors show them in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from ansvarskarta.texts import Language, text


class Detail(Protocol):
    """One of several things that an error is about, such as a problem in a table."""

    def as_json(self, lang: Language) -> dict[str, object]:
        """The detail as a JSON object, its texts in one language."""
        ...


class AnsvarskartaError(Exception):
    """The root of what the product raises on purpose; ``exit_code`` is the terminal's (see docs/terminal.md)."""

    exit_code: ClassVar[int] = 1

    def __init__(self, code: str, /, details: Sequence[Detail] = (), **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = tuple(details)
        self.values = values

    def message(self, lang: Language) -> str:
        """One sentence: what happened, and what it means for the data."""
        return text(f"errors_{self.code}", lang, **self.values)

    def hint(self, lang: Language) -> str:
        """One sentence: what to do."""
        return text(f"errors_{self.code}_hint", lang, **self.values)

    def __str__(self) -> str:
        return f"{self.message(Language.EN)} {self.hint(Language.EN)}"


class NothingFound(AnsvarskartaError):
    """A search found nothing."""

    exit_code = 1


class WrongUse(AnsvarskartaError):
    """An unknown question, id, parameter or option, or a value of the wrong form."""

    exit_code = 2


class BadInput(AnsvarskartaError):
    """Files that can't be taken in; nothing was changed."""

    exit_code = 3


class DatabaseUnavailable(AnsvarskartaError):
    """The database can't be reached, did not start, or refused what was asked of it."""

    exit_code = 4
