"""A reading as JSON that holds all of it, its text too, and back."""

from __future__ import annotations

from typing import TypedDict, cast

from ansvarskarta.loaders.decisions.reading import FIELDS, LISTS, Certainty, DecisionKind, Evidence, Funding, Reading


class StoredEvidence(TypedDict):
    """Evidence as it is stored."""

    field: str
    value: str
    page: int | None
    paragraph: int
    quote: str
    start: int
    end: int
    rule: str
    certainty: str


def reading_to_json(reading: Reading) -> dict[str, object]:
    """The whole reading as a JSON object."""
    values = reading.as_json()
    evidence: list[StoredEvidence] = [
        {
            "field": item.field,
            "value": item.value,
            "page": item.page,
            "paragraph": item.paragraph,
            "quote": item.quote,
            "start": item.start,
            "end": item.end,
            "rule": item.rule,
            "certainty": item.certainty.value,
        }
        for item in reading.evidence
    ]
    head = {"document": reading.document, "sha256": reading.sha256, "text": reading.text}
    return {**head, **values, "evidence": evidence}


def reading_from_json(stored: dict[str, object]) -> Reading:
    """The reading that :func:`reading_to_json` was given."""
    values: dict[str, object] = {}
    for name in FIELDS:
        value = stored[name]
        values[name] = tuple(cast("list[object]", value)) if name in LISTS else value
    values["funding"] = tuple(_funding(item) for item in cast("list[dict[str, object]]", stored["funding"]))
    values["kind"] = DecisionKind(str(stored["kind"])) if stored["kind"] else None
    evidence = tuple(_evidence(item) for item in cast("list[StoredEvidence]", stored["evidence"]))
    head = {name: str(stored[name]) for name in ("document", "sha256", "text")}
    return Reading(**head, **values, evidence=evidence)  # type: ignore[arg-type]  # the fields are those of Reading


def _evidence(item: StoredEvidence) -> Evidence:
    return Evidence(
        field=item["field"],
        value=item["value"],
        page=item["page"],
        paragraph=item["paragraph"],
        quote=item["quote"],
        start=item["start"],
        end=item["end"],
        rule=item["rule"],
        certainty=Certainty(item["certainty"]),
    )


def _funding(item: dict[str, object]) -> Funding:
    return Funding(
        expenditure_area=cast("str | None", item["expenditure_area"]),
        appropriation=cast("str | None", item["appropriation"]),
        item=cast("str | None", item["item"]),
        actor=cast("str | None", item["actor"]),
        share=cast("float | None", item["share"]),
        amount_sek=cast("int | None", item["amount_sek"]),
        valid_from=cast("str | None", item["from"]),
        valid_to=cast("str | None", item["to"]),
    )
