"""The questions: a catalogue of files, the words they share, and asking."""

from __future__ import annotations

from ansvarskarta.queries.asking import Answer, ask
from ansvarskarta.queries.locators import located
from ansvarskarta.queries.ordering import AnswerRow, Cell
from ansvarskarta.queries.question import AnswerColumn, ColumnKind, Narrowing, Parameter, ParameterKind, Question
from ansvarskarta.queries.reading import GROUPS, catalogue
from ansvarskarta.queries.searching import Hit
from ansvarskarta.queries.sentence import Ownership, Subject, source, spoken
from ansvarskarta.queries.who import Who, who, who_owns

__all__ = [
    "GROUPS",
    "Answer",
    "AnswerColumn",
    "AnswerRow",
    "Cell",
    "ColumnKind",
    "Hit",
    "Narrowing",
    "Ownership",
    "Parameter",
    "ParameterKind",
    "Question",
    "Subject",
    "Who",
    "ask",
    "catalogue",
    "located",
    "source",
    "spoken",
    "who",
    "who_owns",
]
