"""The names of Swedish public bodies: one table a kind, and one way to find them in a text."""

from __future__ import annotations

from ansvarskarta.loaders.decisions.gazetteer.entries import (
    County,
    Entry,
    Municipality,
    counties,
    entries,
    municipalities,
)

__all__ = ["County", "Entry", "Municipality", "counties", "entries", "municipalities"]
