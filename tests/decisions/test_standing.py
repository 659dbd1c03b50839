"""How proposals stand to the graph, and what other content of a document reopens."""

from __future__ import annotations

from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import Reading, proposals
from ansvarskarta.loaders.decisions.reopening import has_other_content, reopened
from ansvarskarta.loaders.decisions.standing import Standing, compare
from ansvarskarta.loaders.decisions.tables import worth_proposing

Content = dict[str, list[Row]]


def stated(seed: Reading) -> Content:
    found = proposals([seed])
    return {table: [{**row, "confidence": "stated"} for row in rows] for table, rows in found.rows.items()}


def test_all_is_new_in_an_empty_graph(seed: Reading) -> None:
    found = proposals([seed])
    assert worth_proposing(found, {}) == found.rows
    standings = {compare(table, row, {}).standing for table, rows in found.rows.items() for row in rows}
    assert standings == {Standing.NEW}


def test_what_exists_is_not_proposed(seed: Reading) -> None:
    assert not any(worth_proposing(proposals([seed]), stated(seed)).values())


def test_another_day_and_another_holder_contradict(seed: Reading) -> None:
    existing = stated(seed)
    existing["mandates"][0]["report_due"] = ["2024-06-30"]
    existing["given_to"][0]["end"] = "agency:tillvaxtverket"
    found = proposals([seed])
    mandate = compare("mandates", found.rows["mandates"][0], existing)
    assert mandate.standing is Standing.CONTRADICTS
    (day,) = mandate.differences
    assert (day.column, day.before, day.after) == ("report_due", ["2024-06-30"], ["2023-06-30"])
    holder = compare("given_to", found.rows["given_to"][0], existing)
    assert [item.before for item in holder.differences] == ["agency:tillvaxtverket"]


def test_what_is_proposed_keeps_what_the_decision_does_not_say(seed: Reading) -> None:
    existing = stated(seed)
    existing["mandates"][0] |= {"report_due": ["2024-06-30"], "valid_from": "2022-12-15"}
    (row,) = worth_proposing(proposals([seed]), existing)["mandates"]
    assert (row["confidence"], row["report_due"], row["valid_from"]) == ("proposed", ["2023-06-30"], "2022-12-15")


def test_other_content_reopens_what_rested_on_the_old(seed: Reading) -> None:
    found, existing = proposals([seed]), stated(seed)
    document = str(found.rows["documents"][0]["id"])
    assert not has_other_content(seed, document, existing)
    existing["documents"][0]["sha256"] = "0" * 64
    assert has_other_content(seed, document, existing)
    gone: Row = {"start": "mandate:m", "end": "agency:boverket", "document": document}
    existing["consults"].append(gone)
    open_again = reopened(found, existing)
    assert [item.row for item in open_again if not item.still_read] == [gone]
    assert len(open_again) == sum(len(rows) for table, rows in existing.items() if table != "documents")
