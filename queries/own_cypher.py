"""A person's own Cypher: read-only, short, with few rows. Nothing runs before it is known to read and only that.

The embedded engine's user ``reader`` can do nothing but read. A Neo4j server's reader can read the machine's files and
settings in a reading transaction: there the plan comes first, and each of its operators must be on a list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from ansvarskarta.graph.connection import Engine, Graph
from ansvarskarta.graph.errors import WrongUse

ROWS = 500
"""How many rows are shown."""

SECONDS = 10.0
_LONGEST = 10_000  # characters


@dataclass(frozen=True, slots=True)
class Rows:
    """What a person's own statement returned: at most :data:`ROWS` rows, each value as text or a plain value."""

    columns: tuple[str, ...]
    rows: list[list[object]]
    truncated: bool


def ask_own(graph: Graph, cypher: str) -> Rows:
    """Runs a person's own reading statement, as the reader, within :data:`SECONDS`.

    Raises:
        WrongUse: it is empty or too long, or would do more than read the graph; it was not run.
        DatabaseUnavailable: the database refused it, as it does what writes or takes too long.
    """
    text = cypher.strip().rstrip(";").strip()
    if not text:
        raise WrongUse("own_cypher.empty")
    if len(text) > _LONGEST:
        raise WrongUse("own_cypher.too_long", most=_LONGEST)
    if graph.engine is Engine.NEO4J:
        require_reading(*graph.explain(text))
    columns, rows = graph.read_some(text, most=ROWS + 1, timeout=SECONDS)
    return Rows(columns, [[_shown(value) for value in row] for row in rows[:ROWS]], truncated=len(rows) > ROWS)


@cache
def allowed() -> frozenset[str]:
    """The plan's operators that read the graph and compute on it; LoadCSV and ProcedureCall are not among them."""
    text = (files(__package__) / "own_cypher.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["operators"])


def require_reading(query_type: str | None, plan: Mapping[str, object] | None) -> None:
    """Refuses a statement whose plan does anything but read the graph.

    Raises:
        WrongUse: naming what it would do.
    """
    if query_type != "r" or plan is None:
        raise WrongUse("own_cypher.writes")
    refused = sorted(set(_operators(plan)) - allowed())
    if refused:
        raise WrongUse("own_cypher.refused", what=", ".join(refused))


def _operators(plan: Mapping[str, object]) -> Iterator[str]:
    # The database's name stands behind an @.
    yield str(plan["operatorType"]).partition("@")[0]
    for child in cast("list[Mapping[str, object]]", plan.get("children") or []):
        yield from _operators(child)


def _shown(value: object) -> object:
    """A value as a table can hold it: nodes, relationships and paths as what they are called, the rest as it is."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, list | tuple):
        return ", ".join(str(_shown(one)) for one in value)
    properties = dict(value.items()) if hasattr(value, "items") else None
    if properties is None:
        return str(value)
    return str(properties.get("name") or properties.get("key") or properties)
