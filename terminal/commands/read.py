"""``read``: what decisions say, each value with the words that it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ansvarskarta.graph.errors import BadInput
from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Cell, Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.loaders.decisions import Reading

COLUMNS = ("file", "field", "value", "page", "paragraph", "quote", "certainty", "rule")


def run(context: Context) -> Result:
    """Reads each file; one that can't be read is told, keeps no other from being read, and makes the exit code 3."""
    from ansvarskarta.loaders.decisions import read_document

    paths = context.values("files")
    readings: list[Reading] = []
    with context.progress() as progress:
        for number, path in enumerate(paths):
            progress("read", number, len(paths))
            try:
                readings.append(read_document(Path(path)))
            except BadInput as error:
                if len(paths) == 1:
                    raise
                context.report(error)
    rows: list[dict[str, Cell]] = [
        {"file": reading.document, **evidence.as_json()} for reading in readings for evidence in reading.evidence
    ]
    return Result(
        json=readings[0].as_json() if len(paths) == 1 else None,
        json_lines=tuple(reading.as_json() for reading in readings) if len(paths) > 1 else (),
        sheets=(Sheet(COLUMNS, rows),),
        exit_code=BadInput.exit_code if len(readings) < len(paths) else 0,
    )


COMMAND = Command(
    name="read",
    group=Group.FILL,
    summary=Words("Läs beslut och visa vad de säger.", "Read decisions and show what they say."),
    detail=Words(
        "Varje uppgift visas med sida, stycke och de ord som den vilar på. Inget gissas: det som inte står i beslutet "
        "är tomt. Inget läses in i databasen. PDF, DOCX, HTML, Markdown och text kan läsas; en inskannad PDF behöver "
        "textigenkänning först.",
        "Each fact is shown with page, paragraph and the words that it rests on. Nothing is guessed: what the decision "
        "does not say is empty. Nothing is loaded into the database. PDF, DOCX, HTML, Markdown and text can be read; a "
        "scanned PDF needs text recognition first.",
    ),
    options=(
        Option(
            ("files",),
            Words("Beslut att läsa.", "Decisions to read."),
            Words("FIL", "FILE"),
            form=Form.FILE,
            many=True,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta read beslut.pdf --format json",
            Words("Skriver vad beslutet säger som ett JSON-objekt.", "Writes what the decision says as a JSON object."),
        ),
    ),
    rows=True,
    run=run,
)
