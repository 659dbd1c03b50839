"""The content of an open graph, to be exported."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ansvarskarta.exports.about import About
from ansvarskarta.exports.content import Content
from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.dates import today
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import is_a
from ansvarskarta.graph.snapshot import read_table
from ansvarskarta.queries.nodes import named
from ansvarskarta.texts import Language

NARROWED_BY = {"theme": "Theme", "municipality": "Municipality", "county": "County", "establishment": "Establishment"}
"""What an export can be narrowed by, as the gap questions can, and the label of the node that is named."""


def stored_content(
    graph: Graph,
    lang: Language,
    *,
    as_of: str | None = None,
    day: str | None = None,
    narrowing: Mapping[str, str] | None = None,
    url: str | None = None,
) -> Content:
    """What the graph holds, read when it is asked for.

    Args:
        graph: an open graph.
        lang: the language of the export's own texts.
        as_of: the day whose facts are wanted, or ``None`` for the whole history.
        day: the day that the export is made for, if not ``as_of``; today in Sweden if neither.
        narrowing: ids by ``theme``, ``municipality``, ``county``, ``establishment``.
        url: the public address of the installation.

    Raises:
        WrongUse: a narrowing is unknown, or its id does not exist or is of another label.
        DatabaseUnavailable: the database can't be reached.
    """
    checked = dict(narrowing or {})
    names = _checked_names(graph, checked, lang)
    version = graph.version()
    about = About(
        lang=lang,
        day=day or as_of or today(),
        as_of=as_of,
        is_demo=graph.is_demo(),
        data_version=str(version),
        narrowing=checked,
        names=names,
        url=url or "",
    )
    return Content(lambda table: read_table(graph, table), about, _is_current(graph, str(version)))


def _is_current(graph: Graph, version: str) -> Callable[[], bool]:
    return lambda: str(graph.version()) == version


def _checked_names(graph: Graph, narrowing: Mapping[str, str], lang: Language) -> dict[str, str]:
    """The names of what it is narrowed to, by id."""
    for name in narrowing:
        if name not in NARROWED_BY:
            raise WrongUse("export.unknown_narrowing", name=name, names=", ".join(NARROWED_BY))
    known = named(graph, narrowing.values(), lang)
    for name, id_ in narrowing.items():
        if id_ not in known or not is_a(known[id_].label, NARROWED_BY[name]):
            raise WrongUse("export.unknown_id", name=name, id=id_)
    return {id_: one.name for id_, one in known.items()}
