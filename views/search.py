"""Sök ägare: one field, one sentence. Without a search: how things stand, and where coordination is needed most."""

from __future__ import annotations

from ansvarskarta.graph.dates import today
from ansvarskarta.queries import Who
from ansvarskarta.views.page import Page

SOUGHT = "q"
_COMPARED = 8  # hits whose owner is shown beside the answer
_SOON = 90
# Days that tell the demonstration data's story: before the coordinator, under her, and now.
_EXAMPLES = ("2022-12-20", "2023-06-30", "")


def show(page: Page) -> None:
    """Draws the page."""
    sought = page.view.value(SOUGHT)
    page.show("search_field.html", sought=sought)
    if sought:
        _answer(page, sought)
    else:
        _situation(page)


def _answer(page: Page, sought: str) -> None:
    found = page.data.who(sought)
    others = [hit for hit in found.hits if found.chosen is None or hit.id != found.chosen.id]
    compared: list[Who] = [page.data.who_owns(hit.id) for hit in others[:_COMPARED]]
    elsewhere = [row for row in page.data.ask("search", text=sought).rows if row["label"] != "Bottleneck"]
    if found.chosen is not None:
        page.show("answer.html", found=found, sentence=found.sentence(page.view.lang), level=2, is_head=False)
    elif found.hits:
        page.show("several.html", number=len(found.equal))
    else:
        page.show("nothing_found.html", sought=sought, has_others=bool(elsewhere))
    if others or elsewhere:
        page.show(
            "hits.html",
            hits=list(zip(others, compared, strict=False)),
            more=others[_COMPARED:],
            elsewhere=elsewhere,
            is_answered=found.chosen is not None,
        )


def _situation(page: Page) -> None:
    counts = {
        "no_owner": page.data.counted("no_owner"),
        "ownership_ends": page.data.counted("ownership_ends", days=_SOON),
        "uncovered": page.data.counted("uncovered"),
    }
    need = page.data.ask("coordination_need")
    days = [day for day in _EXAMPLES if day < today()]
    page.show("situation.html", counts=counts, need=need, days=days, soon=_SOON, loaded=page.data.last_load())
