"""Making a graph on which something fails smaller, so that a person can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ansvarskarta.graph.model import TABLE_BY_NAME, RelationshipTable
from ansvarskarta.graph.values import Row
from reference.world import Tables, text, texts

Place = tuple[str, int]


def smaller(tables: Tables, fails: Callable[[Tables], bool], keep: Iterable[object]) -> Tables:
    """The tables with every relationship left out that the failure does not need, and then every node."""
    links = [(name, i) for name, rows in tables.items() if _is_link(name) for i in range(len(rows))]
    needed = _needed(links, lambda left: fails(_only(tables, left)))
    kept = _only(tables, needed)
    bare = _without_idle_nodes(kept, keep)
    return bare if fails(bare) else kept


def _is_link(name: str) -> bool:
    return isinstance(TABLE_BY_NAME[name], RelationshipTable)


def _needed(places: Sequence[Place], fails: Callable[[Sequence[Place]], bool]) -> list[Place]:
    """Leaves out halves, then quarters, and so on down to single ones, as long as it still fails."""
    left = list(places)
    size = len(left) // 2
    while size:
        for start in range(0, len(left), size):
            fewer = left[:start] + left[start + size :]
            if len(fewer) < len(left) and fails(fewer):
                left = fewer
                break
        else:
            size //= 2
        size = min(size, len(left))
    return left


def _only(tables: Tables, places: Sequence[Place]) -> Tables:
    wanted = set(places)
    return {
        name: [row for i, row in enumerate(rows) if not _is_link(name) or (name, i) in wanted]
        for name, rows in tables.items()
    }


def _without_idle_nodes(tables: Tables, keep: Iterable[object]) -> Tables:
    used = {str(each) for each in keep}
    for name, rows in tables.items():
        for row in rows:
            if _is_link(name):
                used |= {str(row["start"]), str(row["end"]), *texts(row.get("scope"))}
            used |= _referred(row)
    return {name: [row for row in rows if _is_link(name) or row["id"] in used] for name, rows in tables.items()}


def _referred(row: Row) -> set[str]:
    return {value for column in ("mandate", "document", "county") if (value := text(row.get(column)))}
