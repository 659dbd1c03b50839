"""Errors as RFC 9457 problem details, in the visitor's language."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ansvarskarta.graph.errors import AnsvarskartaError, DatabaseUnavailable
from ansvarskarta.texts import Language, text
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
_NOT_FOUND = {"asking.unknown_question", "asking.unknown_id", "api.no_such_node", "api.no_such_path"}
_STATUS = {
    "api.too_large": 413,
    "api.wrong_media_type": 415,
    # Each parameter is well-formed, but together they don't make a question: OpenAPI can't say so beforehand.
    "asking.one_of": 409,
    "asking.any_of": 409,
}


def problem_of(error: AnsvarskartaError, lang: Language) -> Response:
    """The problem that an error is to a visitor."""
    if error.code in _NOT_FOUND:
        status = 404
    elif isinstance(error, DatabaseUnavailable):
        status = 503
    else:
        status = _STATUS.get(error.code, 400)
    headers = {"Retry-After": "10"} if status == 503 else {}
    return _response(status, error.code, error.message(lang), error.hint(lang), headers)


def problem(status: int, code: str, lang: Language, *, headers: Mapping[str, str] | None = None) -> Response:
    """A problem that is no error of ours."""
    return _response(status, code, text(f"errors_{code}", lang), text(f"errors_{code}_hint", lang), headers or {})


def _response(status: int, code: str, message: str, hint: str, headers: Mapping[str, str]) -> Response:
    said = {"type": f"urn:ansvarskarta:{code}", "status": status, "title": message, "detail": hint, "code": code}
    content = json.dumps(said, ensure_ascii=False)
    return Response(content, status_code=status, media_type=MEDIA_TYPE, headers=dict(headers))
