"""Whether the process lives, and whether it can answer: for whoever watches it."""

from __future__ import annotations

from collections.abc import Callable

from ansvarskarta.api.door import GraphOf, language
from ansvarskarta.api.problems import problem_of
from ansvarskarta.graph.errors import AnsvarskartaError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response


async def live(_: Request) -> Response:
    """The process answers."""
    return JSONResponse({"status": "live"}, headers={"Cache-Control": "no-store"})


def ready(graph: GraphOf) -> Callable[[Request], Response]:
    """The database answers too, with the version of its data."""

    def look(request: Request) -> Response:
        try:
            version = str(graph().version())
        except AnsvarskartaError as error:
            return problem_of(error, language(request))
        return JSONResponse({"status": "ready", "data_version": version}, headers={"Cache-Control": "no-store"})

    return look
