"""What a decision may be about: themes and bottlenecks whose words stand in it. Never accepted by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ansvarskarta.graph.values import Row, texts
from ansvarskarta.loaders.decisions.document import Document
from ansvarskarta.loaders.decisions.gazetteer import counties, municipalities
from ansvarskarta.loaders.decisions.proposed import PROPOSED, Proposals
from ansvarskarta.loaders.decisions.quotes import locator, sentence_around
from ansvarskarta.loaders.decisions.read import evidence_in
from ansvarskarta.loaders.decisions.reading import BY_WORDS, Certainty, Reading
from ansvarskarta.loaders.decisions.rules.context import Found
from ansvarskarta.loaders.decisions.standing import Existing

WORD = re.compile(r"[a-zåäöé]{4,40}")
# The stem of a Swedish word, near enough to tell "bostäderna" and "bostads" as one with "bostäder".
STEM_LETTERS = 6
COMMON = frozenset(
    {
        "alla", "andra", "ansvar", "arbete", "arbets", "behov", "brist", "efter", "eller", "enligt", "finans",
        "frågor", "från", "företa", "genom", "genomf", "också", "inom", "insats", "inte", "intern", "kapaci", "kommun",
        "lokala", "länet", "långa", "mellan", "mindre", "myndig", "nation", "norrbo", "nuvara", "område", "olika",
        "osäker", "planer", "proces", "redovi", "räcker", "regera", "region", "saknar", "saknas", "samt", "samver",
        "slutar", "små", "stat", "staten", "statli", "stora", "större", "sveri", "till", "under", "uppdra", "utan",
        "utveck", "väster", "åtgärd", "över",
    }
)  # fmt: skip
# Names of bodies tell who does it, not what it is about.
BODY = re.compile(
    r"\b[\wåäöÅÄÖ-]*(?:departementet|förmedlingen|myndighet(?:en)?|myndigheterna|verket|styrelsen|styrelserna"
    r"|nämnden|inspektionen|universitet|högskolan?)\b"
)
NAMING = ("given_to", "cooperates_with", "consults", "reports_to", "issuer", "extract_to", "funding", "authorised")
LEAST_SHARED = 2
LONGEST_QUOTE = 120
SUPPORTING = re.compile(r"stödjande roll|ersätter inte (?:\w+ ){0,3}aktörers uppdrag|bistå\b", re.IGNORECASE)


def concerns(document: Document, reading: Reading, mandate: str, existing: Existing) -> Proposals:
    """Proposed CONCERNS and RESPONSIBLE_FOR rows of an accepted mandate: each with the words that suggest it.

    ``mandate`` is the mandate's id; whom it is given to is read from the graph's GIVEN_TO rows. The role proposed is
    ``owner``, or ``contributor`` where the decision says that it only supports others.
    """
    found = Proposals()
    holders = [str(row["end"]) for row in existing.get("given_to", ()) if row["start"] == mandate]
    role = "contributor" if SUPPORTING.search(reading.text) else "owner"
    scope = [f"county:{code}" for code in _county_codes(mandate, existing)] or None
    text = _without_names(reading)
    for table in ("themes", "bottlenecks"):
        for row in existing.get(table, ()):
            place = _shared(text, row)
            if place is None:
                continue
            words = Found("concerns", str(row["id"]), *place, BY_WORDS, Certainty.LOW)
            evidence = evidence_in(document, words)
            source: Row = {
                "confidence": PROPOSED,
                "locator": locator(evidence),
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


def _without_names(reading: Reading) -> str:
    """The text in lower case, with blanks where it names bodies; every character keeps its place."""
    text = reading.text
    named = [(one.start, one.end) for one in reading.evidence if one.field in NAMING]
    for start, end in [*named, *(found.span() for found in BODY.finditer(text))]:
        text = text[:start] + " " * (end - start) + text[end:]
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def _stems(text: str) -> set[str]:
    """The stems of the words of a name that tell what it is about."""
    words = WORD.findall(text.lower())
    return {word[:STEM_LETTERS] for word in words if word[:STEM_LETTERS] not in COMMON and not _is_place(word)}


def _is_place(word: str) -> bool:
    return word in _places() or word.removesuffix("s") in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(
        name.lower() for name in (*(one.place for one in municipalities()), *(one.place for one in counties()))
    )


def _shared(text: str, row: Row) -> tuple[int, int] | None:
    """Where the text has the words of a theme or bottleneck: two of a name of several, or the one it has.

    A name with places in it is meant only where the text has one of them.
    """
    places = [word for word in WORD.findall(str(row.get("name") or "").lower()) if _is_place(word)]
    if places and not any(re.search(rf"\b{place}", text) for place in places):
        return None
    for name in [str(row.get("name") or ""), *texts(row.get("aliases"))]:
        wanted = _stems(name)
        if wanted and (place := _place(text, wanted, min(len(wanted), LEAST_SHARED))):
            return place
    return None


def _place(text: str, wanted: set[str], least: int) -> tuple[int, int] | None:
    """Where so many of the wanted words stand within one quote's length."""
    seen: list[tuple[int, int, str]] = []
    for found in WORD.finditer(text):
        stem = found.group()[:STEM_LETTERS]
        if stem not in wanted:
            continue
        seen = [item for item in seen if found.end() - item[0] <= LONGEST_QUOTE and item[2] != stem]
        seen.append((found.start(), found.end(), stem))
        if len(seen) >= least:
            return seen[0][0], found.end()
    return None
