"""Proposals under review: decided by people, never by their own proposer, remembered, reopened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Evidence, Reading, proposals
from ansvarskarta.loaders.decisions.review import (
    Proposal,
    Verdict,
    accept,
    accepted_rows,
    add,
    correct,
    reject,
    reopened,
    review_list,
)
from ansvarskarta.loaders.decisions.standing import Standing

NOON = "2026-01-01T12:00:00+00:00"
Content = dict[str, list[Row]]


def one(listed: list[Proposal], table: str) -> Proposal:
    return next(proposal for proposal in listed if proposal.table == table)


def stated(seed: Reading) -> Content:
    found = proposals([seed])
    return {table: [{**row, "confidence": "stated"} for row in rows] for table, rows in found.rows.items()}


def test_all_is_new_in_an_empty_graph_and_stands_in_the_order_of_the_text(seed: Reading) -> None:
    listed = review_list(proposals([seed]), {})
    assert {proposal.comparison.standing for proposal in listed} == {Standing.NEW}
    starts = [proposal.evidence.start for proposal in listed if proposal.evidence]
    assert starts == sorted(starts)


def test_what_exists_is_left_out_unless_wanted(seed: Reading) -> None:
    found, existing = proposals([seed]), stated(seed)
    assert review_list(found, existing) == []
    every = review_list(found, existing, all_of_them=True)
    assert {proposal.comparison.standing for proposal in every} == {Standing.EXISTS}


def test_another_day_and_another_holder_contradict(seed: Reading) -> None:
    existing = stated(seed)
    existing["mandates"][0]["report_due"] = ["2024-06-30"]
    existing["given_to"][0]["end"] = "agency:tillvaxtverket"
    listed = review_list(proposals([seed]), existing)
    against = {proposal.table: proposal.comparison for proposal in listed}
    assert against["mandates"].standing is Standing.CONTRADICTS
    (day,) = against["mandates"].differences
    assert (day.column, day.before, day.after) == ("report_due", ["2024-06-30"], ["2023-06-30"])
    assert [item.before for item in against["given_to"].differences] == ["agency:tillvaxtverket"]


def test_accepted_rows_are_stated_and_keep_what_the_decision_does_not_say(seed: Reading) -> None:
    existing = stated(seed)
    existing["mandates"][0] |= {"report_due": ["2024-06-30"], "valid_from": "2022-12-15"}
    mandate = one(review_list(proposals([seed]), existing), "mandates")
    (row,) = accepted_rows([accept(mandate, "eva", NOON), replace(mandate, verdict=Verdict.REJECTED)])["mandates"]
    assert (row["confidence"], row["report_due"], row["valid_from"]) == ("stated", ["2023-06-30"], "2022-12-15")


def test_a_correction_is_the_persons_own_and_needs_another(seed: Reading) -> None:
    duty = one(review_list(proposals([seed]), {}), "funded_by")
    corrected = correct(duty, {"share": 1.0}, "eva", {})
    assert (corrected.row["share"], corrected.proposed_by, corrected.verdict) == (1.0, "eva", Verdict.OPEN)
    with pytest.raises(WrongUse, match="eva"):
        accept(corrected, "eva", NOON, editors=["eva", "bo"])
    assert accept(corrected, "bo", NOON, editors=["eva", "bo"]).decided_by == "bo"
    assert accept(corrected, "eva", NOON, editors=["eva"]).decided_by == "eva"
    with pytest.raises(WrongUse):
        correct(duty, {"colour": "red"}, "eva", {})


def test_a_rejection_needs_a_reason_and_is_remembered_for_the_same_words(seed: Reading) -> None:
    found = proposals([seed])
    first = one(review_list(found, {}), "consults")
    with pytest.raises(WrongUse):
        reject(first, "eva", NOON, "  ")
    decided, rejection = reject(first, "eva", NOON, "Avser ett annat uppdrag")
    assert (decided.verdict, decided.reason) == (Verdict.REJECTED, "Avser ett annat uppdrag")
    left = review_list(found, {}, [rejection])
    assert first.key not in {proposal.key for proposal in left}
    assert len(left) == len(review_list(found, {})) - 1


def test_what_is_decided_is_not_decided_again(seed: Reading) -> None:
    accepted = accept(review_list(proposals([seed]), {})[0], "eva", NOON)
    with pytest.raises(WrongUse):
        reject(accepted, "bo", NOON, "För sent")


def test_what_was_missed_is_added_by_marking_words(seed: Reading) -> None:
    start = seed.text.index("berörda kommuner")
    marked = Evidence(
        "cooperates_with", "x", 1, 3, "berörda kommuner", start, start + 16, "marked", seed.evidence[0].certainty
    )
    added = add("cooperates_with", {"start": "mandate:m", "end": "municipality:2580"}, marked, "eva", {})
    assert (added.row["quote"], added.row["confidence"], added.proposed_by) == ("berörda kommuner", "proposed", "eva")


def test_other_content_reopens_what_rested_on_the_old(seed: Reading) -> None:
    found, existing = proposals([seed]), stated(seed)
    document = str(found.rows["documents"][0]["id"])
    assert reopened(seed, document, found, existing) == []
    existing["documents"][0]["sha256"] = "0" * 64
    gone: Row = {"start": "mandate:m", "end": "agency:boverket", "document": document}
    existing["consults"].append(gone)
    open_again = reopened(seed, document, found, existing)
    assert [item.row for item in open_again if not item.still_read] == [gone]
    assert len(open_again) == sum(len(rows) for table, rows in existing.items() if table != "documents")
