"""The catalogue over HTTP: its list, one question by address, and ``owners_of`` with a list that is posted."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from ansvarskarta.api.door import GraphOf, Visit, answered, door, language
from ansvarskarta.api.problems import problem, problem_of
from ansvarskarta.api.rate import MOST_BYTES, MOST_IDS, Rate
from ansvarskarta.exports.answers import answer_csv
from ansvarskarta.graph.dates import is_date
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.queries import Answer, ParameterKind, Question, ask, catalogue
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

OURS = ("as_of", "lang", "format", "page", "page_size")
"""Query parameters that are not the question's."""
PAGE_SIZE, MOST_PAGE_SIZE, MOST_PAGES = 1_000, 10_000, 1_000_000
FORMATS = ("json", "csv")
SAYS_SOMETHING = r"[^\s;,]"
"""What every entry of a list has to hold, as a regular expression of Python's and of JSON Schema's."""


def listed(visit: Visit) -> Response:
    """Every question with its title, meaning, parameters, columns and address."""
    return JSONResponse({"questions": [_described(one, visit) for one in catalogue().values()]})


def asked(visit: Visit) -> Response:
    """One question's answer, page by page, as JSON or CSV."""
    question = visit.request.path_params.get("id", "owners_of")
    known = catalogue().get(question)
    given: dict[str, object] = {}
    for name in visit.request.query_params:
        if name not in OURS:
            is_list = known is not None and _is_list(known, name)
            values = visit.request.query_params.getlist(name)
            given[name] = values if is_list and len(values) > 1 else visit.parameter(name)
            if given[name] == "" or (is_list and not all(re.search(SAYS_SOMETHING, value) for value in values)):
                raise WrongUse("api.empty", name=name)
    return _answer(visit, question, given)


def owners_of(graph: GraphOf, rate: Rate, url: str | None) -> Callable[[Request], Awaitable[Response]]:
    """``owners_of``, by address as any question, or with a JSON object that is posted: ``ids`` and maybe ``as_of``."""
    by_address = door(asked, graph, rate, url)

    async def enter(request: Request) -> Response:
        if request.method != "POST":
            return await run_in_threadpool(by_address, request)
        lang = language(request)
        wait = rate.wait(request.client.host if request.client else "")
        if wait:
            return problem(429, "api.too_many", lang, headers={"Retry-After": str(wait)})
        try:
            ids, day = await _body(request)
        except WrongUse as error:
            return problem_of(error, lang)

        def answer(visit: Visit) -> Response:
            return _answer(visit if day is None else replace(visit, day=day), "owners_of", {"ids": ids})

        return await run_in_threadpool(answered, answer, request, graph, url)

    return enter


async def _body(request: Request) -> tuple[list[str], str | None]:
    """The list that was posted, and the day where one was.

    Raises:
        WrongUse: it is too large, no JSON, or of another form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise WrongUse("api.wrong_media_type")
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > MOST_BYTES:
            raise WrongUse("api.too_large", most=MOST_BYTES)
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise WrongUse("api.not_json") from error
    if not isinstance(body, dict) or not {"ids"} <= set(body) <= {"ids", "as_of"}:
        raise WrongUse("api.wrong_body")
    ids, day = body["ids"], body.get("as_of")
    if not isinstance(ids, list) or not ids or not all(isinstance(one, str) and one.strip() for one in ids):
        raise WrongUse("api.wrong_body")
    if len(ids) > MOST_IDS:
        raise WrongUse("api.too_many_ids", most=MOST_IDS)
    if "as_of" in body and not (isinstance(day, str) and is_date(day)):
        raise WrongUse("asking.not_a_date", name="as_of", value=day)
    return ids, day


def _answer(visit: Visit, question: str, given: Mapping[str, object]) -> Response:
    form = _form(visit)
    number, size = _number(visit, "page", 1, MOST_PAGES), _number(visit, "page_size", PAGE_SIZE, MOST_PAGE_SIZE)
    answer = ask(visit.graph, question, given, as_of=visit.day, lang=visit.lang)
    rows = answer.rows[(number - 1) * size : number * size]
    headers = _links(visit, number, size, len(answer.rows)) | _context(answer)
    if form == "csv":
        content = answer_csv(answer.columns, rows)
        return Response(content, media_type="text/csv; charset=utf-8; header=present", headers=headers)
    pages = max(-(-len(answer.rows) // size), 1)
    page = {"page": number, "page_size": size, "pages": pages, "rows": len(answer.rows)}
    return JSONResponse({**answer.as_json(), "rows": rows, "paging": page}, headers=headers)


def _context(answer: Answer) -> dict[str, str]:
    """What a CSV has no room for: the day, the data's version, and whether demonstration data is in it."""
    headers = {"X-As-Of": answer.as_of, "X-Data-Version": answer.data_version}
    return headers | ({"X-Demonstration-Data": "true"} if answer.is_demo else {})


def _form(visit: Visit) -> str:
    given = visit.parameter("format")
    if given is not None:
        if given not in FORMATS:
            raise WrongUse("api.not_a_format", value=given)
        return given
    accept = visit.request.headers.get("accept", "")
    return "csv" if "text/csv" in accept and "application/json" not in accept else "json"


def _number(visit: Visit, name: str, default: int, most: int) -> int:
    given = visit.parameter(name)
    if given is None:
        return default
    if not (given.isascii() and given.isdecimal() and len(given) < 10 and 1 <= int(given) <= most):
        raise WrongUse("api.not_a_page", name=name, value=given, most=most)
    return int(given)


def _links(visit: Visit, number: int, size: int, rows: int) -> dict[str, str]:
    """Where the pages beside this one are (RFC 8288); how many rows there are in all."""
    others = {"prev": number - 1} if number > 1 else {}
    if number * size < rows:
        others["next"] = number + 1
    asked_for = [(name, value) for name, value in visit.request.query_params.multi_items() if name != "page"]
    links = [
        f'<{visit.request.url.path}?{urlencode([*asked_for, ("page", str(page))])}>; rel="{rel}"'
        for rel, page in others.items()
    ]
    return {"X-Total-Count": str(rows)} | (
        {"Link": ", ".join(links)} if links and visit.request.method == "GET" else {}
    )


def _is_list(question: Question, name: str) -> bool:
    parameter = question.parameter(name)
    return parameter is not None and parameter.kind is ParameterKind.LIST


def _described(question: Question, visit: Visit) -> dict[str, object]:
    lang = visit.lang
    return {
        "id": question.id,
        "group": question.group,
        "title": question.title.in_(lang),
        "meaning": question.meaning.in_(lang),
        "href": f"/api/v1/questions/{question.id}",
        "parameters": [
            {
                "name": one.name,
                "kind": one.kind.value,
                "required": one.required,
                "description": one.description.in_(lang),
            }
            for one in question.parameters
        ],
        "columns": [
            {"name": one.name, "kind": one.kind.value, "description": one.description.in_(lang)}
            for one in question.columns
        ],
    }
