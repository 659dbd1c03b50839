"""Our own files beside Streamlit's: the script that makes links quick, and the network library that pyvis installs."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

PREFIX = "/_ansvarskarta"
NETWORK_LIBRARY = "vis-network.js"
_STATIC = Path(__file__).resolve().parent.parent / "static"
_CACHED = {"Cache-Control": "no-cache"}
# What a browser may fetch, by name: nothing of a request's path reaches the file system.
_FILES = {
    "shell.js": _STATIC / "shell.js",
    NETWORK_LIBRARY: Path(str(files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js")),
}


def _file(path: Path) -> Route:
    def answer(_request: Request) -> FileResponse:
        return FileResponse(path, media_type="text/javascript", headers=_CACHED)

    name = next(name for name, known in _FILES.items() if known == path)
    return Route(f"{PREFIX}/{name}", answer)


ASSET_ROUTES = [_file(path) for path in _FILES.values()]
