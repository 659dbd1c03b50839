"""The file of a backup: a ZIP of JSON lines, one part for each kind of node and relationship, the same for all engines.

``manifest.json`` says what made it, and each part's count and SHA-256. A line of a node is the object of its
properties; a line of a relationship is the list of its start's id, its end's id and the object of its properties.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from ansvarskarta.graph.errors import BadInput
from ansvarskarta.graph.model import NODE_TABLES, RELATIONSHIP_TABLES
from ansvarskarta.graph.schema import DERIVED_TYPES, META_LABELS, SCHEMA

FORM = 1
"""The form of the file that this version writes; a higher one was made by a later version."""

MANIFEST = "manifest.json"
BATCH = 2_000
_LONGEST_LINE = 100_000_000
_LABELS = {*(frozenset(table.labels) for table in NODE_TABLES), *(frozenset((label,)) for label in META_LABELS)}
_TYPES = {*(table.type for table in RELATIONSHIP_TABLES), *DERIVED_TYPES}


class Kind(StrEnum):
    """What a part holds."""

    NODES = "nodes"
    RELATIONSHIPS = "relationships"


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the archive: nodes of these very labels, or relationships of one type."""

    kind: Kind
    names: tuple[str, ...]
    count: int
    sha256: str

    @property
    def file(self) -> str:
        """Its name in the archive."""
        return part_file(self.kind, self.names)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is. ``number`` is the data's version when it was made; ``made_at`` is in UTC."""

    form: int
    product: str
    schema: int
    engine: str
    made_at: str
    number: int
    demo: bool
    loaded_at: str | None
    parts: tuple[Part, ...]

    @property
    def rows(self) -> int:
        """How many nodes and relationships it holds, the change record included."""
        return sum(part.count for part in self.parts)

    def as_json(self) -> str:
        """The text of ``manifest.json``."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def part_file(kind: Kind, names: tuple[str, ...]) -> str:
    """The name of a part's file in the archive."""
    return f"{kind}/{'-'.join(names)}.jsonl"


def verified(path: Path) -> Manifest:
    """What a backup is, once all of it was read and found whole.

    Raises:
        BadInput: it is no backup, is damaged, or a later version made it.
    """
    manifest = _manifest(path)
    for part in manifest.parts:
        digest, count = hashlib.sha256(), 0
        for line in _lines(path, part):
            digest.update(line)
            count += 1
        if (digest.hexdigest(), count) != (part.sha256, part.count):
            raise BadInput("backup.damaged", file=path, part=part.file)
    return manifest


def batches(path: Path, part: Part) -> Iterator[list[object]]:
    """The rows of a part, in batches; see the module for their form.

    Raises:
        BadInput: it is damaged.
    """
    batch: list[object] = []
    for line in _lines(path, part):
        try:
            batch.append(json.loads(line))
        except ValueError as error:
            raise BadInput("backup.damaged", file=path, part=part.file) from error
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _lines(path: Path, part: Part) -> Iterator[bytes]:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(part.file) as file:
            while line := file.readline(_LONGEST_LINE):
                if not line.endswith(b"\n"):
                    raise BadInput("backup.damaged", file=path, part=part.file)
                yield line
    except (OSError, EOFError, KeyError, zipfile.BadZipFile, zipfile.LargeZipFile, ValueError) as error:
        raise BadInput("backup.damaged", file=path, part=part.file) from error


def _manifest(path: Path) -> Manifest:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(MANIFEST) as file:
            facts = json.loads(file.read(_LONGEST_LINE))
        if facts["form"] > FORM or facts["schema"] > SCHEMA:
            raise BadInput("backup.newer", file=path, product=str(facts["product"]))
        manifest = Manifest(
            form=facts["form"],
            product=str(facts["product"]),
            schema=facts["schema"],
            engine=str(facts["engine"]),
            made_at=str(facts["made_at"]),
            number=int(facts["number"]),
            demo=bool(facts["demo"]),
            loaded_at=None if facts["loaded_at"] is None else str(facts["loaded_at"]),
            parts=tuple(
                Part(Kind(part["kind"]), tuple(part["names"]), int(part["count"]), str(part["sha256"]))
                for part in facts["parts"]
            ),
        )
    except FileNotFoundError as error:
        raise BadInput("backup.missing", file=path) from error
    except (OSError, EOFError, KeyError, TypeError, AttributeError, ValueError, zipfile.BadZipFile) as error:
        raise BadInput("backup.no_backup", file=path) from error
    for part in manifest.parts:
        if not is_ours(part.kind, part.names):
            raise BadInput("backup.foreign", file=path, part=part.file)
    return manifest


def is_ours(kind: Kind, names: tuple[str, ...]) -> bool:
    """Whether these are labels, or is this a type, of the model or of the product's own nodes."""
    if kind is Kind.NODES:
        return frozenset(names) in _LABELS
    return len(names) == 1 and names[0] in _TYPES
