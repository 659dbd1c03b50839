"""Who visits, and what a visitor may do: the one place that says so, asked anew at every run of a page."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from dataclasses import dataclass

from ansvarskarta.graph.settings import Settings, is_loopback

# What a proxy in front of us adds: behind one, the visitor is not the person at this machine.
_FORWARDED = ("x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded", "via")


@dataclass(frozen=True, slots=True)
class Visitor:
    """A visitor: ``name`` as it is written in the record of changes, empty where nobody has said it.

    ``why_not`` names the text that says why somebody who may not change anything may not.
    """

    name: str
    may_edit: bool
    why_not: str = ""

    @property
    def role(self) -> str:
        """What answers are remembered by, beside the question itself."""
        return "editor" if self.may_edit else "reader"


def visitor_of(
    settings: Settings, headers: Mapping[str, str], address: str, *, read_only: bool = False, user: str = ""
) -> Visitor:
    """Who is behind a request, and whether that person may change the data.

    Args:
        settings: names the editors and the header in which a trusted proxy names the visitor.
        headers: the request's.
        address: what the server listens on, empty for every address.
        read_only: whether the whole server was started so.
        user: the person at this machine; the operating system's user where it is not given.
    """
    given = {name.lower(): value for name, value in headers.items()}
    header = settings.user_header
    name = given.get(header.lower(), "").strip() if header else ""
    if read_only:
        return Visitor(name, may_edit=False, why_not="read_only")
    if header and settings.editors:
        return Visitor(name, may_edit=name in settings.editors, why_not="" if name in settings.editors else "no_editor")
    if header or not (is_loopback(address) and _is_at_this_machine(given)):
        return Visitor(name, may_edit=False, why_not="no_editors")
    name = user or getpass.getuser()
    is_editor = not settings.editors or name in settings.editors
    return Visitor(name, may_edit=is_editor, why_not="" if is_editor else "no_editor")


def _is_at_this_machine(headers: Mapping[str, str]) -> bool:
    host = headers.get("host", "").rpartition(":")[0] or headers.get("host", "")
    return is_loopback(host.strip("[]")) and not any(name in headers for name in _FORWARDED)
