from __future__ import annotations

from ansvarskarta.loaders.decisions import proposals, read_bytes
from ansvarskarta.views.marked_text import key_of, marked
from ansvarskarta.views.review_proposals import without_markdown

DECISION = """Uppdrag om elnät

Regeringens beslut

Regeringen uppdrar åt Statens energimyndighet att kartlägga elnätet i Norrbottens län. Uppdraget ska genomföras i
samverkan med Svenska kraftnät och slutredovisas senast den 30 juni 2027.
"""


def test_the_parts_are_the_text_and_every_proposal_finds_its_mark() -> None:
    reading = read_bytes(DECISION.encode(), "beslut.txt")
    found = proposals([reading])
    parts, numbers = marked(reading, found)
    assert "".join(part.text for part in parts) == reading.text
    marks = {part.number: part.text for part in parts if part.number}
    assert list(marks) == list(range(1, len(marks) + 1))
    given = found.rows["given_to"][0]
    assert marks[numbers[key_of("given_to", given)]] == "Statens energimyndighet"
    together = found.rows["cooperates_with"][0]
    assert marks[numbers[key_of("cooperates_with", together)]] == "Svenska kraftnät"


def test_no_sign_of_markdown_is_left() -> None:
    assert without_markdown("![x](a) **b**") == r"\!\[x\]\(a\) \*\*b\*\*"
