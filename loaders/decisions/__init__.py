"""Government decisions read into proposals, each with the words that it rests on."""

from __future__ import annotations

from ansvarskarta.loaders.decisions.read import READER_VERSION, read_bytes, read_document
from ansvarskarta.loaders.decisions.reading import Certainty, DecisionKind, Evidence, Funding, Reading

__all__ = [
    "READER_VERSION",
    "Certainty",
    "DecisionKind",
    "Evidence",
    "Funding",
    "Reading",
    "read_bytes",
    "read_document",
]
