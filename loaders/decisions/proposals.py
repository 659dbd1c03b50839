"""What a reading proposes: its fields as rows of the model's tables, tied to what the graph has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions.gazetteer import counties
from ansvarskarta.loaders.decisions.gazetteer.unknown import slug
from ansvarskarta.loaders.decisions.known import LONGEST_ID, Known, known, number_id
from ansvarskarta.loaders.decisions.linking import How, Link, known_entry
from ansvarskarta.loaders.decisions.proposed import PROPOSED, Proposals, Question
from ansvarskarta.loaders.decisions.quotes import locator, sentence_around
from ansvarskarta.loaders.decisions.reading import DecisionKind, Evidence, Funding, Reading
from ansvarskarta.loaders.decisions.rules.registers import numbers
from ansvarskarta.loaders.decisions.standing import Existing
from ansvarskarta.texts import Language, Words, text

ROLE = re.compile(r"samordnare|utredare|förhandlare|kommitté|delegation|expertgrupp|utredning|kommission")
ROLE_IN_TITLE = re.compile(r"^Uppdrag (?:till|åt|om) (?:en )?(?:\w+ )?(?:samordnare|utredare) (?P<task>för .+)$")
MANDATE_KINDS = {
    DecisionKind.APPROPRIATION_LETTER: "appropriation",
    DecisionKind.OFFER: "agreement",
}
# Fields whose values are actors, and the relationship that each becomes; from the mandate but for ``issued``.
ACTOR_FIELDS = {
    "given_to": "given_to",
    "cooperates_with": "cooperates_with",
    "consults": "consults",
    "reports_to": "reports_to",
}
MANDATE_FIELDS = ("continues", "considers")


def proposals(readings: Iterable[Reading], existing: Existing | None = None) -> Proposals:
    """The rows that readings propose; what the graph has keeps its id, what it lacks is proposed as new."""
    return proposed_to(known(existing or {}), readings)


def proposed_to(graph: Known, readings: Iterable[Reading]) -> Proposals:
    """As :func:`proposals`, where what the graph has is ready to be looked up."""
    found = Proposals()
    proposing = [Proposing(reading, graph, found) for reading in readings]
    # What one decision is about another may cite: its own row is the fuller one, and comes first.
    for one in proposing:
        one.propose_itself()
    for one in proposing:
        one.propose_the_rest()
    return found


class Proposing:
    """One reading's rows."""

    def __init__(self, reading: Reading, graph: Known, found: Proposals) -> None:
        self.reading = reading
        self.graph = graph
        self.found = found
        self.mandate = graph.own_mandate(reading)
        self.document = graph.own_document(reading) or f"document:{self.mandate.removeprefix('mandate:')}"

    def propose_itself(self) -> None:
        """Proposes the document and its mandate."""
        self.propose_document()
        self.propose_mandate()

    def propose_the_rest(self) -> None:
        """Proposes whom and what the mandate is tied to."""
        if self.reading.issuer:
            self._actors("issuer", (self.reading.issuer,), "issued")
        for name, table in ACTOR_FIELDS.items():
            self._actors(name, getattr(self.reading, name), table)
        for name in MANDATE_FIELDS:
            self._mandates(name, getattr(self.reading, name))
        self._counties()
        for funding in self.reading.funding:
            self._funding(funding)
        self._altered()

    def _holder(self) -> str | None:
        """The coordinator who has this mandate in the graph, where there is one."""
        rows = self.graph.existing.get("given_to", ())
        ids = {str(row["end"]) for row in rows if row["start"] == self.mandate}
        coordinators = [id_ for id_ in ids if id_.startswith("coordinator:")]
        return coordinators[0] if len(coordinators) == 1 else None

    def source(self, evidence: Evidence | None) -> Row:
        """Where a row comes from: document, place and words."""
        row: Row = {"document": self.document, "confidence": PROPOSED}
        if evidence is not None:
            row["locator"] = locator(evidence)
            row["quote"] = sentence_around(self.reading, evidence)
        return row

    def propose_document(self) -> None:
        """Proposes the document."""
        evidence = self._first("title")
        name = self.reading.title or self.reading.document
        row: Row = {
            "id": self.document,
            "name": name,
            "title": self.reading.title,
            "publisher": self.reading.issuer,
            "reference": next(iter(self.reading.register_numbers), None),
            "sha256": self.reading.sha256,
        }
        self.found.add("documents", row | self.source(evidence), evidence)

    def propose_mandate(self) -> None:
        """Proposes the mandate."""
        evidence = self._first("given_to") or self._first("title")
        self.found.add("mandates", self.mandate_row() | self.source(evidence), evidence)

    def mandate_row(self) -> Row:
        """What the reading says of the mandate itself, without where it comes from."""
        reading = self.reading
        kind = MANDATE_KINDS.get(reading.kind, "assignment") if reading.kind else "assignment"
        return {
            "id": self.mandate,
            "name": (reading.title or reading.document)[:500],
            "kind": kind,
            "reference": next(iter(reading.register_numbers), None),
            "issued": reading.decision_date,
            "valid_from": reading.start,
            "valid_to": reading.end,
            "report_due": sorted(reading.report_due) or None,
        }

    def _first(self, name: str) -> Evidence | None:
        return next((evidence for evidence in self.reading.evidence if evidence.field == name), None)

    def _actors(self, name: str, values: Sequence[str], table: str) -> None:
        for value in values:
            evidence = self.reading.evidence_of(name, value)
            id_ = self.actor(name, value, evidence)
            if id_ is None:
                continue
            start, end = (id_, self.mandate) if table == "issued" else (self.mandate, id_)
            row: Row = {"start": start, "end": end}
            self.found.add(table, row | self.source(evidence), evidence)

    def actor(self, name: str, value: str, evidence: Evidence | None) -> str | None:
        """The id of an actor, who is proposed where new; ``None`` where a person has to choose."""
        entry = known_entry(value)
        is_role = entry is None and ROLE.search(value.rsplit(maxsplit=1)[-1]) is not None
        if is_role and (holder := self._holder()):
            return holder
        new_id = entry.id if entry else self._new_id(value, evidence, is_role=is_role)
        shown = self._role_name(value) if is_role else value
        link = self.graph.linker.link(shown, org_number=self._org_number(evidence), new_id=new_id)
        if link.how is How.QUESTION:
            self._ask(name, value, link)
            return None
        if link.how is How.NEW and link.id is not None:
            self._new_actor(link.id, shown, evidence)
        return link.id

    def _new_id(self, value: str, evidence: Evidence | None, *, is_role: bool) -> str:
        if is_role:
            return f"coordinator:{slug(value)}-{self.mandate.removeprefix('mandate:')}"
        type_ = evidence.rule.removeprefix("name.") if evidence and evidence.rule.startswith("name.") else "association"
        if re.search(r"\bAB$|\bAktiebolag$", value):
            type_ = "company"
        elif re.search(r"universitet|[Hh]ögskola", value):
            type_ = "university"
        elif re.search(r"(?:myndigheten|verket|inspektionen|nämnden|styrelsen|ämbetet)\b", value, re.IGNORECASE):
            type_ = "agency"
        return f"{type_}:{slug(value)[:LONGEST_ID]}"

    def _role_name(self, value: str) -> str:
        task = ROLE_IN_TITLE.match(self.reading.title or "")
        name = value[0].upper() + value[1:]
        return f"{name} {task['task']}" if task else f"{name} ({self.reading.title or self.reading.document})"

    def _org_number(self, evidence: Evidence | None) -> str | None:
        if evidence is None:
            return None
        after = self.reading.text[evidence.end : evidence.end + 60]
        found = re.match(r"\s*\(?,?\s*(?:org\.?\s?(?:nr|nummer)\.?|organisationsnummer)\s*:?\s*(\d{6}-?\d{4})", after)
        return found.group(1) if found else None

    def _new_actor(self, id_: str, name: str, evidence: Evidence | None) -> None:
        entry = known_entry(name)
        row: Row = {"id": id_, "name": name[:500], "aliases": list(entry.aliases) if entry and entry.aliases else None}
        if id_.startswith("municipality:"):
            code = id_.removeprefix("municipality:")
            self._county(code[:2])
            row |= {"code": code, "county": f"county:{code[:2]}"}
            self.found.add("municipalities", row | self.source(evidence), evidence)
        else:
            row["type"] = id_.partition(":")[0]
            self.found.add("actors", row | self.source(evidence), evidence)

    def _ask(self, name: str, value: str, link: Link) -> None:
        candidates = ", ".join(link.candidates)
        words = _in_both("question_actor", file=self.reading.document, name=value, candidates=candidates)
        self.found.questions.append(Question(name, value, link.candidates, words))

    def _mandates(self, name: str, values: Sequence[str]) -> None:
        for value in values:
            evidence = self.reading.evidence_of(name, value)
            id_ = self.cited(value, evidence)
            if id_ != self.mandate:
                row: Row = {"start": self.mandate, "end": id_}
                self.found.add(name, row | self.source(evidence), evidence)

    def cited(self, value: str, evidence: Evidence | None) -> str:
        """The mandate that a number or title names, which is proposed where the graph does not have it."""
        if id_ := self.graph.references.get(value.casefold()):
            return id_
        is_number = [number.value for number in numbers(value)] == [value]
        id_ = f"mandate:{number_id(value) if is_number else slug(value)[:LONGEST_ID].strip('-')}"
        if id_ in self.graph.ids:
            return id_
        label = text("decisions.mandate_cited", Language.SV, number=value) if is_number else value
        row: Row = {
            "id": id_,
            "name": label[0].upper() + label[1:500],
            "kind": "assignment",
            "reference": value if is_number else None,
        }
        self.found.add("mandates", row | self.source(evidence), evidence)
        return id_

    def _counties(self) -> None:
        for name in self.reading.counties:
            evidence = self.reading.evidence_of("counties", name)
            code = next(county.code for county in counties() if county.name == name)
            self._county(code, evidence)
            row: Row = {"start": self.mandate, "end": f"county:{code}"}
            self.found.add("concerns", {**row, **self.source(evidence)}, evidence)

    def _county(self, code: str, evidence: Evidence | None = None) -> None:
        if f"county:{code}" in self.graph.ids:
            return
        name = next(county.name for county in counties() if county.code == code)
        row: Row = {"id": f"county:{code}", "name": name, "code": code}
        self.found.add("counties", row | self.source(evidence), evidence)

    def _funding(self, funding: Funding) -> None:
        evidence = self.reading.evidence_of("funding", funding.label)
        if funding.actor is None:
            words = _in_both("question_funding", file=self.reading.document, funding=_said(funding))
            self.found.questions.append(Question("funding", funding.label, (), words))
            return
        id_ = self.actor("funding", funding.actor, evidence)
        if id_ is None:
            return
        row: Row = {
            "start": self.mandate,
            "end": id_,
            "valid_from": funding.valid_from,
            "valid_to": funding.valid_to,
            "appropriation": _appropriation(funding),
            "share": funding.share,
            "note": _amount(funding),
        }
        self.found.add("funded_by", row | self.source(evidence), evidence)

    def _altered(self) -> None:
        """A mandate of the graph that this decision extends or ends: proposed with its new last day."""
        kinds = (DecisionKind.EXTENSION, DecisionKind.CHANGE, DecisionKind.ENDING)
        if self.reading.kind not in kinds or self.reading.end is None:
            return
        ids = {self.graph.references.get(number.casefold()) for number in self.reading.continues} - {None, self.mandate}
        for row in self.graph.existing.get("mandates", ()):
            if row["id"] in ids and row.get("valid_to") != self.reading.end:
                evidence = self._first("end")
                altered: Row = {"id": row["id"], "name": row["name"], "valid_to": self.reading.end}
                self.found.add("mandates", altered | self.source(evidence), evidence)


def _appropriation(funding: Funding) -> str | None:
    parts = (
        ("UO", funding.expenditure_area),
        ("anslag", funding.appropriation),
        ("anslagspost", funding.item),
    )
    return ", ".join(f"{word} {value}" for word, value in parts if value) or None


def _amount(funding: Funding) -> str | None:
    if funding.amount_sek is None:
        return None
    return text("decisions.at_most", Language.SV, amount=_grouped(funding.amount_sek))


def _said(funding: Funding) -> str:
    """The money in words: appropriation, amount in kronor."""
    amount = None if funding.amount_sek is None else f"{_grouped(funding.amount_sek)} kr"
    return ", ".join(filter(None, (_appropriation(funding), amount))) or funding.label


def _grouped(amount: int) -> str:
    return f"{amount:,}".replace(",", "\u00a0")


def _in_both(key: str, **values: object) -> Words:
    return Words(text(f"decisions.{key}", Language.SV, **values), text(f"decisions.{key}", Language.EN, **values))
