"""Government decisions read into proposals, each with the words that it rests on."""

from __future__ import annotations

from ansvarskarta.loaders.decisions.known import mandate_id
from ansvarskarta.loaders.decisions.many import Batch, Failure, read_many
from ansvarskarta.loaders.decisions.proposals import proposals
from ansvarskarta.loaders.decisions.proposed import Proposals, Question
from ansvarskarta.loaders.decisions.read import READER_VERSION, read_bytes, read_document
from ansvarskarta.loaders.decisions.reading import Certainty, DecisionKind, Evidence, Funding, Reading
from ansvarskarta.loaders.decisions.responsibilities import concerns
from ansvarskarta.loaders.decisions.tables import write_tables

__all__ = [
    "READER_VERSION",
    "Batch",
    "Certainty",
    "DecisionKind",
    "Evidence",
    "Failure",
    "Funding",
    "Proposals",
    "Question",
    "Reading",
    "concerns",
    "mandate_id",
    "proposals",
    "read_bytes",
    "read_document",
    "read_many",
    "write_tables",
]
