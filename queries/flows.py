"""How many open bottlenecks of each theme everybody owns, and nobody: fetched in bulk, whatever the graph's size."""

from __future__ import annotations

from collections import Counter

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.values import texts
from ansvarskarta.queries.asking import find, prepared
from ansvarskarta.queries.parameters import read
from ansvarskarta.queries.responsibilities import holders
from ansvarskarta.texts import Language

NOBODY = "-"


def flows(graph: Graph, as_of: str, lang: Language) -> Counter[tuple[str, str]]:
    """Open bottlenecks on a day by the ids of their direct owner, or ``NOBODY``, and of their theme.

    A bottleneck with several owners or themes counts once for each pair of them.

    Raises:
        DatabaseUnavailable: the database can't be reached.
    """
    question = find("uncovered")  # it fetches just this, and adds it up by municipality
    asked = prepared(graph, question, read(question, {}, as_of), as_of, lang)
    owned = holders(asked)
    found: Counter[tuple[str, str]] = Counter()
    for row in asked.run():
        owners = {one.actor for one in owned.get(str(row["bottleneck"]), ())} or {NOBODY}
        found.update((owner, theme) for owner in owners for theme in {*texts(row["themes"])})
    return found
