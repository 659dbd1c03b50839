"""What every request passes: the rate, the language, the data's version and 304, errors as problem details."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from ansvarskarta.api.problems import problem, problem_of
from ansvarskarta.api.rate import Rate
from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.graph.connection import Graph, open_graph
from ansvarskarta.graph.dates import is_date, today
from ansvarskarta.graph.errors import AnsvarskartaError, WrongUse
from ansvarskarta.graph.settings import Settings
from ansvarskarta.texts import Language
from starlette.requests import Request
from starlette.responses import Response

GraphOf: TypeAlias = Callable[[], Graph]
_opening = threading.Lock()


@cache
def shared_settings() -> Settings:
    """The settings of the environment that the server was started in."""
    return Settings.from_environment()


@cache
def _opened() -> Graph:
    return open_graph(shared_settings())


def shared_graph() -> Graph:
    """The graph that the environment names, opened at the first request and kept."""
    with _opening:
        return _opened()


@dataclass(frozen=True, slots=True)
class Visit:
    """One request with what every endpoint needs of it; ``day`` is the one asked about, today unless given."""

    request: Request
    graph: Graph
    lang: Language
    day: str
    version: str
    url: str | None

    def parameter(self, name: str) -> str | None:
        """A query parameter that may be given once.

        Raises:
            WrongUse: it is given twice.
        """
        values = self.request.query_params.getlist(name)
        if len(values) > 1:
            raise WrongUse("api.given_twice", name=name)
        return values[0] if values else None


Endpoint: TypeAlias = Callable[[Visit], Response]


def door(endpoint: Endpoint, graph: GraphOf, rate: Rate, url: str | None) -> Callable[[Request], Response]:
    """The endpoint as Starlette calls it, in a thread of its own."""

    def enter(request: Request) -> Response:
        lang = language(request)
        wait = rate.wait(request.client.host if request.client else "")
        if wait:
            return problem(429, "api.too_many", lang, headers={"Retry-After": str(wait)})
        return answered(endpoint, request, graph, url)

    return enter


def answered(endpoint: Endpoint, request: Request, graph: GraphOf, url: str | None) -> Response:
    """The endpoint's answer, or that the visitor has it already, or what is wrong."""
    lang = language(request)
    try:
        visit = _visit(request, graph(), url)
        etag = _etag(visit)
        if request.method == "GET" and etag in request.headers.get("if-none-match", "").split(", "):
            response = Response(status_code=304)
        else:
            response = endpoint(visit)
    except AnsvarskartaError as error:
        return problem_of(error, lang)
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "no-cache"
    response.headers["Vary"] = "Accept, Accept-Language"
    response.headers["Content-Language"] = visit.lang.value
    return response


def language(request: Request) -> Language:
    """The language asked for by ``lang``, else the first of ours in Accept-Language, else Swedish."""
    given = request.query_params.get("lang", "")
    wanted = [given, *(part.strip()[:2] for part in request.headers.get("accept-language", "").split(","))]
    known = {language.value: language for language in Language}
    return next((known[one] for one in wanted if one in known), Language.SV)


def _visit(request: Request, graph: Graph, url: str | None) -> Visit:
    given = request.query_params.get("lang")
    if given is not None and given not in {language.value for language in Language}:
        raise WrongUse("api.not_a_language", value=given)
    day = request.query_params.get("as_of")
    if day is not None and not is_date(day):
        raise WrongUse("asking.not_a_date", name="as_of", value=day)
    return Visit(request, graph, language(request), day or today(), str(graph.version()), url)


def _etag(visit: Visit) -> str:
    """Changes with the data, the day where none is given, the product, and what was asked for in which form."""
    asked = (
        str(visit.request.url),
        visit.request.headers.get("accept", ""),
        visit.lang,
        visit.day,
        visit.version,
        PRODUCT_VERSION,
    )
    return 'W/"' + hashlib.sha256("\n".join(asked).encode()).hexdigest()[:32] + '"'
