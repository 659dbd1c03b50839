"""``check``: what ``load`` would find wrong in tables, with no database."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.problems import problem_counts, problem_notes, problem_sheet
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Words


def run(context: Context) -> Result:
    """Reads and checks the files by themselves; references must be met within them."""
    from ansvarskarta.loaders.checking import check
    from ansvarskarta.loaders.reading import read_paths

    with context.progress() as progress:
        tables = read_paths([Path(path) for path in context.values("paths")], lambda _: progress("read", 0, 0))
        progress("check", 0, 0)
        problems = check(tables).problems
    counts = problem_counts(problems)
    rows = sum(len(source.lines) for source in tables.sources)
    said = context.text("terminal_load.checked", rows=rows, files=len(tables.files), **counts)
    return Result(
        json={
            "rows": rows,
            "files": [{"name": file.name, "sha256": file.sha256} for file in tables.files],
            "counts": counts,
            "problems": [problem.as_json(context.lang) for problem in problems],
        },
        text=said,
        sheets=(problem_sheet(problems, context.lang),),
        notes=problem_notes(problems, context.lang),
        exit_code=1 if problems.has_errors else 0,
    )


COMMAND = Command(
    name="check",
    group=Group.FILL,
    summary=Words("Kontrollera tabeller utan att läsa in dem.", "Check tables without loading them."),
    detail=Words(
        "Visar alla fel på en gång, med fil, rad, kolumn och vad du kan göra. Ingen databas behövs: tabellerna "
        "kontrolleras för sig, så allt de hänvisar till måste finnas bland dem.",
        "Shows all that is wrong at once, with file, line, column and what to do. No database is needed: the tables "
        "are checked by themselves, so everything that they refer to must be among them.",
    ),
    options=(
        Option(
            ("paths",),
            Words("Mappar, CSV-, XLSX- eller ZIP-filer.", "Folders, CSV, XLSX or ZIP files."),
            Words("SÖKVÄG", "PATH"),
            form=Form.FILE,
            many=True,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta check tabeller/",
            Words("Kontrollerar alla tabeller i mappen.", "Checks all tables in the folder."),
        ),
    ),
    rows=True,
    run=run,
)
