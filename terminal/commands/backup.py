"""``backup``: everything that the graph holds, in one file."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context, counted
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Words


def run(context: Context) -> Result:
    """Writes the file, whole or not at all."""
    from ansvarskarta.graph.backup import backup

    path = Path(context.must("file"))
    with context.graph() as graph, context.progress() as progress:
        manifest = backup(graph, path, progress=counted(progress, "write"))
    return Result(
        json={"file": str(path), "rows": manifest.rows, "made_at": manifest.made_at, "number": manifest.number},
        text=context.text("terminal_run.backed_up", file=path, rows=manifest.rows),
        notes=(context.text("terminal.demo"),) if manifest.demo else (),
    )


COMMAND = Command(
    name="backup",
    group=Group.KEEP,
    summary=Words("Säkerhetskopiera allt till en fil.", "Back everything up into one file."),
    detail=Words(
        "Filen innehåller all data, förslagen och vem som har ändrat vad. Den är likadan för den inbyggda databasen "
        "och för Neo4j, och kan läsas tillbaka i vilken som helst av dem.",
        "The file holds all data, the proposals, and who changed what. It is the same for the embedded database and "
        "for Neo4j, and can be restored into either.",
    ),
    options=(
        Option(
            ("file",),
            Words("Filen som skrivs; en som redan finns ersätts.", "The file to write; one that is there is replaced."),
            Words("FIL", "FILE"),
            form=Form.FILE,
        ),
    ),
    examples=(
        Example("ansvarskarta backup ansvarskarta-2026-11-25.zip", Words("Kopierar allt.", "Backs everything up.")),
    ),
    run=run,
)
