"""The rows that refer to a node: all of them, whichever column refers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ansvarskarta.graph.connection import Graph
from ansvarskarta.graph.model import TABLE_BY_NAME, TABLES
from ansvarskarta.graph.references import ids_in
from ansvarskarta.graph.referring import read_referring
from ansvarskarta.graph.snapshot import read_content
from ansvarskarta.loaders.loading import load


def test_every_reference_to_a_node_is_found(
    graph: Graph, tables: Callable[..., Path], world: dict[str, Sequence[Mapping[str, str]]]
) -> None:
    rests = {"document": "document:d"}
    beside = {"id": "municipality:2580", "name": "L", "code": "2580", "county": "county:24", "confidence": "proposed"}
    duties = [{**world["responsible_for"][0], **rests}]
    themes = [{**world["themes"][0], **rests}]
    load(graph, [tables(**{**world, "responsible_for": duties, "themes": themes})], person="prov")
    load(graph, [tables(municipalities=[beside])], person="prov")
    whole = {table.name: read_content(graph, table) for table in TABLES}
    for id_ in ("document:d", "county:25", "county:24", "municipality:2580", "agency:a", "mandate:m", "theme:t"):
        referring = {
            name: {key: record for key, record in content.items() if id_ in ids_in(TABLE_BY_NAME[name], [record])}
            for name, content in whole.items()
        }
        assert read_referring(graph, [id_]) == {name: rows for name, rows in referring.items() if rows}, id_
