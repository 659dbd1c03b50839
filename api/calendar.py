"""The calendar as a subscription: everybody's, or one actor's."""

from __future__ import annotations

from ansvarskarta.api.door import Visit
from ansvarskarta.exports.calendar import calendar
from ansvarskarta.exports.stored import stored_content
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import is_a
from ansvarskarta.graph.snapshot import look_up
from starlette.responses import Response


def calendar_file(visit: Visit) -> Response:
    """Reports due, mandates and ownerships that end, of the actor named or of all."""
    for name in visit.request.query_params:
        if name not in ("lang", "actor", "as_of"):
            raise WrongUse("api.unknown_parameter", name=name)
    actor = visit.parameter("actor")
    if actor is not None:
        known = look_up(visit.graph, [actor])
        if actor not in known or not is_a(known[actor].label, "Actor"):
            raise WrongUse("api.no_such_node", id=actor)
    content = stored_content(visit.graph, visit.lang, day=visit.day, url=visit.url)
    return Response(calendar(content, actor), media_type="text/calendar; charset=utf-8")
