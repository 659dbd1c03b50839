"""Every HTML page in the reader's language, with our script in it, and a policy that lets nothing foreign in.

Streamlit answers any path with its one page; where no page of ours has that path, the answer is that it does not exist.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from urllib.parse import parse_qs

import streamlit as st
from ansvarskarta.texts import Language
from ansvarskarta.views.rendering import rendered
from ansvarskarta.views.state import NAMES, View
from ansvarskarta.views.web.assets import PREFIX
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_INLINE_SCRIPT = re.compile(rb"<script>.*?</script>", re.DOTALL)
_NOSCRIPT = re.compile(rb"<noscript>.*?</noscript>", re.DOTALL)
_TITLE = b"<title>Streamlit</title>"
_WITHOUT_SCRIPT = {
    Language.SV: "Sidorna behöver JavaScript. Samma svar finns i terminalen och i API:et under /api/v1/questions.",
    Language.EN: "The pages need JavaScript. The terminal and the API under /api/v1/questions give the same answers.",
}


class Policy:
    """Sets the headers on every answer, and rewrites Streamlit's one HTML page as it passes."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on; only an HTML page is held back until it is whole."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if _wants_html(scope):
            scope = {**scope, "headers": _uncompressed(scope)}
        await self._app(scope, receive, _Answer(send, scope["path"], _language(scope)))


class _Answer:
    """Sends an answer on, rewritten where it is a page."""

    def __init__(self, send: Send, path: str, lang: Language) -> None:
        self._send = send
        self._path = path
        self._lang = lang
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if headers.get("content-type", "").startswith("text/html") and message["status"] == 200:
                self._start = message
                return
        elif self._start is not None and message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page()
            return
        await self._send(message)

    async def _send_page(self) -> None:
        if self._start is None:
            raise RuntimeError("a body came before its start")
        page = rewritten(self._body, self._lang)
        if _TITLE in self._body and not is_page(self._path):
            page = not_found(self._path, self._lang)
            self._start["status"] = HTTPStatus.NOT_FOUND
        headers = MutableHeaders(scope=self._start)
        headers["content-length"] = str(len(page))
        headers["cache-control"] = "no-store"  # the same address is another page in another language
        for name in ("etag", "last-modified"):
            if name in headers:
                del headers[name]
        await self._send(self._start)
        await self._send({"type": "http.response.body", "body": page})


def rewritten(page: bytes, lang: Language) -> bytes:
    """Streamlit's page with its language right, our script in it, and no script of its own that the policy refuses."""
    page = page.replace(b'<html lang="en">', f'<html lang="{lang}">'.encode())
    page = _INLINE_SCRIPT.sub(b"", page)
    page = _NOSCRIPT.sub(f"<noscript><p>{_WITHOUT_SCRIPT[lang]}</p></noscript>".encode(), page)
    page = page.replace(_TITLE, b"<title>Ansvarskarta</title>")
    return page.replace(b"</head>", f'<script defer src=".{PREFIX}/shell.js"></script></head>'.encode())


def is_page(path: str) -> bool:
    """Whether one of our pages has the path of a request."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return path.strip("/").removeprefix(base).strip("/") in NAMES


def not_found(path: str, lang: Language) -> bytes:
    """A page of its own, without script, that says that there is none with that path, and leads to the search."""
    start = "../" * max(path.strip("/").count("/"), 0) or "./"
    view = View("", lang)
    return rendered("not_found.html", view=view, start=f"{start}{view.href('').removeprefix('./')}").encode()


def _wants_html(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")


def _uncompressed(scope: Scope) -> list[tuple[bytes, bytes]]:
    """The request's headers without those by which the page would come compressed or not at all."""
    left_out = (b"accept-encoding", b"if-none-match", b"if-modified-since")
    return [(name, value) for name, value in scope["headers"] if name.lower() not in left_out]


def _language(scope: Scope) -> Language:
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])
    return Language.EN if asked[-1] == Language.EN else Language.SV
