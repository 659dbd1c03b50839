"""Requests made from the OpenAPI document, good ones and bad ones, each answered as the document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
import schemathesis
from ansvarskarta.api import api_routes
from ansvarskarta.api.openapi import document
from ansvarskarta.graph.connection import Graph
from ansvarskarta.loaders.demonstration import demonstration
from ansvarskarta.loaders.loading import load
from ansvarskarta.texts import Language
from api_server import served
from engines import wipe
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

PATHS = cast("dict[str, dict[str, dict[str, object]]]", document(Language.EN)["paths"])
OPERATIONS = [(path, method) for path, methods in PATHS.items() for method in methods]
# What is too long to be read is refused as that: 413, which is not among the statuses that count by default.
REFUSED = ["400", "404", "405", "406", "409", "413", "415", "422"]
CHECKS = {"checks": {"negative_data_rejection": {"expected-statuses": REFUSED}}}
EXAMPLES = settings(
    max_examples=6, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module")
def described(embedded: Graph) -> Iterator[str]:
    """The API over one engine: what it says of itself is the same on both."""
    wipe(embedded)
    load(embedded, [demonstration()], person="test")
    with served(api_routes(lambda: embedded, per_minute=1_000_000)) as address:
        yield address


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=str)
def test_every_answer_is_as_described(path: str, method: str, mode: GenerationMode, described: str) -> None:
    schema = schemathesis.openapi.from_dict(document(Language.EN), config=SchemathesisConfig.from_dict(CHECKS))
    operation = schema[path][method.upper()]
    if mode is GenerationMode.NEGATIVE and not PATHS[path][method]["parameters"]:
        return  # nothing can be given wrong where nothing can be given

    @EXAMPLES
    @given(case=operation.as_strategy(generation_mode=mode))
    def answer(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(base_url=described, timeout=60)

    answer()
