"""The HTML page as it is sent: language, our script, no inline script, and the policy on every answer."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
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


def answered(status: int, kind: str, body: bytes, path: str, query: str = "") -> tuple[Message, bytes]:
    """The start and the body of what goes out where the application within answers so."""

    async def plain(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-type", kind.encode())]})
        await send({"type": "http.response.body", "body": body})

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope: Scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": []}
    asyncio.run(Policy(plain)(scope, receive, send))
    return sent[0], sent[1]["body"]


def test_every_answer_carries_the_policy() -> None:
    start, body = answered(404, "text/plain", b"nej", "/x")
    headers = dict(start["headers"])
    assert headers[b"content-security-policy"].decode() == CONTENT_SECURITY_POLICY
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert body == b"nej"


@pytest.mark.parametrize(
    ("path", "query", "said", "start"),
    [
        ("/finnsinte", "", "<h1>Sidan finns inte</h1>", 'href="./"'),
        ("/finnsinte", "lang=en", "<h1>There is no such page</h1>", 'href="./?lang=en"'),
        ("/luckor/boden", "", "<h1>Sidan finns inte</h1>", 'href="../"'),
    ],
)
def test_an_address_of_no_page_is_said_to_be_none(path: str, query: str, said: str, start: str) -> None:
    begin, body = answered(200, "text/html; charset=utf-8", PAGE, path, query)
    assert begin["status"] == 404
    assert said in body.decode()
    assert start in body.decode()
    assert b"<script" not in body


@pytest.mark.parametrize("path", ["/", "/luckor", "/om/", "/granska"])
def test_an_address_of_a_page_is_the_page(path: str) -> None:
    begin, body = answered(200, "text/html; charset=utf-8", PAGE, path)
    assert begin["status"] == 200
    assert b"shell.js" in body
