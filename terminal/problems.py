"""What is wrong in tables, as rows and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ansvarskarta.terminal.result import Sheet
from ansvarskarta.texts import Language, text

if TYPE_CHECKING:
    from ansvarskarta.loaders.problems import Problem, Problems

COLUMNS = ("level", "file", "sheet", "line", "column", "value", "message", "hint")


def problem_sheet(problems: Iterable[Problem], lang: Language) -> Sheet:
    """The problems, one a row."""
    return Sheet(COLUMNS, [problem.as_json(lang) for problem in problems], title=text("terminal_load.problems", lang))


def problem_counts(problems: Problems) -> dict[str, int]:
    """How many there are of each level, listed or not."""
    from ansvarskarta.loaders.problems import Level

    return {level.value: problems.count(level) for level in Level}


def problem_notes(problems: Problems, lang: Language) -> tuple[str, ...]:
    """That not all are listed, where that is so."""
    return (text("terminal_load.unlisted", lang, count=problems.unlisted),) if problems.unlisted else ()
