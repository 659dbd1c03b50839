"""One sentence on who owns a bottleneck. It never says more than the source: what is not known is said to be so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from ansvarskarta.graph.dates import first_day, is_partial_date
from ansvarskarta.queries.locators import located
from ansvarskarta.texts import Language, text


@dataclass(frozen=True, slots=True)
class Subject:
    """The bottleneck that the sentence is about, with whoever owned it last before the day."""

    name: str
    is_open: bool
    last_owner: str | None
    ended: str | None


@dataclass(frozen=True, slots=True)
class Ownership:
    """One ownership, or as a lead one theme ownership, with everything its source says."""

    actor: str
    actor_name: str
    since: str | None
    until: str | None
    mandate: str | None
    mandate_name: str | None
    reference: str | None
    theme_name: str | None
    scope: list[str]
    document: str | None
    document_title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    locator: str | None
    quote: str | None
    confidence: str


def spoken(day: str, lang: Language) -> str:
    """A date as people write it, ``30 juni 2023``; one that is cut to a month as ``juni 2023``, to a year as it is."""
    if not is_partial_date(day) or len(day) == len("2023"):
        return day
    # Only a sentence pays for loading it.
    from babel.dates import format_date  # noqa: PLC0415

    form = "MMMM y" if len(day) == len("2023-06") else "d MMMM y"
    return format_date(dt.date.fromisoformat(first_day(day)), form, locale=lang.value)


def sentence(
    subject: Subject, owners: Sequence[Ownership], leads: Sequence[Ownership], as_of: str, lang: Language
) -> str:
    """Who owns it on the day; where nobody does, that there is no owner, who was the last, and who may know more."""
    values = {"bottleneck": subject.name, "day": spoken(as_of, lang)}
    if owners:
        told_apart = len(owners) > 1
        named = text("who.and", lang).join(_owner(one, lang, told_apart=told_apart) for one in owners)
        parts = [text("who.owned", lang, owners=named, **values)]
    else:
        parts = [text("who.no_owner", lang, **values)]
        if subject.last_owner and subject.ended:
            ended = spoken(subject.ended, lang)
            parts.append(text("who.last_owner", lang, actor=subject.last_owner, ended=ended))
        parts.append(_leads(leads, lang))
    if not subject.is_open:
        parts.append(text("who.not_open", lang))
    return " ".join(parts)


def source(one: Ownership, lang: Language) -> str:
    """Where it is stated: document, publisher, paragraph, its own words, and how certain the reading is."""
    if one.document_title is None:
        return text("who.no_source", lang)
    made = ", ".join(filter(None, (one.publisher, spoken(one.published, lang) if one.published else None)))
    title = text("who.title", lang, title=one.document_title) + (f" ({made})" if made else "")
    place = ", ".join(filter(None, (title, located(one.locator, lang))))
    quoted = text("who.quote", lang, quote=one.quote) if one.quote else ""
    return text(f"who.source_{one.confidence}", lang, place=place, quote=quoted)


def _owner(one: Ownership, lang: Language, *, told_apart: bool) -> str:
    since = text("who.since", lang, day=spoken(one.since, lang)) if one.since else text("who.start_unknown", lang)
    until = text("who.until", lang, day=spoken(one.until, lang)) if one.until else text("who.end_unknown", lang)
    return text(
        "who.owner",
        lang,
        actor=one.actor_name,
        scope=_scope(one, lang, told_apart=told_apart),
        since=since,
        until=until,
        mandate=_mandate(one, lang),
        source=source(one, lang),
    )


def _scope(one: Ownership, lang: Language, *, told_apart: bool) -> str:
    if one.scope:
        return text("who.scope", lang, places=", ".join(sorted(one.scope)))
    return text("who.no_scope", lang) if told_apart else ""


def _mandate(one: Ownership, lang: Language) -> str:
    if one.mandate_name is None:
        return text("who.no_mandate", lang)
    number = f" ({one.reference})" if one.reference else ""
    return text("who.mandate", lang, mandate=one.mandate_name + number)


def _leads(leads: Sequence[Ownership], lang: Language) -> str:
    if not leads:
        return text("who.no_leads", lang)
    names = [text("who.lead", lang, actor=one.actor_name, theme=one.theme_name) for one in leads]
    return text("who.leads", lang, leads=", ".join(dict.fromkeys(names)))
