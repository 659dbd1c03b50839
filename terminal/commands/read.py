"""``read``: decisions into proposed tables, or one JSON object a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ansvarskarta.graph.errors import BadInput, DatabaseUnavailable
from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Cell, Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ansvarskarta.graph.values import Row
    from ansvarskarta.loaders.decisions import Batch, Proposals, Reading

FOUND = ("file", "field", "value", "page", "paragraph", "quote", "certainty", "rule")
WRITTEN = ("table", "rows")


def run(context: Context) -> Result:
    """Reads the files; with ``--out`` writes the model's tables, every row proposed.

    A file that can't be read is told, keeps no other from being read, and makes the exit code 3.
    """
    from ansvarskarta.loaders.decisions import read_many

    out = context.value("out")
    state = _state(Path(out)) if out else None
    with context.progress() as progress:
        batch = read_many(
            [Path(path) for path in context.values("files")],
            state=state,
            progress=lambda done, of: progress("read", done, of),
        )
    if state is not None and not batch.readings:
        state.unlink(missing_ok=True)
    _refuse(context, batch)
    result = _written(context, batch, Path(out)) if out else _read(context, batch)
    if state is not None:
        state.unlink(missing_ok=True)
    return result


def _state(out: Path) -> Path:
    """The file beside the folder that holds what was read so far."""
    folder = out.resolve()
    return folder.with_name(f"{folder.name}.read.jsonl")


def _refuse(context: Context, batch: Batch) -> None:
    """Tells what could not be read.

    Raises:
        BadInput: that was the only file, or there was none.
    """
    if not batch.readings and not batch.failures:
        raise BadInput("decisions.nothing")
    for failure in batch.failures:
        error = BadInput(failure.code, file=failure.file)
        if not batch.readings and len(batch.failures) == 1:
            raise error
        context.report(error)


def _read(context: Context, batch: Batch) -> Result:
    objects = [reading.as_json() for reading in batch.readings]
    rows: list[dict[str, Cell]] = [
        {"file": reading.document, **evidence.as_json()} for reading in batch.readings for evidence in reading.evidence
    ]
    several = len(objects) > 1 or bool(batch.failures) or bool(batch.doubles)
    return Result(
        json=None if several else objects[0],
        json_lines=tuple(objects) if several else (),
        sheets=(Sheet(FOUND, rows),),
        notes=_doubles(context, batch),
        exit_code=_exit_code(batch),
    )


def _exit_code(batch: Batch) -> int:
    return BadInput.exit_code if batch.failures else 0


def _written(context: Context, batch: Batch, out: Path) -> Result:
    from ansvarskarta.loaders.decisions.tables import write_rows

    found, rows, said = _proposed(context, batch.readings)
    write_rows(rows, out)
    read = batch.counts()
    counts: list[dict[str, Cell]] = [{"table": name, "rows": len(rows[name])} for name in sorted(rows) if rows[name]]
    return Result(
        json={
            "folder": str(out),
            "counts": read,
            "tables": counts,
            "questions": [question.as_json() for question in found.questions],
            "doubles": batch.doubles,
            "failures": [{"file": failure.file, "code": failure.code} for failure in batch.failures],
        },
        text=context.text(
            "terminal_read.written",
            folder=out,
            rows=sum(map(len, rows.values())),
            **{name: read[name] for name in ("read", "doubles", "failed")},
        ),
        sheets=(Sheet(WRITTEN, counts),),
        notes=(*said, *(question.text(context.lang) for question in found.questions), *_doubles(context, batch)),
        exit_code=_exit_code(batch),
    )


def _proposed(context: Context, readings: Sequence[Reading]) -> tuple[Proposals, dict[str, list[Row]], tuple[str, ...]]:
    """What is proposed, the rows of it that are worth it, and what has to be said where there is no database."""
    from ansvarskarta.graph.proposals import turned_down
    from ansvarskarta.loaders.decisions import proposals
    from ansvarskarta.loaders.decisions.existing import compared, read_names
    from ansvarskarta.loaders.decisions.known import known
    from ansvarskarta.loaders.decisions.tables import but, worth_proposing

    try:
        with context.graph() as graph:
            one = compared(graph, readings, known(read_names(graph)))
            rows = worth_proposing(one.found, one.stands)
            return one.found, but(rows, turned_down(graph, rows)), ()
    except DatabaseUnavailable:
        found = proposals(readings)
        return found, found.rows, (context.text("terminal_read.unlinked"),)


def _doubles(context: Context, batch: Batch) -> tuple[str, ...]:
    return tuple(context.text("terminal_read.double", file=file, of=of) for file, of in batch.doubles.items())


COMMAND = Command(
    name="read",
    group=Group.FILL,
    summary=Words("Läs beslut och föreslå rader.", "Read decisions and propose rows."),
    detail=Words(
        "Läser regeringsbeslut (PDF, DOCX, HTML, Markdown, text) och visar vem som har fått uppdraget, med vem, till "
        "vem och när det redovisas och vad som betalar det, med orden som det vilar på. Med --out skrivs tabeller där "
        "varje rad är ett förslag; inget gäller förrän någon har godtagit det.",
        "Reads government decisions (PDF, DOCX, HTML, Markdown, text) and shows who is given the mandate, with whom, "
        "to whom and when it is reported and what pays for it, with the words it rests on. With --out tables are "
        "written in which every row is a proposal; none holds until somebody has accepted it.",
    ),
    options=(
        Option(
            ("files",),
            Words(
                "Beslut, eller mappar och ZIP-filer med beslut.", "Decisions, or folders and ZIP files of decisions."
            ),
            Words("FIL", "FILE"),
            form=Form.FILE,
            many=True,
        ),
        Option(
            ("--out",),
            Words("Mappen som tabellerna skrivs i.", "The folder to write the tables into."),
            Words("MAPP", "FOLDER"),
            form=Form.FOLDER,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta read beslut.pdf --format json",
            Words("Visar allt som lästes, med belägg.", "Shows all that was read, with its evidence."),
        ),
        Example(
            "ansvarskarta read beslut/ --out forslag/",
            Words("Skriver tabeller med förslag.", "Writes tables of proposals."),
        ),
    ),
    rows=True,
    run=run,
)
