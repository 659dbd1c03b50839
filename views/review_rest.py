"""What the open decision says beside the proposals shown: so that every mark leads to something, and back."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ansvarskarta.graph.content import PROPOSED
from ansvarskarta.graph.model import TABLE_BY_NAME, RelationshipTable
from ansvarskarta.graph.proposals import Proposal
from ansvarskarta.loaders.decisions.tables import key_of
from ansvarskarta.queries.nodes import Named
from ansvarskarta.views.opened import Opened
from ansvarskarta.views.page import Page
from ansvarskarta.views.review_proposals import title_of


def show(
    page: Page, decision: Opened, numbers: Mapping[str, int], shown: Collection[str], waiting: Collection[str]
) -> None:
    """Draws each row that was read and is not shown as a proposal: its mark, what it says, how it stands.

    ``shown`` and ``waiting`` are identities that rows have once they are accepted.
    """
    names = _names(page, decision)
    taken = {numbers.get(key, 0) for key in shown}
    new = {key_of(name, row) for name, rows in decision.rows.items() for row in rows}
    sets = (("waits", waiting), ("new", new), ("refused", decision.refused))
    rest: list[tuple[int, bool, str, str]] = []
    for name, rows in decision.found.rows.items():
        for row in rows:
            key = key_of(name, row)
            if key in shown:
                continue
            number = numbers.get(key, 0)
            one = Proposal(TABLE_BY_NAME[name], key + PROPOSED, row, None, ())
            stands = next((how for how, keys in sets if key in keys), "exists")
            rest.append((number, number not in taken, title_of(page, one, names), stands))
            taken.add(number)
    if rest:
        page.show("review_rest.html", rest=sorted(rest, key=lambda line: line[0]))


def _names(page: Page, decision: Opened) -> dict[str, Named]:
    """The names of all that the decision's rows speak of, whether or not the graph has them."""
    rows = [(TABLE_BY_NAME[name], row) for name, of_table in decision.found.rows.items() for row in of_table]
    ends = {str(row[end]) for table, row in rows if isinstance(table, RelationshipTable) for end in ("start", "end")}
    read = {str(row["id"]): Named(str(row["id"]), "", str(row["name"])) for _, row in rows if row.get("name")}
    return {id_: read.get(id_, named) if named.name == id_ else named for id_, named in page.names(ends).items()}
