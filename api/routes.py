"""Which path leads to what."""

from __future__ import annotations

from ansvarskarta.api import calendar, health, nodes, questions
from ansvarskarta.api.door import GraphOf, door, shared_graph, shared_settings
from ansvarskarta.api.openapi import openapi
from ansvarskarta.api.problems import other_method, unknown_path
from ansvarskarta.api.rate import PER_MINUTE, Rate
from starlette.routing import BaseRoute, Route


def api_routes(graph: GraphOf, *, url: str | None = None, per_minute: int = PER_MINUTE) -> list[BaseRoute]:
    """The routes of the API.

    Args:
        graph: gives the open graph; called at each request.
        url: the public address, for links in calendars.
        per_minute: how many requests one visitor may make in a minute.
    """
    rate = Rate(per_minute)
    return [
        Route("/api/live", health.live, methods=["GET"]),
        Route("/api/ready", health.ready(graph), methods=["GET"]),
        Route("/api/v1/openapi.json", door(openapi, graph, rate, url), methods=["GET"]),
        Route("/api/v1/questions", door(questions.listed, graph, rate, url), methods=["GET"]),
        Route("/api/v1/questions/owners_of", questions.owners_of(graph, rate, url), methods=["GET", "POST"]),
        Route("/api/v1/questions/{id}", door(questions.asked, graph, rate, url), methods=["GET"]),
        Route("/api/v1/nodes/{id:path}", door(nodes.node, graph, rate, url), methods=["GET"]),
        Route("/api/v1/calendar.ics", door(calendar.calendar_file, graph, rate, url), methods=["GET"]),
        Route("/api/{path:path}", unknown_path, methods=["GET"]),
        Route("/api/{path:path}", other_method, methods=["DELETE", "OPTIONS", "PATCH", "POST", "PUT"]),
    ]


routes: list[BaseRoute] = api_routes(shared_graph, url=shared_settings().url)
