"""Real sessions of the pages without a browser: each opens a WebSocket, asks for pages, and reads until they are whole.

What a visitor's own machine would draw is left out; what the server does for a visitor is all there.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.report import Timings

_LATEST = 120.0  # seconds after which a page has failed


@dataclass(frozen=True)
class _Shown:
    """One page that a visitor was shown: the seconds that it took, and whether it came whole."""

    seconds: float
    is_whole: bool


def clicking(name: str, site: str, addresses: Sequence[str], visitors: int, count: int) -> Timings:
    """So many visitors, each with a page of its own, who all click in the same moment; so many times."""
    shown = asyncio.run(_all(site, addresses, visitors, count))
    timings = Timings(f"{visitors} visitors who click at once, {name}")
    for one in shown:
        timings.add("a page", one.seconds)
    failed = sum(not one.is_whole for one in shown)
    timings.notes.append(f"{len(shown)} pages over WebSocket, a session each visitor; {failed} failed.")
    return timings


async def _all(site: str, addresses: Sequence[str], visitors: int, count: int) -> list[_Shown]:
    stream = f"{site.replace('http', 'ws', 1)}/_stcore/stream"
    every = [connect(stream, subprotocols=["streamlit"], origin=site, max_size=None) for _ in range(visitors)]
    opened = [await one for one in every]
    shown: list[_Shown] = []
    try:
        for address in addresses:  # what everybody has seen is remembered
            await _shown(opened[0], address)
        for turn in range(count):
            asked = [addresses[(turn + index) % len(addresses)] for index in range(visitors)]
            shown += await asyncio.gather(*(_shown(*pair) for pair in zip(opened, asked, strict=True)))
    finally:
        for one in opened:
            await one.close()
    return shown


async def _shown(session: ClientConnection, address: str) -> _Shown:
    """Asks for one page, and reads what comes until it is whole."""
    parts = urlsplit(address)
    wish = BackMsg()
    wish.rerun_script.page_name = parts.path.strip("/")
    wish.rerun_script.query_string = parts.query
    begin = time.perf_counter()
    await session.send(wish.SerializeToString())
    is_whole = True
    try:
        async with asyncio.timeout(_LATEST):
            while True:
                message = ForwardMsg.FromString(await session.recv(decode=False))
                if message.WhichOneof("type") == "script_finished":
                    return _Shown(time.perf_counter() - begin, is_whole and not message.script_finished)
                is_whole = is_whole and not message.delta.new_element.HasField("exception")
    except TimeoutError:
        return _Shown(_LATEST, is_whole=False)
