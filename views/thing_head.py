"""The head of the page Objekt: what it is, what it is called, and the one sentence that matters about it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from ansvarskarta.graph.model import NODE_TABLE_BY_LABEL, Column, Kind
from ansvarskarta.queries.nodes import Node
from ansvarskarta.views import wording
from ansvarskarta.views.page import Page

_SOON = 180
# What the head says in other words, or a section shows.
_NOT_FACTS = (
    "id",
    "name",
    "name_en",
    "title",
    "description",
    "confidence",
    "quote",
    "locator",
    "document",
    "lat",
    "lon",
)
# What the model describes to whoever fills in a table; readers are told in fewer words.
_SHORT = ("aliases", "valid_from", "valid_to", "report_due")


def head(page: Page, node: Node) -> None:
    """Draws the head."""
    name = node.name(page.view.lang)
    st.set_page_config(page_title=f"{name} – Ansvarskarta")
    page.show("thing_head.html", node=node, name=name, is_proposed=node.text("confidence") == "proposed")
    if node.label == "Bottleneck":
        found = page.data.who_owns(node.id)
        page.show("answer.html", found=found, sentence=found.sentence(page.view.lang), level=2, is_head=True)
    elif node.label in _SENTENCES:
        key, values = _SENTENCES[node.label](page, node)
        sentence = page.text(f"thing.{key}", name=name, day=wording.day(page.view.day, page.view.lang), **values)
        page.show("thing_sentence.html", sentence=sentence)
    page.show("thing_facts.html", facts=_facts(page, node), node=node)


def _facts(page: Page, node: Node) -> list[tuple[str, str, str]]:
    """Facts by heading; the third is the id that a value leads to, if any."""
    lang = page.view.lang
    table = NODE_TABLE_BY_LABEL[node.label]
    facts = []
    for column in table.columns:
        value = node.properties.get(column.name)
        if column.name in _NOT_FACTS or value in (None, "", []):
            continue
        leads = str(value) if column.kind is Kind.ID else ""
        shown = page.names([leads])[leads].name if leads else _value(column, node, page)
        title = page.text(f"columns.{column.name}") if column.name in _SHORT else column.description.in_(lang)
        facts.append((title.rstrip("."), shown, leads))
    return facts


def _value(column: Column, node: Node, page: Page) -> str:
    value, lang = node.properties[column.name], page.view.lang
    if isinstance(value, list):
        return ", ".join(wording.day(one, lang) if column.kind is Kind.DATES else one for one in value)
    match column.kind:
        case Kind.DATE | Kind.PARTIAL_DATE:
            return wording.day(str(value), lang)
        case Kind.INTEGER if isinstance(value, int) and column.name != "population_year":
            return wording.number(value, lang)
        case Kind.CHOICE:
            return wording.choice(str(value), NODE_TABLE_BY_LABEL[node.label].name, column.name, lang)
    return str(value)


Said = tuple[str, dict[str, object]]


def _actor(page: Page, node: Node) -> Said:
    rows = page.data.ask("owned_by", actor=node.id).rows
    counts = {
        role: len({row["bottleneck"] for row in rows if row["role"] == role and row["via"] == "bottleneck"})
        for role in ("owner", "contributor", "consulted")
    }
    ends = [row for row in page.data.ask("ownership_ends", days=_SOON).rows if row["actor"] == node.id]
    return "actor", {
        **{key: _n(page, value) for key, value in counts.items()},
        "ends": _n(page, len(ends)),
        "soon": _SOON,
    }


def _place(page: Page, node: Node) -> Said:
    answer = page.data.ask("no_owner", **{node.label.lower(): node.id})
    return "place", {"unowned": _n(page, len(answer.rows)), "open": _n(page, answer.of or 0)}


def _theme(page: Page, node: Node) -> Said:
    answer = page.data.ask("no_owner", theme=node.id)
    counts: dict[str, object] = {"unowned": _n(page, len(answer.rows)), "open": _n(page, answer.of or 0)}
    held = [one for one in page.data.periods(node.id) if one.role == "owner" and one.holds(page.view.day)]
    owners = sorted({one.actor_name for one in held})
    return ("theme", {**counts, "owners": ", ".join(owners)}) if owners else ("theme_unowned", counts)


def _establishment(page: Page, node: Node) -> Said:
    rows = page.data.ask("blocked_establishments", establishment=node.id).rows
    if not rows:
        return "establishment_free", {}
    return "establishment", {
        "open": _n(page, int(str(rows[0]["bottlenecks"]))),
        "unowned": _n(page, int(str(rows[0]["unowned"]))),
    }


def _mandate(page: Page, node: Node) -> Said:
    links = page.data.links(node.id)
    to = ", ".join(sorted({link.other.name for link in links if link.type == "GIVEN_TO" and not link.is_proposed}))
    by = ", ".join(sorted({link.other.name for link in links if link.type == "ISSUED" and not link.is_proposed}))
    lang, day = page.view.lang, page.view.day
    start, end = node.text("valid_from"), node.text("valid_to")
    holds = (start or day) <= day <= (end or day)
    return "mandate_holds" if holds else "mandate_not", {
        "to": to or page.text("thing.unknown"),
        "by": by or page.text("thing.unknown"),
        "start": wording.day(start, lang) or page.text("search.start_unknown"),
        "end": wording.day(end, lang) or page.text("search.end_unknown"),
    }


_SENTENCES: dict[str, Callable[[Page, Node], Said]] = {
    "Actor": _actor,
    "Municipality": _place,
    "County": _place,
    "Theme": _theme,
    "Establishment": _establishment,
    "Mandate": _mandate,
}


def _n(page: Page, number: int) -> str:
    return wording.number(number, page.view.lang)
