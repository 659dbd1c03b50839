"""The questions: a catalogue of files, the words they share, and asking."""

from __future__ import annotations

from ansvarskarta.queries.asking import Answer, ask
from ansvarskarta.queries.ordering import AnswerRow, Cell
from ansvarskarta.queries.question import AnswerColumn, ColumnKind, Narrowing, Parameter, ParameterKind, Question
from ansvarskarta.queries.reading import GROUPS, catalogue

__all__ = [
    "GROUPS",
    "Answer",
    "AnswerColumn",
    "AnswerRow",
    "Cell",
    "ColumnKind",
    "Narrowing",
    "Parameter",
    "ParameterKind",
    "Question",
    "ask",
    "catalogue",
]
