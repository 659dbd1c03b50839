"""The OpenAPI 3.1 document, made from the catalogue, so that it can't say anything else than the API does."""

from __future__ import annotations

from ansvarskarta.api.door import Visit
from ansvarskarta.api.problems import MEDIA_TYPE
from ansvarskarta.api.questions import FORMATS, MOST_PAGE_SIZE, MOST_PAGES, PAGE_SIZE, SAYS_SOMETHING
from ansvarskarta.api.rate import MOST_IDS
from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.queries import AnswerColumn, ColumnKind, Parameter, ParameterKind, Question, catalogue
from ansvarskarta.queries.around import RELATIONSHIP
from ansvarskarta.texts import Language, text
from starlette.responses import JSONResponse, Response

Schema = dict[str, object]

_ID = "^[a-z_]+:[^\\s;:|]+$"
_COLUMNS: dict[ColumnKind, Schema] = {
    ColumnKind.INTEGER: {"type": ["integer", "null"]},
    ColumnKind.NUMBER: {"type": ["number", "null"]},
    ColumnKind.BOOLEAN: {"type": ["boolean", "null"]},
    ColumnKind.IDS: {"type": "array", "items": {"type": "string"}},
    ColumnKind.SEQUENCE: {"type": "array", "items": {"type": "string"}},
    ColumnKind.OBJECTS: {"type": "array", "items": {"type": "object"}},
}
_NOTICE: Schema = {"type": "array", "items": {"type": "string"}}
_PROBLEM: Schema = {
    "type": "object",
    "required": ["type", "status", "title", "detail", "code"],
    "properties": {
        "type": {"type": "string"},
        "status": {"type": "integer"},
        "title": {"type": "string"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
    },
}


def openapi(visit: Visit) -> Response:
    """The document, in the visitor's language."""
    return JSONResponse(document(visit.lang))


def document(lang: Language) -> Schema:
    """The document."""
    paths: dict[str, Schema] = {
        "/api/v1/questions": {
            "get": _operation("questions", text("api.questions", lang), [_lang(lang)], _json({"type": "object"}))
        }
    }
    for question in catalogue().values():
        paths[f"/api/v1/questions/{question.id}"] = {"get": _question(question, lang)}
    paths["/api/v1/questions/owners_of"]["post"] = _posted(catalogue()["owners_of"], lang)
    paths["/api/v1/nodes/{id}"] = {"get": _node(lang)}
    paths["/api/v1/calendar.ics"] = {"get": _calendar(lang)}
    paths["/api/v1/openapi.json"] = {
        "get": _operation("openapi", text("api.openapi", lang), [_lang(lang)], _json({"type": "object"}))
    }
    for name in ("live", "ready"):
        paths[f"/api/{name}"] = {"get": _operation(name, text(f"api.{name}", lang), [], _json({"type": "object"}))}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Ansvarskarta", "version": PRODUCT_VERSION, "description": text("api.about", lang)},
        "paths": paths,
        "components": {"schemas": {"Problem": _PROBLEM}},
    }


def _operation(id_: str, summary: str, parameters: list[Schema], content: Schema) -> Schema:
    return {
        "operationId": id_,
        "summary": summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": summary, "content": content},
            **{status: _wrong() for status in ("400", "404", "429", "503")},
        },
    }


def _wrong() -> Schema:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": "RFC 9457", "content": {MEDIA_TYPE: {"schema": schema}}}


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


def _question(question: Question, lang: Language) -> Schema:
    parameters = [_parameter(one, lang) for one in question.parameters]
    common = [_as_of(lang), _lang(lang), *_paging(lang), _format(lang)]
    content = {**_json(_answer(question, lang)), "text/csv": {"schema": {"type": "string"}}}
    made = _operation(question.id, question.title.in_(lang), [*parameters, *common], content)
    said = [question.meaning.in_(lang)]
    for kind, names in (("one_of", question.one_of), ("any_of", question.any_of)):
        if names:
            said.append(text(f"api.{kind}", lang, names=", ".join(names)))
    if question.one_of or question.any_of:
        made["responses"] = {**_responses(made), "409": _wrong()}
    return {**made, "description": " ".join(said), "tags": [question.group]}


