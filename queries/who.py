"""Who owns it? From what a person types to one sentence that can be quoted, with its source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import cast

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.dates import today
from ansvarskarta.queries.asking import Asked, read_rows
from ansvarskarta.queries.notes import notes
from ansvarskarta.queries.parameters import check_ids, day
from ansvarskarta.queries.reading import question
from ansvarskarta.queries.scoring import EXACT
from ansvarskarta.queries.searching import CLEAR, Hit, Search
from ansvarskarta.queries.sentence import Ownership, Subject, sentence
from ansvarskarta.queries.words import statement
from ansvarskarta.texts import Language, text

_OWNERSHIP = (
    "kind", "actor", "actor_name", "since", "until", "mandate", "mandate_name", "reference", "theme_name", "scope",
    "document", "document_title", "publisher", "published", "url", "locator", "quote", "confidence",
)  # fmt: skip
_SUBJECT = ("name", "is_open", "last_owner", "ended")


@dataclass(frozen=True, slots=True)
class Who:
    """What was found for a text on a day.

    ``hits`` are bottlenecks, best first. ``chosen`` is the best one, unless others fit about as well or there is none;
    ``subject``, ``owners`` and ``leads`` are about it. ``notes`` must stand beside the sentence.
    """

    as_of: str
    hits: tuple[Hit, ...]
    chosen: Hit | None
    subject: Subject | None
    owners: tuple[Ownership, ...]
    leads: tuple[Ownership, ...]
    is_demo: bool
    data_version: str
    notes: tuple[str, ...]

    def sentence(self, lang: Language) -> str:
        """The answer in words that can be quoted, with its source, the day, and that it is for demonstration."""
        if self.subject is not None:
            said = sentence(self.subject, self.owners, self.leads, self.as_of, lang)
        elif self.hits:
            names = "; ".join(hit.name for hit in self.equal)
            said = text("who.several_fit", lang, names=names)
        else:
            said = text("who.nothing_found", lang)
        return " ".join([said, *([text("asking.demo", lang) + "."] if self.is_demo else [])])

    @property
    def equal(self) -> tuple[Hit, ...]:
        """The hits that fit about as well as the best one, itself included."""
        return _fitting(self.hits)

    def as_json(self, lang: Language) -> dict[str, object]:
        """The answer as one JSON object."""
        return {
            "as_of": self.as_of,
            "sentence": self.sentence(lang),
            "bottleneck": self.chosen.id if self.chosen else None,
            "owners": [asdict(one) for one in self.owners],
            "leads": [asdict(one) for one in self.leads],
            "last_owner": self.subject.last_owner if self.subject else None,
            "ended": self.subject.ended if self.subject else None,
            "hits": [asdict(hit) for hit in self.hits],
            "data_version": self.data_version,
            "notice": list(self.notes),
        }


def _fitting(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The best hit, and those that are too near to leave out; one that is exact has only exact ones beside it."""
    least = hits[0].score - (0 if hits and hits[0].score == EXACT else CLEAR) if hits else 0
    return tuple(hit for hit in hits if hit.score >= least)


def who(graph: Graph, sought: str, *, as_of: str | None = None, lang: Language = Language.SV) -> Who:
    """Finds the bottleneck that the text means and says who owns it.

    Raises:
        WrongUse: ``as_of`` is not a date.
        DatabaseUnavailable: the database can't be reached.
    """
    on = today() if as_of is None else day("as_of", as_of)
    asked = _asked(graph, on, lang, "search", {"text": sought})
    hits = Search(asked, only_bottlenecks=True).find(sought)
    return _about(graph, hits[0] if len(_fitting(hits)) == 1 else None, hits, on, lang)


def who_owns(graph: Graph, bottleneck: str, *, as_of: str | None = None, lang: Language = Language.SV) -> Who:
    """Says who owns the bottleneck of that id.

    Raises:
        WrongUse: there is no such bottleneck, or ``as_of`` is not a date.
        DatabaseUnavailable: the database can't be reached.
    """
    on = today() if as_of is None else day("as_of", as_of)
    check_ids(graph, question("who_owns"), {"bottleneck": bottleneck})
    hit = Hit(bottleneck, "Bottleneck", bottleneck, 1.0)
    return _about(graph, hit, [hit], on, lang)


def _about(graph: Graph, chosen: Hit | None, hits: Sequence[Hit], on: str, lang: Language) -> Who:
    subject: Subject | None = None
    rows: list[tuple[str, Ownership]] = []
    if chosen is not None:
        asked = _asked(graph, on, lang, "who_owns", {"bottleneck": chosen.id})
        ((name, is_open, last_owner, ended),) = _read(asked, "last_owner", _SUBJECT)
        subject = Subject(str(name), bool(is_open), cast("str | None", last_owner), cast("str | None", ended))
        for kind, *values in _read(asked, "who", _OWNERSHIP):
            rows.append((str(kind), Ownership(**dict(zip(_OWNERSHIP[1:], values, strict=True)))))  # type: ignore[arg-type]  # the statement's own names
        rows.sort(key=lambda row: (row[1].actor_name, row[1].mandate or "", row[1].scope))
    state = graph.state()
    return Who(
        as_of=on,
        hits=tuple(hits),
        chosen=chosen,
        subject=subject,
        owners=tuple(one for kind, one in rows if kind == "owner"),
        leads=tuple(one for kind, one in rows if kind == "lead"),
        is_demo=state.is_demo,
        data_version=str(state.version),
        notes=tuple(notes(graph, state, on, lang)),
    )


def _asked(graph: Graph, on: str, lang: Language, name: str, values: dict[str, str]) -> Asked:
    given = {"as_of": on, "english": lang is Language.EN, **values}
    return Asked(graph, question(name), dict(values), lang, given)


def _read(asked: Asked, name: str, names: tuple[str, ...]) -> list[list[object]]:
    return [list(row) for row in read_rows(asked.graph, statement(name), names, asked.given)]
