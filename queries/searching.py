"""Finding nodes by what people type: the engine narrows, Python ranks, a mistyped word gets a second chance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ansvarskarta.queries.asking import Asked
from ansvarskarta.queries.ordering import AnswerRow
from ansvarskarta.queries.places import Place, around, inside, places, split
from ansvarskarta.queries.scoring import EXACT, NAMED, Term, score
from ansvarskarta.queries.spelling import asked_words, folded, mistyped, stems, vocabulary, words
from ansvarskarta.texts import Language

Terms: TypeAlias = tuple[Term, ...]
CLEAR = 0.05
"""By how much a hit must be better than another to be what was meant."""
_BESIDE_NAME = 0.06


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that was found; ``score`` is 1 where the text is exactly a name, alias or number of it."""

    id: str
    label: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Search:
    """A search on one graph and day, among all nodes or bottlenecks alone."""

    asked: Asked
    only_bottlenecks: bool = False

    def find(self, text: str) -> list[Hit]:
        """What the text finds, best first, equally good ones by id."""
        typed = asked_words(text)
        if not typed:
            return []
        known = places(self.asked.run("places"))
        named, rest = split([folded(word) for word in typed], known)
        wholes = {" ".join(words(text)), " ".join(folded(word) for word in typed)}
        found = self._matching(_terms(typed), wholes)
        if named and rest:
            left = [word for word in typed if folded(word) in rest]
            found = self._there(self._matching(_terms(left), wholes), named, known, found)
        return sorted(found.values(), key=lambda hit: (-hit.score, hit.id))

    def _there(
        self, found: dict[str, Hit], named: list[list[Place]], known: Sequence[Place], spelled: dict[str, Hit]
    ) -> dict[str, Hit]:
        """Of what was found without its place words, what is there; what names the place goes a little before."""
        there = set(found)
        for alternatives in named:
            there &= {id_ for place in alternatives for id_ in self._in(place, known, there)}
        best = {id_: found[id_] for id_ in there}
        for id_, hit in spelled.items():
            if hit.score == EXACT or id_ not in best:
                best[id_] = hit
            else:
                before = best[id_]
                best[id_] = Hit(hit.id, hit.label, hit.name, round(min(before.score + _BESIDE_NAME, 0.99), 4))
        return best

    def _in(self, place: Place, known: Sequence[Place], ids: Iterable[str]) -> set[str]:
        rows = self.asked.run("there", ids=list(ids), inside=inside(place, known), around=around(place, known))
        return {str(row["id"]) for row in rows}

    def _matching(self, terms: Terms, wholes: set[str]) -> dict[str, Hit]:
        """The hits of every word of the terms; a word that nothing holds is taken for a mistyped one."""
        themes = {str(row["id"]): str(row["told"]) for row in self.asked.run("theme_names")}
        found = self._scored(terms, wholes, themes)
        if found:
            return found
        mended = self._mended(terms, themes)
        return self._scored(mended, wholes, themes) if mended != terms else {}

    def _scored(self, terms: Terms, wholes: set[str], themes: dict[str, str]) -> dict[str, Hit]:
        statement = "bottlenecks" if self.only_bottlenecks else "rows"
        rows = self.asked.run(statement, terms=[list(term.stems) for term in terms])
        of_theme = [id_ for id_, told in themes.items() if any(stem in told for term in terms for stem in term.stems)]
        if of_theme:
            rows += self.asked.run("themed", themes=of_theme)
        hits: dict[str, Hit] = {}
        for row in rows:
            value = score(row, terms, wholes, themes)
            if value:
                hits[str(row["id"])] = Hit(str(row["id"]), str(row["label"]), self._name(row), value)
        return hits

    def _name(self, row: AnswerRow) -> str:
        english = self.asked.lang is Language.EN and row["name_en"]
        return str(row["name_en"] if english else row["name"])

    def _mended(self, terms: Terms, themes: dict[str, str]) -> Terms:
        """The terms with each word that no text holds replaced by the words one typing error away."""
        statement = "bottleneck_vocabulary" if self.only_bottlenecks else "vocabulary"
        told = [*themes.values(), *(str(row["told"]) for row in self.asked.run(statement))]
        known = vocabulary(told)
        return tuple(term if _held(term, known) else _near(term, known) for term in terms)


def _terms(typed: Iterable[str]) -> Terms:
    return tuple(Term(stems(word), NAMED) for word in typed)


def _held(term: Term, known: Iterable[str]) -> bool:
    return any(stem in word for word in known for stem in term.stems)


def _near(term: Term, known: Iterable[str]) -> Term:
    near = {word for stem in term.stems for word in mistyped(stem, known)}
    return Term(frozenset(near), NAMED * 0.8) if near else term
