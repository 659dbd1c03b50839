"""What a decision may be about: themes and bottlenecks whose words stand in it. Never accepted by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.proposed import PROPOSED, Proposals
from ansvarskarta.loaders.decisions.quotes import sentence_around
from ansvarskarta.loaders.decisions.reading import Certainty, Evidence, Reading
from ansvarskarta.loaders.decisions.standing import Existing

WORD = re.compile(r"[a-zåäöé]{4,40}")
# The stem of a Swedish word, near enough to tell "bostäderna" and "bostads" as one with "bostäder".
STEM_LETTERS = 6
COMMON = frozenset(
    {
        "arbete", "behov", "frågor", "insats", "kommun", "länet", "myndig", "område", "regera", "region", "samver",
        "större", "sveri", "uppdra", "åtgärd", "norrbo", "väster", "saknas", "mellan", "enligt", "också", "andra",
        "nation", "utveck", "lokala", "stora", "brist", "statli", "företa",
    }
)  # fmt: skip
LEAST_SHARED = 2
LONGEST_QUOTE = 120
SUPPORTING = re.compile(r"stödjande roll|ersätter inte (?:\w+ ){0,3}aktörers uppdrag|bistå\b", re.IGNORECASE)


def concerns(reading: Reading, mandate: str, existing: Existing) -> Proposals:
    """Proposed CONCERNS and RESPONSIBLE_FOR rows of an accepted mandate: each with the words that suggest it.

    ``mandate`` is the mandate's id; whom it is given to is read from the graph's GIVEN_TO rows. The role proposed is
    ``owner``, or ``contributor`` where the decision says that it only supports others.
    """
    found = Proposals()
    holders = [str(row["end"]) for row in existing.get("given_to", ()) if row["start"] == mandate]
    role = "contributor" if SUPPORTING.search(reading.text) else "owner"
    scope = [f"county:{code}" for code in _county_codes(mandate, existing)] or None
    for table in ("themes", "bottlenecks"):
        for row in existing.get(table, ()):
            evidence = _shared(reading, row)
            if evidence is None:
                continue
            source: Row = {
                "confidence": PROPOSED,
                "quote": sentence_around(reading, evidence),
                "document": _document(mandate, existing),
            }
            concern: Row = {"start": mandate, "end": row["id"]}
            found.add("concerns", concern | source, evidence)
            for holder in holders:
                duty: Row = {
                    "start": holder,
                    "end": row["id"],
                    "role": role,
                    "mandate": mandate,
                    "scope": scope,
                }
                found.add("responsible_for", duty | source, evidence)
    return found


def _document(mandate: str, existing: Existing) -> str | None:
    for row in existing.get("mandates", ()):
        if row["id"] == mandate:
            return str(row["document"]) if row.get("document") else None
    return None


def _county_codes(mandate: str, existing: Existing) -> Iterator[str]:
    for row in existing.get("concerns", ()):
        if row["start"] == mandate and str(row["end"]).startswith("county:"):
            yield str(row["end"]).removeprefix("county:")


def _stems(text: str) -> Counter[str]:
    words = WORD.findall(text.lower())
    return Counter(word[:STEM_LETTERS] for word in words if word[:STEM_LETTERS] not in COMMON)


def _shared(reading: Reading, row: Row) -> Evidence | None:
    """The place where the text has the words of a theme or bottleneck: two of a name of several, or the one it has."""
    aliases = row.get("aliases")
    for name in [row.get("name"), *(aliases if isinstance(aliases, list) else [])]:
        wanted = _stems(str(name or ""))
        if not wanted:
            continue
        hit = _place(reading.text, set(wanted), min(len(wanted), LEAST_SHARED))
        if hit is not None:
            start, end = hit
            quote = reading.text[start:end]
            return Evidence("concerns", str(row["id"]), None, 0, quote, start, end, "concerns.words", Certainty.LOW)
    return None


def _place(text: str, wanted: set[str], least: int) -> tuple[int, int] | None:
    """Where so many of the wanted words stand within one quote's length."""
    seen: list[tuple[int, int, str]] = []
    for found in WORD.finditer(text.lower()):
        stem = found.group()[:STEM_LETTERS]
        if stem not in wanted:
            continue
        seen = [item for item in seen if found.end() - item[0] <= LONGEST_QUOTE and item[2] != stem]
        seen.append((found.start(), found.end(), stem))
        if len(seen) >= least:
            return seen[0][0], found.end()
    return None
