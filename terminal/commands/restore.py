"""``restore``: puts what a backup holds in the place of all that the graph holds."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context, counted
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Words


def run(context: Context) -> Result:
    """Checks the file, asks where something would be replaced, and restores."""
    from ansvarskarta.graph.archive import verified
    from ansvarskarta.graph.dates import now
    from ansvarskarta.graph.restore import content, restore

    path = Path(context.must("file"))
    manifest = verified(path)
    folder = context.settings().home / "backups"
    with context.graph() as graph:
        if held := content(graph):
            context.confirm(
                context.text(
                    "terminal_run.confirm_restore", held=held, file=path, rows=manifest.rows, day=manifest.made_at[:10]
                )
            )
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        copy = folder / f"before-restore-{now().replace(':', '')}.zip"
        with context.progress() as progress:
            restore(graph, path, replace=True, safe_copy=copy, progress=counted(progress, "write", manifest.rows))
    return Result(
        json={"file": str(path), "rows": manifest.rows, "made_at": manifest.made_at, "replaced": held},
        text=context.text("terminal_run.restored", file=path, rows=manifest.rows, day=manifest.made_at[:10]),
        notes=(context.text("terminal.demo"),) if manifest.demo else (),
    )


COMMAND = Command(
    name="restore",
    group=Group.KEEP,
    summary=Words("Läs tillbaka en säkerhetskopia.", "Restore a backup."),
    detail=Words(
        "Filen kontrolleras först. Finns det något i databasen ersätts allt, men först efter en fråga. Antingen läses "
        "allt tillbaka eller inget.",
        "The file is checked first. Where the database holds something, all of it is replaced, but you are asked "
        "first. Either everything is restored or nothing.",
    ),
    options=(
        Option(
            ("file",),
            Words("En fil som backup har skrivit.", "A file that backup wrote."),
            Words("FIL", "FILE"),
            form=Form.FILE,
        ),
        Option(
            ("--yes",),
            Words("Ersätt det som finns utan att fråga.", "Replace what is there without asking."),
        ),
    ),
    examples=(
        Example("ansvarskarta restore ansvarskarta-2026-11-25.zip", Words("Läser tillbaka allt.", "Restores it all.")),
    ),
    run=run,
)
