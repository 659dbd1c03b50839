"""The decision that is open on the page Granska, and what the graph knows of it: read once a version of the data."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from ansvarskarta.graph.content import as_row
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.referring import read_referring
from ansvarskarta.graph.snapshot import read_links
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Proposals, Reading, concerns, proposals
from ansvarskarta.loaders.decisions.document import Document
from ansvarskarta.loaders.decisions.existing import read_nodes
from ansvarskarta.loaders.decisions.intake import document_from
from ansvarskarta.loaders.decisions.proposed import PROPOSED
from ansvarskarta.loaders.decisions.read import read_text
from ansvarskarta.loaders.decisions.reopening import Reopened, has_other_content, reopened
from ansvarskarta.loaders.decisions.standing import Existing
from ansvarskarta.loaders.decisions.tables import worth_proposing
from ansvarskarta.views import data
from ansvarskarta.views.marked_text import key_of
from ansvarskarta.views.page import Page
from ansvarskarta.views.uploads import harmless_name

_KINDS = ["pdf", "docx", "html", "htm", "md", "txt"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A decision that was read, what it proposes, and how that stands to the graph.

    ``rows`` and ``suggested`` are what is not in the graph already; ``exists`` is how many rows are. ``mandate`` and
    ``source`` are the ids of the decision's mandate and document. All of it is shared: nothing in it may be changed.
    """

    document: Document
    reading: Reading
    mandate: str
    source: str
    existing: Existing
    found: Proposals
    rows: dict[str, list[Row]]
    suggested: dict[str, list[Row]] | None
    reopened: list[Reopened]

    @property
    def exists(self) -> int:
        """How many of the rows that were read the graph has already."""
        return sum(map(len, self.found.rows.values())) - sum(map(len, self.rows.values()))

    @staticmethod
    def left(rows: dict[str, list[Row]], gone: set[str]) -> dict[str, list[Row]]:
        """Rows but for those of some identities: what waits, or was rejected before."""
        return {table: [row for row in of_table if key_of(table, row) not in gone] for table, of_table in rows.items()}


def opened(page: Page) -> Opened | None:
    """Draws the field for the decision's file and reads it; ``None`` where there is none or it was refused."""
    file = st.file_uploader(page.text("review.file"), type=_KINDS, key="review-file")
    if file is None:
        return None
    try:
        return _opened(file.getvalue(), harmless_name(file.name), page.data.key.version)
    except AnsvarskartaError as error:
        page.refused(error)
        return None


@st.cache_resource(max_entries=8, show_spinner=False)
def _read(content: bytes, name: str) -> tuple[Document, Reading]:
    document = document_from(content, name)
    return document, read_text(document)


@st.cache_resource(max_entries=1, show_spinner=False)
def _nodes(version: str) -> tuple[Existing, Existing]:
    """The nodes that decisions speak of: those that are accepted, and all."""
    del version
    every = read_nodes(data.graph())
    return _accepted(every), every


@st.cache_resource(max_entries=8, show_spinner=False)
def _opened(content: bytes, name: str, version: str) -> Opened:
    document, reading = _read(content, name)
    # What is only proposed is read as if it were new: so each of its rows keeps its words in the text.
    graph, (stands, every) = data.graph(), _nodes(version)
    first = proposals([reading], stands)
    mandate, source = (str(first.rows[table][0]["id"]) for table in ("mandates", "documents"))
    links = read_links(graph, {mandate})
    existing = {**stands, **_accepted(links)}
    # Who holds a mandate that the graph has already tells whom a role in the text means.
    found = proposals([reading], existing) if existing["given_to"] else first
    return Opened(
        document,
        reading,
        mandate,
        source,
        {**every, **links},
        found,
        worth_proposing(found, existing),
        _suggested(reading, mandate, existing),
        reopened(found, _resting(source)) if has_other_content(reading, source, stands) else [],
    )


def _resting(document: str) -> dict[str, list[Row]]:
    """The rows that rest on a document, accepted and proposed."""
    found = read_referring(data.graph(), [document])
    return {name: [as_row(TABLE_BY_NAME[name], one) for one in content.values()] for name, content in found.items()}


def _accepted(rows: Existing) -> dict[str, list[Row]]:
    return {name: [row for row in of_table if row["confidence"] != PROPOSED] for name, of_table in rows.items()}


def _suggested(reading: Reading, mandate: str, existing: Existing) -> dict[str, list[Row]] | None:
    """What an accepted mandate may concern, and who would own what by it; ``None`` while it is not accepted."""
    if all(row["id"] != mandate for row in existing["mandates"]):
        return None
    holders = {str(row["end"]) for row in existing["given_to"] if row["start"] == mandate}
    near = {**existing, **read_links(data.graph(), {mandate, *holders})}
    return worth_proposing(concerns(reading, mandate, near), near)
