"""One node with its relationships, those that are proposed marked by their confidence."""

from __future__ import annotations

from ansvarskarta.api.door import Visit
from ansvarskarta.graph.content import as_row
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import NODE_TABLE_BY_LABEL
from ansvarskarta.graph.snapshot import look_up, read_content
from starlette.responses import JSONResponse, Response

MOST_RELATIONSHIPS = 1_000
_AROUND = """
MATCH (n:Entity {id: $id})-[r]-(m:Entity)
WHERE type(r) <> 'IN_COUNTY'
WITH type(r) AS type, startNode(r).id AS start, endNode(r).id AS end, r.role AS role, r.valid_from AS valid_from,
  r.valid_to AS valid_to, r.mandate AS mandate, r.document AS document, r.locator AS locator,
  coalesce(r.confidence, 'stated') AS confidence, m.name AS name
RETURN type, start, end, role, valid_from, valid_to, mandate, document, locator, confidence, name
ORDER BY type, start, end, valid_from, role LIMIT $most
"""
RELATIONSHIP = (
    "type",
    "start",
    "end",
    "role",
    "valid_from",
    "valid_to",
    "mandate",
    "document",
    "locator",
    "confidence",
    "other_name",
)


def node(visit: Visit) -> Response:
    """The node's properties by column, and up to a thousand relationships of any day."""
    id_ = visit.request.path_params["id"]
    for name in visit.request.query_params:
        if name not in ("lang", "as_of"):
            raise WrongUse("api.unknown_parameter", name=name)
    known = look_up(visit.graph, [id_])
    if id_ not in known:
        raise WrongUse("api.no_such_node", id=id_)
    table = NODE_TABLE_BY_LABEL[known[id_].label]
    record = read_content(visit.graph, table, [id_])
    row = as_row(table, record.get(id_) or next(iter(record.values())))
    found = visit.graph.read(_AROUND, {"id": id_, "most": MOST_RELATIONSHIPS + 1})
    return JSONResponse(
        {
            "id": id_,
            "label": table.label,
            "properties": {name: value for name, value in row.items() if name != "id"},
            "relationships": [dict(zip(RELATIONSHIP, one, strict=True)) for one in found[:MOST_RELATIONSHIPS]],
            "truncated": len(found) > MOST_RELATIONSHIPS,
            "data_version": visit.version,
            "demonstration": visit.graph.is_demo(),
        }
    )
