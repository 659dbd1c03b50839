"""The decision that is open on the page Granska, and what the graph knows of it: read once a version of the data."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st
from ansvarskarta.graph.content import as_row
from ansvarskarta.graph.errors import AnsvarskartaError
from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.proposals import turned_down
from ansvarskarta.graph.referring import read_referring
from ansvarskarta.graph.snapshot import read_links
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Proposals, Reading, concerns
from ansvarskarta.loaders.decisions.document import Document
from ansvarskarta.loaders.decisions.existing import accepted_of, compared, read_names, read_topics
from ansvarskarta.loaders.decisions.intake import document_from
from ansvarskarta.loaders.decisions.known import Known, known
from ansvarskarta.loaders.decisions.read import read_text
from ansvarskarta.loaders.decisions.reopening import Reopened, has_other_content, reopened
from ansvarskarta.loaders.decisions.standing import Existing
from ansvarskarta.loaders.decisions.tables import but, worth_proposing
from ansvarskarta.views import data
from ansvarskarta.views.page import Page
from ansvarskarta.views.uploads import harmless_name

_KINDS = ["pdf", "docx", "html", "htm", "md", "txt"]


@dataclass(frozen=True, slots=True)
class Opened:
    """A decision that was read, what it proposes, and how that stands to the graph.

    ``rows`` and ``suggested`` are what is neither in the graph already nor was turned down before; ``exists`` is how
    many rows are in the graph, ``refused`` are the identities of what was turned down. ``mandate`` and ``source`` are
    the ids of the decision's mandate and document, ``existing`` is what the graph has, accepted and proposed. All of it
    is shared: nothing in it may be changed.
    """

    document: Document
    reading: Reading
    mandate: str
    source: str
    existing: Existing
    found: Proposals
    rows: dict[str, list[Row]]
    exists: int
    refused: frozenset[str]
    suggested: dict[str, list[Row]] | None
    reopened: list[Reopened]


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
def _names(version: str) -> tuple[dict[str, list[Row]], Known]:
    """All names that decisions may mean, and those that are accepted, ready to be looked up."""
    del version
    names = read_names(data.graph())
    return names, known(accepted_of(names))


@st.cache_resource(max_entries=1, show_spinner=False)
def _topics(version: str) -> dict[str, list[Row]]:
    del version
    return accepted_of(read_topics(data.graph()))


@st.cache_resource(max_entries=8, show_spinner=False)
def _opened(content: bytes, name: str, version: str) -> Opened:
    document, reading = _read(content, name)
    graph, (names, stand) = data.graph(), _names(version)
    # What is only proposed is read as if it were new: so each of its rows keeps its words in the text.
    one = compared(graph, [reading], stand)
    mandate, source = (str(one.found.rows[table][0]["id"]) for table in ("mandates", "documents"))
    new = worth_proposing(one.found, one.stands)
    refused = frozenset(turned_down(graph, new))
    return Opened(
        document,
        reading,
        mandate,
        source,
        {name: _whole(names.get(name, []), one.near.get(name, [])) for name in {*names, *one.near}},
        one.found,
        but(new, refused),
        sum(map(len, one.found.rows.values())) - sum(map(len, new.values())),
        refused,
        _suggested(document, reading, mandate, one.stands, version),
        reopened(one.found, _resting(source)) if has_other_content(reading, source, one.stands) else [],
    )


def _whole(names: list[Row], near: list[Row]) -> list[Row]:
    """Rows of names, and in their place the whole rows where those were read."""
    read = {row.get("id") for row in near}
    return [*(row for row in names if row["id"] not in read), *near]


def _resting(document: str) -> dict[str, list[Row]]:
    """The rows that rest on a document, accepted and proposed."""
    found = read_referring(data.graph(), [document])
    return {name: [as_row(TABLE_BY_NAME[name], one) for one in content.values()] for name, content in found.items()}


def _suggested(
    document: Document, reading: Reading, mandate: str, stands: dict[str, list[Row]], version: str
) -> dict[str, list[Row]] | None:
    """What an accepted mandate may concern, and who would own what by it; ``None`` while it is not accepted."""
    if all(row["id"] != mandate for row in stands["mandates"]):
        return None
    holders = {str(row["end"]) for row in stands["given_to"] if row["start"] == mandate}
    near = {**_topics(version), **stands, **read_links(data.graph(), {mandate, *holders})}
    new = worth_proposing(concerns(document, reading, mandate, near), near)
    return but(new, turned_down(data.graph(), new))
