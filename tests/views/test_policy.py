"""The HTML page as it is sent: language, our script, no inline script, and the policy on every answer."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import streamlit
from ansvarskarta.texts import Language
from ansvarskarta.views.web.policy import CONTENT_SECURITY_POLICY, Policy, rewritten
from starlette.types import Message, Receive, Scope, Send

PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()


def test_the_page_is_in_the_readers_language() -> None:
    assert b'<html lang="sv">' in rewritten(PAGE, Language.SV)
    assert b'<html lang="en">' in rewritten(PAGE, Language.EN)


def test_no_inline_script_is_left_and_ours_is_there() -> None:
    page = rewritten(PAGE, Language.SV)
    scripts = re.findall(rb"<script[^>]*>", page)
    assert all(b" src=" in script for script in scripts)
    assert b'src="./_ansvarskarta/shell.js"' in page


def test_the_policy_lets_nothing_foreign_in() -> None:
    directives = dict(part.split(" ", 1) for part in CONTENT_SECURITY_POLICY.split("; "))
    assert directives["default-src"] == "'self'"
    assert directives["script-src"] == "'self'"
    assert directives["connect-src"] == "'self'"
    assert directives["frame-ancestors"] == "'none'"
    assert "http" not in CONTENT_SECURITY_POLICY


def test_every_answer_carries_the_policy() -> None:
    async def plain(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 404, "headers": [(b"content-type", b"text/plain")]})
        await send({"type": "http.response.body", "body": b"nej"})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope: Scope = {"type": "http", "method": "GET", "path": "/x", "query_string": b"", "headers": []}
    asyncio.run(Policy(plain)(scope, receive, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"content-security-policy"].decode() == CONTENT_SECURITY_POLICY
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert sent[1]["body"] == b"nej"
