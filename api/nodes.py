"""One node with its relationships: of all days, those that are proposed marked by their confidence, or of one."""

from __future__ import annotations

from ansvarskarta.api.door import Visit
from ansvarskarta.graph.content import as_row
from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.graph.model import NODE_TABLE_BY_LABEL
from ansvarskarta.graph.snapshot import look_up, read_content
from ansvarskarta.queries.around import around
from ansvarskarta.queries.notes import notes
from starlette.responses import JSONResponse, Response


def node(visit: Visit) -> Response:
    """The node's properties by column, and up to a thousand relationships, of any day unless one is asked for."""
    id_ = visit.request.path_params["id"]
    for name in visit.request.query_params:
        if name not in ("lang", "as_of"):
            raise WrongUse("api.unknown_parameter", name=name)
    known = look_up(visit.graph, [id_]).get(id_)
    record = read_content(visit.graph, NODE_TABLE_BY_LABEL[known.label], [id_]) if known else {}
    if not (known and record):
        raise WrongUse("api.no_such_node", id=id_)
    row = as_row(NODE_TABLE_BY_LABEL[known.label], record.get(id_) or next(iter(record.values())))
    as_of = visit.parameter("as_of")
    found = around(visit.graph, id_, as_of, visit.lang)
    notice = notes(visit.graph, visit.graph.state(), as_of, visit.lang)
    return JSONResponse(
        {
            "id": id_,
            "label": known.label,
            "as_of": as_of,
            "properties": {name: value for name, value in row.items() if name != "id"},
            "relationships": found.relationships,
            "truncated": found.truncated,
            "data_version": visit.version,
            **({"notice": notice} if notice else {}),
        }
    )
