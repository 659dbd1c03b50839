"""``ro-crate-metadata.json`` (RO-Crate 1.2): what the package is, who made it of what, and every file in it."""

from __future__ import annotations

import hashlib
import json
import mimetypes
from pathlib import Path

from ansvarskarta.exports.about import PRODUCT_VERSION
from ansvarskarta.exports.facts import Facts
from ansvarskarta.exports.handover.asked import Asked

NAME = "ro-crate-metadata.json"
_TYPES = {
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".graphml": "application/graphml+xml",
    ".gexf": "application/gexf+xml",
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".cypher": "text/plain",
    ".md": "text/markdown",
    ".sh": "text/x-shellscript",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def crate(facts: Facts, asked: Asked, folder: Path) -> None:
    """Writes the metadata of all files that are in the folder by now."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    entities = [_file(path, folder) for path in files]
    sources: list[dict[str, object]] = [
        {"@id": id_, "@type": "CreativeWork", **_described(facts, id_)} for id_ in sorted(facts.sources)
    ]
    graph = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.2"},
            "about": {"@id": "./"},
        },
        _root(facts, asked, entities, sources),
        _action(facts, asked, entities, sources),
        {"@id": "#ansvarskarta", "@type": "SoftwareApplication", "name": "Ansvarskarta", "version": PRODUCT_VERSION},
        {"@id": "#maker", "@type": "Organization", "name": facts.name(asked.actor) or facts.name(asked.mandate)},
        *entities,
        *sources,
    ]
    said = {"@context": "https://w3id.org/ro/crate/1.2/context", "@graph": graph}
    (folder / NAME).write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _root(
    facts: Facts, asked: Asked, files: list[dict[str, object]], sources: list[dict[str, object]]
) -> dict[str, object]:
    about = facts.content.about
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": facts.text("handover.title", who=facts.name(asked.actor) or facts.name(asked.mandate)),
        "description": " ".join(about.sentences()),
        "datePublished": asked.date,
        "license": facts.text("handover.no_licence"),
        "version": about.data_version,
        "inLanguage": facts.lang.value,
        "hasPart": [{"@id": one["@id"]} for one in files],
        "citation": [{"@id": one["@id"]} for one in sources],
        "mentions": {"@id": "#made"},
    }


def _action(
    facts: Facts, asked: Asked, files: list[dict[str, object]], sources: list[dict[str, object]]
) -> dict[str, object]:
    return {
        "@id": "#made",
        "@type": "CreateAction",
        "name": facts.text("handover.subtitle", day=facts.day(asked.date)),
        "endTime": facts.content.about.moment,
        "agent": {"@id": "#maker"},
        "instrument": {"@id": "#ansvarskarta"},
        "object": [{"@id": one["@id"]} for one in sources],
        "result": [{"@id": one["@id"]} for one in files],
    }


def _file(path: Path, folder: Path) -> dict[str, object]:
    raw = path.read_bytes()
    media = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return {
        "@id": path.relative_to(folder).as_posix().replace(" ", "%20"),
        "@type": "File",
        "name": path.name,
        "contentSize": str(len(raw)),
        "encodingFormat": media,
        "sha256": hashlib.sha256(raw).hexdigest(),
    }


def _described(facts: Facts, id_: str) -> dict[str, str]:
    source = facts.sources[id_]
    said = {"name": source.title, "url": source.url, "datePublished": source.published}
    return {name: value for name, value in said.items() if value}
