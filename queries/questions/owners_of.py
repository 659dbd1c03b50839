"""Reads a pasted list: ids, codes and names in either language, and keeps what can't be read in its place."""

from __future__ import annotations

from collections.abc import Iterable

from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import Asked, Found
from ansvarskarta.queries.geography import Geography, leading, leads
from ansvarskarta.queries.ordering import AnswerRow

_ENDINGS = (" kommun", " municipality")


def answer(asked: Asked) -> Found:
    """One row a bottleneck of each thing on the list, or one that says that there is none."""
    named = asked.run("named")
    meanings = _meanings(named)
    geography = Geography.of({"municipality": row["id"], **row} for row in named if row["county"] is not None)
    wanted = list(dict.fromkeys(texts(asked.values["ids"])))
    meant = {text: meanings.get(text, set()) | meanings.get(_name(text), set()) for text in wanted}
    ids = {text: next(iter(found)) if len(found) == 1 else None for text, found in meant.items()}
    # A bottleneck leads to the thing, to a municipality's county, or to a county's municipalities.
    known = [id_ for id_ in dict.fromkeys(ids.values()) if id_ is not None]
    targets = [{"id": id_, "ends": [*geography.places([id_])]} for id_ in known]
    of_theme = leading(asked.run("themes"))
    by_id: dict[str, list[AnswerRow]] = {}
    for row in asked.run(targets=targets):
        places = geography.places(texts(row.pop("occurs")))
        row["theme_owners"] = leads(texts(row["themes"]), of_theme, places)
        by_id.setdefault(str(row["id"]), []).append(row)
    rows: list[AnswerRow] = []
    for text, id_ in ids.items():
        rows += [{"asked": text, **row} for row in by_id.get(str(id_), [_nothing(asked, id_)])]
    return Found(rows)


def _meanings(named: Iterable[AnswerRow]) -> dict[str, set[str]]:
    """The ids that each text may mean: an id or code as it is, a name in small letters behind a colon."""
    found: dict[str, set[str]] = {}
    for row in named:
        names = {_name(str(row[column])) for column in ("name", "name_en") if row[column] is not None}
        if row["label"] == "Municipality":
            names |= {name.removesuffix(ending) for name in names for ending in _ENDINGS}
        for text in (row["id"], row["code"], *names):
            if text is not None:
                found.setdefault(str(text), set()).add(str(row["id"]))
    return found


def _name(text: str) -> str:
    return ":" + text.strip().casefold()


def _nothing(asked: Asked, id_: str | None) -> AnswerRow:
    empty: AnswerRow = dict.fromkeys(asked.question.column_names[1:])
    return {**empty, "id": id_}
