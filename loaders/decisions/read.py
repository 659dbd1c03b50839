"""Reads one decision: document in, :class:`Reading` out. Same bytes, same reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from ansvarskarta.loaders.decisions.document import Document
from ansvarskarta.loaders.decisions.intake import document_from, open_document
from ansvarskarta.loaders.decisions.reading import LISTS, DecisionKind, Evidence, Funding, Reading
from ansvarskarta.loaders.decisions.rules import (
    authorised,
    decision_date,
    duties,
    extract_to,
    funding,
    funding_shares,
    funding_table,
    given_to,
    issuer,
    kind,
    mandates,
    period,
    places,
    register_numbers,
    report_due,
    reports_to,
    title,
)
from ansvarskarta.loaders.decisions.rules.context import Context, Found, context_of

# Raised whenever a rule changes what is found: reviewed proposals say which reader they came from.
READER_VERSION = "4"
RULES: tuple[Callable[[Context], Iterable[Found]], ...] = tuple(
    rule.find
    for rule in (
        title,
        register_numbers,
        decision_date,
        report_due,
        issuer,
        given_to,
        duties,
        reports_to,
        mandates,
        places,
        funding,
        funding_table,
        funding_shares,
        extract_to,
        kind,
        authorised,
        period,
    )
)
# A value that the text says as well rests on the text.
TITLE_RULES = frozenset({"given.title", "given.title_role"})
LONGEST_QUOTE = 300
# Somebody who is given the mandate is not also named as the one it is done with or reported to.
NOT_ALSO_GIVEN = frozenset({"cooperates_with", "consults", "reports_to"})


def read_document(path: Path) -> Reading:
    """Reads the decision in a file.

    Raises:
        BadInput: the file can't be read as a Swedish decision's text; nothing is proposed from it.
    """
    return read_text(open_document(path))


def read_bytes(data: bytes, name: str) -> Reading:
    """Reads the decision in a file's bytes.

    Raises:
        BadInput: as :func:`read_document`.
    """
    return read_text(document_from(data, name))


def read_text(document: Document) -> Reading:
    """Reads a document that was opened."""
    context = context_of(document)
    found = sorted(
        (item for rule in RULES for item in rule(context)),
        key=lambda item: (item.field, item.rule in TITLE_RULES, item.start, item.end),
    )
    values: dict[str, list[str | Funding]] = {}
    evidence: list[Evidence] = []
    for item in _without_doubles(found):
        values.setdefault(item.field, []).append(item.value)
        evidence.append(evidence_in(document, item))
    evidence.sort(key=lambda item: (item.start, item.end, item.field, item.value))
    return _reading(document, values, tuple(evidence))


def _without_doubles(found: list[Found]) -> Iterator[Found]:
    """The first finding of every value; of a field with one value, the first of all."""
    given = {item.value for item in found if item.field == "given_to"}
    seen: set[tuple[str, str | Funding]] = set()
    single: set[str] = set()
    groups: set[str] = set()
    for item in found:
        if item.field in NOT_ALSO_GIVEN and item.value in given:
            continue
        if (item.field, item.value) in seen or item.field in single:
            continue
        if item.field == "groups" and isinstance(item.value, str):
            if item.value.lower() in groups:
                continue
            groups.add(item.value.lower())
        seen.add((item.field, item.value))
        if item.field not in LISTS:
            single.add(item.field)
        yield item


def evidence_in(document: Document, found: Found) -> Evidence:
    """What was found, with its place in the document and its words."""
    block = document.block_at(found.start)
    end = min(found.end, found.start + LONGEST_QUOTE)
    value = found.value.label if isinstance(found.value, Funding) else found.value
    return Evidence(
        field=found.field,
        value=value,
        page=block.page_at(found.start),
        paragraph=block.paragraph,
        quote=document.text[found.start : end],
        start=found.start,
        end=end,
        rule=found.rule,
        certainty=found.certainty,
    )


def _reading(document: Document, values: dict[str, list[str | Funding]], evidence: tuple[Evidence, ...]) -> Reading:
    def texts(field: str) -> tuple[str, ...]:
        return tuple(value for value in values.get(field, ()) if isinstance(value, str))

    def one(field: str) -> str | None:
        return next(iter(texts(field)), None)

    kind_value = one("kind")
    return Reading(
        document=document.name,
        sha256=document.sha256,
        text=document.text,
        title=one("title"),
        register_numbers=texts("register_numbers"),
        decision_date=one("decision_date"),
        report_due=texts("report_due"),
        issuer=one("issuer"),
        given_to=texts("given_to"),
        cooperates_with=texts("cooperates_with"),
        consults=texts("consults"),
        reports_to=texts("reports_to"),
        considers=texts("considers"),
        continues=texts("continues"),
        counties=texts("counties"),
        municipalities=texts("municipalities"),
        funding=tuple(value for value in values.get("funding", ()) if isinstance(value, Funding)),
        extract_to=texts("extract_to"),
        kind=DecisionKind(kind_value) if kind_value else None,
        groups=texts("groups"),
        authorised=one("authorised"),
        start=one("start"),
        end=one("end"),
        evidence=evidence,
    )
