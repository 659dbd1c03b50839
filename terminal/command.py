"""What a command declares of itself: help, completion, reference page and parser are all made from this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.terminal.context import Context
    from ansvarskarta.terminal.result import Result


class Group(Enum):
    """Where a command stands in the help; the groups stand in this order."""

    BEGIN = Words("Kom igång", "Begin")
    ASK = Words("Fråga", "Ask")
    FILL = Words("Fylla på", "Fill")
    PASS_ON = Words("Lämna vidare", "Pass on")
    KEEP = Words("Förvara", "Keep")


class Form(StrEnum):
    """What an option's value must look like; it is checked before anything runs."""

    TEXT = "text"
    DATE = "date"
    PORT = "port"
    FILE = "file"
    FOLDER = "folder"


class Format(StrEnum):
    """How a result is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


@dataclass(frozen=True, slots=True)
class Option:
    """An option (``--out``) or, without dashes, a value by its place.

    ``metavar`` is what stands for its value in the help; empty makes it a switch. ``many`` takes one or more values by
    place, ``optional`` none or one (with ``many``: none or more). Of the options of one ``one_of`` at most one may be
    given. ``suggestions`` are what a shell completes with.
    """

    names: tuple[str, ...]
    help: Words
    metavar: Words | None = None
    form: Form = Form.TEXT
    choices: tuple[str, ...] = ()
    default: str | None = None
    many: bool = False
    optional: bool = False
    required: bool = False
    one_of: str = ""
    suggestions: Callable[[], Sequence[str]] | None = None

    @property
    def by_place(self) -> bool:
        """Whether it is given by its place, without a name."""
        return not self.names[0].startswith("-")


@dataclass(frozen=True, slots=True)
class Example:
    """A line that can be typed as it stands, and what it does."""

    line: str
    meaning: Words


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``rows``: in a pipe its result is CSV, where others are text.

    ``run`` gives ``None`` where all is said already.
    """

    name: str
    group: Group
    summary: Words
    run: Callable[[Context], Result | None]
    detail: Words | None = None
    options: tuple[Option, ...] = ()
    examples: tuple[Example, ...] = ()
    rows: bool = False
