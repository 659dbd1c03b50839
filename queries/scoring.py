"""How well a node fits the words of a search: 1 is exact, names and numbers before descriptions and themes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.places import PLACES, spellings
from ansvarskarta.queries.spelling import words

EXACT = 1.0
NAMED = 0.9
_DESCRIBED = 0.5
_THEMED = 0.4
_COVERED = 0.05


@dataclass(frozen=True, slots=True)
class Term:
    """One word that is looked for: its folded stems, and how much a name that holds it counts."""

    stems: frozenset[str]
    weight: float


def score(row: AnswerRow, terms: Collection[Term], wholes: Collection[str], themes: Mapping[str, str]) -> float:
    """The node's score, 0 where a term fits nowhere.

    ``wholes`` are the whole text as typed, folded; ``themes`` the folded texts of the themes by id.
    """
    names = _names(row)
    if any(name in wholes for name in names):
        return EXACT
    described = words(str(row["description"] or ""))
    of_theme = [word for id_ in _list(row["themes"]) for word in words(themes.get(id_, ""))]
    parts = [
        max(
            term.weight * max((_fit(term, name.split()) for name in names), default=0),
            _DESCRIBED * _fit(term, described),
            _THEMED * _fit(term, of_theme),
        )
        for term in terms
    ]
    if not parts or not all(parts):
        return 0.0
    covered = max((_coverage(terms, name.split()) for name in names), default=0)
    return round((1 - _COVERED) * sum(parts) / len(parts) + _COVERED * covered, 4)


def _fit(term: Term, texts: Collection[str]) -> float:
    """How well the best of the words fits: itself or an ending of it, its beginning, or a part of a compound."""
    best = 0.0
    for word in texts:
        for stem in term.stems:
            if word.startswith(stem):
                best = max(best, 1.0 if len(word) - len(stem) <= 2 else 0.9)
            elif stem in word:
                best = max(best, 0.75)
    return best


def _coverage(terms: Collection[Term], name: list[str]) -> float:
    return sum(any(stem in word for term in terms for stem in term.stems) for word in name) / max(len(name), 1)


def _names(row: AnswerRow) -> list[str]:
    id_ = str(row["id"])
    texts = [str(text) for text in (row["name"], row["name_en"], *_list(row["aliases"])) if text]
    short = [" ".join(name) for text in texts for name in spellings(text)] if row["label"] in PLACES else []
    numbers = [str(text) for text in (row["reference"], row["title"], id_, id_.partition(":")[2]) if text]
    return [" ".join(words(text)) for text in [*texts, *numbers]] + short


def _list(cell: object) -> list[str]:
    return [str(item) for item in cell] if isinstance(cell, list) else []
