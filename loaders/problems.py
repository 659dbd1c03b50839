"""What is wrong in tables that are read, as data: terminal, pages and reports show the same objects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ansvarskarta.texts import Language, text

LISTED = 1_000
"""How many problems of one level are listed; all are counted."""
_SHOWN = 120  # characters of a value


class Level(StrEnum):
    """How bad it is: an error keeps everything from being loaded, a warning and a notice keep nothing."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the input: ``line`` is the file's or the sheet's own, 1 the first."""

    file: str
    sheet: str | None = None
    line: int | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. ``code`` names its texts in ``texts/loading.toml``; ``values`` fill them in."""

    level: Level
    code: str
    place: Place
    value: str | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """The value, cut where it is long."""
        value = self.value or ""
        return value if len(value) <= _SHOWN else value[:_SHOWN] + "…"

    def message(self, lang: Language) -> str:
        """What is wrong, in one sentence."""
        return text(f"loading.{self.code}", lang, **self._filled())

    def hint(self, lang: Language) -> str:
        """What to do about it."""
        return text(f"loading.{self.code}_hint", lang, **self._filled())

    def as_json(self, lang: Language) -> dict[str, object]:
        """The problem as one JSON object, its texts in one language."""
        return {
            "level": self.level.value,
            "code": self.code,
            "file": self.place.file,
            "sheet": self.place.sheet,
            "line": self.place.line,
            "column": self.place.column,
            "value": None if self.value is None else self.shown,
            "message": self.message(lang),
            "hint": self.hint(lang),
        }

    def _filled(self) -> dict[str, object]:
        return {"value": self.shown, "column": self.place.column or "", **self.values}


class Problems:
    """All problems of one input: counted without end, listed up to a limit a level, so that a million fit in memory."""

    def __init__(self) -> None:
        self._listed: dict[Level, list[Problem]] = {level: [] for level in Level}
        self._counts: Counter[tuple[Level, str]] = Counter()

    def add(
        self,
        level: Level,
        code: str,
        place: Place,
        value: str | None = None,
        /,
        **values: str | int,
    ) -> None:
        """Adds one problem."""
        self._counts[level, code] += 1
        if len(self._listed[level]) < LISTED:
            self._listed[level].append(Problem(level, code, place, value, values))

    def count(self, level: Level) -> int:
        """How many there are of a level, listed or not."""
        return sum(number for (of, _), number in self._counts.items() if of is level)

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps the input from being loaded."""
        return self.count(Level.ERROR) > 0

    @property
    def unlisted(self) -> int:
        """How many are counted but not listed."""
        return sum(self._counts.values()) - sum(map(len, self._listed.values()))

    def by_code(self) -> dict[str, int]:
        """How many there are of each kind, listed or not; the most first."""
        counts: Counter[str] = Counter()
        for (_, code), number in self._counts.items():
            counts[code] += number
        return dict(counts.most_common())

    def is_full(self, level: Level) -> bool:
        """Whether a further problem of that level would be counted only."""
        return len(self._listed[level]) >= LISTED

    def add_unlisted(self, level: Level, code: str, number: int) -> None:
        """Counts problems whose places nobody will see."""
        if number:
            self._counts[level, code] += number

    def merge(self, other: Problems) -> None:
        """Takes over what another collection lists and counts."""
        self._counts.update(other._counts)
        for level, listed in other._listed.items():
            self._listed[level] += listed[: LISTED - len(self._listed[level])]

    def __iter__(self) -> Iterator[Problem]:
        """The listed problems: errors, warnings, notices, each in the order of files and lines."""
        for level in Level:
            yield from sorted(self._listed[level], key=_order)

    def __len__(self) -> int:
        """How many there are in all, listed or not."""
        return sum(self._counts.values())


def _order(problem: Problem) -> tuple[str, str, int, str]:
    place = problem.place
    return place.file, place.sheet or "", place.line or 0, place.column or ""
