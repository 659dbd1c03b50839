"""Objekt: one thing, whatever it is: a sentence first, then its sections, one at a time, each with its own address."""

from __future__ import annotations

from collections.abc import Callable

from ansvarskarta.queries.nodes import Named, Node
from ansvarskarta.views import dependencies, ego, history, responsibilities, sources
from ansvarskarta.views.page import Page
from ansvarskarta.views.thing_head import head

ID, SECTION = "id", "del"

Section = Callable[[Page, Node], None]


def _connections(page: Page, node: Node) -> None:
    ego.show(page, Named(node.id, node.label, node.name(page.view.lang)))


_EVERYTHING: dict[str, Section] = {"samband": _connections, "historik": history.show, "kallor": sources.show}
# What each kind of thing has to tell, the first first.
SECTIONS: dict[str, dict[str, Section]] = {
    "Bottleneck": {
        "beroenden": dependencies.of_bottleneck,
        "samband": _connections,
        "historik": history.show,
        "kallor": sources.show,
    },
    "Actor": {"ansvar": responsibilities.of_actor, "beroenden": dependencies.of_actor, **_EVERYTHING},
    "Municipality": {
        "kommunen": responsibilities.of_municipality,
        "ansvar": responsibilities.of_actor,
        **_EVERYTHING,
    },
    "County": {"lanet": responsibilities.of_county, **_EVERYTHING},
    "Theme": {"temat": responsibilities.of_theme, **_EVERYTHING},
    "Establishment": {"beroenden": dependencies.of_establishment, **_EVERYTHING},
    "Mandate": {"uppdraget": responsibilities.of_mandate, **_EVERYTHING},
    "Measure": _EVERYTHING,
    "Document": {"kallan": sources.of_document, "historik": history.show},
}


def show(page: Page) -> None:
    """Draws the page."""
    node = page.data.node(page.view.value(ID))
    if node is None:
        page.show("heading.html", title=page.text("frame.thing"))
        page.say("gone")
        return
    head(page, node)
    sections = SECTIONS[node.label]
    chosen = page.view.value(SECTION)
    if chosen not in sections:
        chosen = next(iter(sections))
    page.show("thing_tabs.html", sections=list(sections), chosen=chosen, id=node.id)
    sections[chosen](page, node)
