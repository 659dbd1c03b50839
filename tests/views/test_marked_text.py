from __future__ import annotations

from ansvarskarta.graph.model import TABLE_BY_NAME
from ansvarskarta.graph.proposals import Proposal
from ansvarskarta.graph.values import Row
from ansvarskarta.loaders.decisions import proposals, read_bytes
from ansvarskarta.loaders.decisions.tables import key_of
from ansvarskarta.views.marked_text import marked, places_added, places_of
from ansvarskarta.views.review_proposals import without_markdown

DECISION = """Uppdrag om elnät

Regeringens beslut

Regeringen uppdrar åt Statens energimyndighet att kartlägga elnätet i Norrbottens län. Uppdraget ska genomföras i
samverkan med Svenska kraftnät och slutredovisas senast den 30 juni 2027.
"""


def test_the_parts_are_the_text_and_every_proposal_finds_its_mark() -> None:
    reading = read_bytes(DECISION.encode(), "beslut.txt")
    found = proposals([reading])
    parts, numbers = marked(reading.text, places_of(reading, found))
    assert "".join(part.text for part in parts) == reading.text
    marks = {part.number: part.text for part in parts if part.is_first}
    assert list(marks) == list(range(1, len(marks) + 1))
    given = found.rows["given_to"][0]
    assert marks[numbers[key_of("given_to", given)]] == "Statens energimyndighet"
    together = found.rows["cooperates_with"][0]
    assert marks[numbers[key_of("cooperates_with", together)]] == "Svenska kraftnät"


def test_every_value_of_the_mandate_leads_to_the_one_proposal() -> None:
    reading = read_bytes(DECISION.encode(), "beslut.txt")
    parts, numbers = marked(reading.text, places_of(reading, proposals([reading])))
    leads = {part.text: part.number for part in parts if part.number}
    mandate = numbers[key_of("mandates", {"id": "mandate:uppdrag-om-elnat"})]
    assert (leads["Uppdrag om elnät"], leads["30 juni 2027"]) == (mandate, mandate)


def test_words_that_a_person_marked_are_marked_in_their_document_only() -> None:
    table = TABLE_BY_NAME["consults"]
    row: Row = {"start": "mandate:m", "end": "agency:a", "document": "document:d", "locator": "stycke 2, tecken 4–9"}
    one = Proposal(table, "CONSULTS|mandate:m|agency:a||proposed", row, None, ())
    assert places_added([one], "document:d", 100) == [(4, 9, "CONSULTS|mandate:m|agency:a|")]
    assert places_added([one], "document:other", 100) == []
    assert places_added([one], "document:d", 8) == []


def test_no_sign_of_markdown_is_left() -> None:
    assert without_markdown("![x](a) **b**") == r"\!\[x\]\(a\) \*\*b\*\*"
    assert without_markdown("http://a.example") == "http\\:\u2060//a\\.example"