def _posted(question: Question, lang: Language) -> Schema:
    ids = {"type": "array", "items": {"type": "string", "pattern": "\\S"}, "minItems": 1, "maxItems": MOST_IDS}
    day = {"type": "string", "format": "date"}
    body = {
        "type": "object",
        "required": ["ids"],
        "properties": {"ids": ids, "as_of": day},
        "additionalProperties": False,
    }
    content = {**_json(_answer(question, lang)), "text/csv": {"schema": {"type": "string"}}}
    common = [_as_of(lang), _lang(lang), *_paging(lang), _format(lang)]
    made = _operation("post_owners_of", question.title.in_(lang), common, content)
    responses = {**_responses(made), "413": _wrong(), "415": _wrong()}
    return {**made, "requestBody": {"required": True, "content": _json(body)}, "responses": responses}


def _responses(operation: Schema) -> Schema:
    found = operation["responses"]
    return found if isinstance(found, dict) else {}


def _answer(question: Question, lang: Language) -> Schema:
    columns = {column.name: _column(column, lang) for column in question.columns}
    row = {"type": "object", "required": list(columns), "properties": columns, "additionalProperties": False}
    properties: Schema = {
        "question": {"const": question.id},
        "as_of": {"type": "string", "format": "date"},
        "parameters": {"type": "object"},
        "of": {"type": ["integer", "null"]},
        "truncated": {"type": "boolean"},
        "columns": {"const": list(question.column_names)},
        "rows": {"type": "array", "items": row},
        "data_version": {"type": "string"},
        "paging": {"type": "object"},
    }
    return _noticed(properties)


def _noticed(properties: Schema) -> Schema:
    """An object with all of these, and a notice where there is something to notice."""
    return {"type": "object", "required": list(properties), "properties": {**properties, "notice": _NOTICE}}


def _column(column: AnswerColumn, lang: Language) -> Schema:
    return {**_COLUMNS.get(column.kind, {"type": ["string", "null"]}), "description": column.description.in_(lang)}


def _parameter(parameter: Parameter, lang: Language) -> Schema:
    match parameter.kind:
        case ParameterKind.ID:
            schema: Schema = {"type": "string", "pattern": _ID}
        case ParameterKind.INTEGER:
            schema = {"type": "integer", "minimum": parameter.least or 0, "maximum": 999_999_999}
        case ParameterKind.DATE:
            schema = {"type": "string", "format": "date"}
        case ParameterKind.CHOICE:
            schema = {"type": "string", "enum": list(parameter.choices)}
        case ParameterKind.LIST:
            schema = {"type": "array", "items": {"type": "string", "pattern": SAYS_SOMETHING}, "minItems": 1}
        case _:
            schema = {"type": "string", "pattern": "\\S"}
    if isinstance(parameter.default, int):
        schema["default"] = parameter.default
    return _query(parameter.name, parameter.description.in_(lang), schema, required=parameter.required)


def _query(name: str, description: str, schema: Schema, *, required: bool = False) -> Schema:
    return {"name": name, "in": "query", "description": description, "required": required, "schema": schema}


def _as_of(lang: Language) -> Schema:
    return _query("as_of", text("api.as_of", lang), {"type": "string", "format": "date"})


def _lang(lang: Language) -> Schema:
    return _query("lang", text("api.lang", lang), {"type": "string", "enum": [one.value for one in Language]})


def _format(lang: Language) -> Schema:
    return _query("format", text("api.format", lang), {"type": "string", "enum": list(FORMATS)})


def _paging(lang: Language) -> list[Schema]:
    page: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_PAGES, "default": 1}
    size: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_PAGE_SIZE, "default": PAGE_SIZE}
    return [_query("page", text("api.page", lang), page), _query("page_size", text("api.page_size", lang), size)]


def _node(lang: Language) -> Schema:
    id_: Schema = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": _ID}}
    day = _query("as_of", text("api.node_as_of", lang), {"type": "string", "format": "date"})
    relationship = {"type": "object", "required": list(RELATIONSHIP)}
    properties: Schema = {
        "id": {"type": "string"},
        "label": {"type": "string"},
        "as_of": {"type": ["string", "null"], "format": "date"},
        "properties": {"type": "object"},
        "relationships": {"type": "array", "items": relationship},
        "truncated": {"type": "boolean"},
        "data_version": {"type": "string"},
    }
    return _operation("node", text("api.node", lang), [id_, _lang(lang), day], _json(_noticed(properties)))


def _calendar(lang: Language) -> Schema:
    actor = _query("actor", text("api.actor", lang), {"type": "string", "pattern": _ID})
    content: Schema = {"text/calendar": {"schema": {"type": "string"}}}
    return _operation("calendar", text("api.calendar", lang), [actor, _lang(lang), _as_of(lang)], content)
