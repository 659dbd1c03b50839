"""The web pages as a process: whether a port is free, the server itself, and when it answers.

The server runs in this very process, so that nothing is left behind when it is killed.
"""

from __future__ import annotations

import runpy
import signal
import socket
import sys
import threading
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from ansvarskarta.graph.errors import WrongUse

ROOT = Path(__file__).resolve().parent.parent
APP, CONFIG = ROOT / "app.py", ROOT / ".streamlit" / "config.toml"
WAIT_SECONDS = 60.0
_PAUSE = 0.05
_PORTS_TRIED = 50


def url(host: str, port: int) -> str:
    """The address to type in a browser on this machine."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (compared with, not bound to)
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"


def require_free(host: str, port: int) -> None:
    """Makes sure that the port can be listened on.

    Raises:
        WrongUse: it is taken, and says which one is free; or the host is not this machine's.
    """
    if not _is_free(host, port):
        following = range(port + 1, min(port + _PORTS_TRIED, 65_536))
        free = next((other for other in following if _is_free(host, other)), None)
        if free is None:
            raise WrongUse("terminal.host_unusable", host=host, port=port)
        raise WrongUse("terminal.port_taken", port=port, free=free)


def _is_free(host: str, port: int) -> bool:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if sys.platform != "win32":
                # A server that ended a moment ago does not keep its port; on Windows this would share it instead.
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError:
        return False
    return True


def import_meanwhile() -> None:
    """Imports what serves the pages in a thread of its own: a second's work, while others wait for the database."""
    threading.Thread(target=lambda: import_module("streamlit.web.cli"), name="import", daemon=True).start()


def serve(host: str, port: int, when_ready: Callable[[], None]) -> None:
    """Serves the pages until interrupted or told to end. ``when_ready`` is called once they answer."""
    stopped = threading.Event()
    watch = threading.Thread(target=_call_when_ready, args=(url(host, port), when_ready, stopped), daemon=True)
    sys.argv = ["streamlit", "run", str(APP), *(f"--{name}={value}" for name, value in _settings(host, port))]
    for number in (signal.SIGINT, signal.SIGTERM):
        # The server raises the signal again once it has closed, and Streamlit's way with that is no calm end.
        signal.signal(number, _end)
    watch.start()
    try:
        runpy.run_module("streamlit", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if ended.code:
            raise
    finally:
        stopped.set()
        watch.join()


def _settings(host: str, port: int) -> Iterator[tuple[str, str]]:
    """The pages' settings: Streamlit itself would look for their file in the folder that we were started from."""
    for section, values in tomllib.loads(CONFIG.read_text(encoding="utf-8")).items():
        for name, value in values.items():
            yield f"{section}.{name}", str(value).lower() if isinstance(value, bool) else str(value)
    yield "server.address", host
    yield "server.port", str(port)
    # It would greet with this machine's public address, and ask a foreign host for it.
    yield "logger.hideWelcomeMessage", "true"


def _end(_number: int, _frame: object) -> NoReturn:
    sys.exit(0)


def _call_when_ready(address: str, when_ready: Callable[[], None], stopped: threading.Event) -> None:
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end and not stopped.wait(_PAUSE):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310 (our own address)
                when_ready()
                return
        except (urllib.error.URLError, OSError):
            continue
