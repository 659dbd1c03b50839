"""Which path leads to what."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from ansvarskarta.api import calendar, health, nodes, questions
from ansvarskarta.api.door import GraphOf, door, language, shared_graph, shared_settings
from ansvarskarta.api.openapi import openapi
from ansvarskarta.api.problems import problem
from ansvarskarta.api.rate import PER_MINUTE, Rate
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

_OTHER_METHODS = ("DELETE", "OPTIONS", "PATCH", "POST", "PUT")


def api_routes(graph: GraphOf, *, url: str | None = None, per_minute: int = PER_MINUTE) -> list[BaseRoute]:
    """The routes of the API.

    Args:
        graph: gives the open graph; called at each request.
        url: the public address, for links in calendars.
        per_minute: how many requests one visitor may make in a minute.
    """
    rate = Rate(per_minute)
    known = [
        Route("/api/live", health.live, methods=["GET"]),
        Route("/api/ready", health.ready(graph), methods=["GET"]),
        Route("/api/v1/openapi.json", door(openapi, graph, rate, url), methods=["GET"]),
        Route("/api/v1/questions", door(questions.listed, graph, rate, url), methods=["GET"]),
        Route("/api/v1/questions/owners_of", questions.owners_of(graph, rate, url), methods=["GET", "POST"]),
        Route("/api/v1/questions/{id}", door(questions.asked, graph, rate, url), methods=["GET"]),
        Route("/api/v1/nodes/{id:path}", door(nodes.node, graph, rate, url), methods=["GET"]),
        Route("/api/v1/calendar.ics", door(calendar.calendar_file, graph, rate, url), methods=["GET"]),
        Route("/api/{path:path}", _unknown_path, methods=["GET"]),
    ]
    return [*known, Route("/api/{path:path}", _other_method(known), methods=_OTHER_METHODS)]


async def _unknown_path(request: Request) -> Response:
    """What stands at a path of the API that there is not."""
    return problem(404, "api.no_such_path", language(request))


def _other_method(known: Sequence[Route]) -> Callable[[Request], Awaitable[Response]]:
    """What a method gets that an address of the API does not take."""

    async def refuse(request: Request) -> Response:
        path = f"/api/{request.path_params['path']}"
        taken = next(route.methods for route in known if route.path_regex.match(path)) or set()
        return problem(405, "api.other_method", language(request), headers={"Allow": ", ".join(sorted(taken))})

    return refuse


routes: list[BaseRoute] = api_routes(shared_graph, url=shared_settings().url)
