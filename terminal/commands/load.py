"""``load``: tables into the graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ansvarskarta.graph.errors import WrongUse
from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.person import person
from ansvarskarta.terminal.problems import problem_counts, problem_notes, problem_sheet
from ansvarskarta.terminal.result import Cell, Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.loaders.problems import Problems
    from ansvarskarta.loaders.replacing import Removal
    from ansvarskarta.loaders.result import LoadResult
    from ansvarskarta.loaders.tables import Tables

# A person reads no more changes than this at a terminal; JSON holds all.
SHOWN = 200
COUNTED = ("table", "new", "changed", "removed", "unchanged")
CHANGED = ("table", "row", "change", "property", "from", "to")


def run(context: Context) -> Result:
    """Reads, checks, compares and writes; or with ``--dry-run`` says what would be written."""
    if template := context.value("template"):
        return _template(context, Path(template))
    if not context.values("paths"):
        raise WrongUse("terminal.no_paths")
    done = _load(context)
    if report := context.value("report"):
        _report(context, Path(report), done.tables, done.problems)
    return _result(done, context)


def _template(context: Context, path: Path) -> Result:
    from ansvarskarta.loaders.template import write_template

    if path.suffix.casefold() != ".xlsx":
        raise WrongUse("terminal.template_kind", file=path.name)
    write_template(path, context.lang)
    return Result(json={"template": str(path)}, text=context.text("terminal_load.template", file=path))


def _report(context: Context, path: Path, tables: Tables, problems: Problems) -> None:
    from ansvarskarta.loaders.report import write_report

    write_report(path, tables, problems, context.lang)
    context.say(context.text("terminal_load.reported", file=path))


def _load(context: Context) -> LoadResult:
    """Loads.

    Raises:
        TablesRefused: the tables have errors; with ``--report`` they stand in its file.
    """
    from ansvarskarta.loaders.loading import TablesRefused, load

    with context.graph() as graph, context.progress() as progress:
        try:
            return load(
                graph,
                [Path(path) for path in context.values("paths")],
                person=person(),
                dry_run=context.flag("dry_run"),
                replace=context.flag("replace"),
                replace_demo=context.flag("replace_demo"),
                confirm=lambda removals: _confirm(context, removals),
                progress=progress,
            )
        except TablesRefused as refused:
            if report := context.value("report"):
                _report(context, Path(report), refused.tables, refused.problems)
            raise


def _confirm(context: Context, removals: Sequence[Removal]) -> bool:
    tables = ", ".join(f"{removal.table.name} ({removal.removed}/{removal.of})" for removal in removals)
    context.confirm(context.text("terminal_load.confirm", tables=tables))
    return True


def _result(done: LoadResult, context: Context) -> Result:
    counts: list[dict[str, Cell]] = [
        dict(zip(COUNTED, (name, n.created, n.changed, n.removed, n.unchanged), strict=True))
        for name, n in done.counts().items()
    ]
    changes = _changes(done)
    sheets = [Sheet(COUNTED, counts, title=context.text("terminal_load.counts"))]
    if changes:
        sheets.append(Sheet(CHANGED, changes[:SHOWN], title=context.text("terminal_load.changes")))
    if len(done.problems):
        sheets.append(problem_sheet(done.problems, context.lang))
    return Result(
        json={
            "load": done.load_id or None,
            "dry_run": done.is_dry_run,
            "demo": done.is_demo,
            "tables": counts,
            "changes": changes,
            "counts": problem_counts(done.problems),
            "problems": [problem.as_json(context.lang) for problem in done.problems],
        },
        text=_sentence(done, context),
        sheets=tuple(sheets),
        notes=_notes(done, context, len(changes)),
    )


def _changes(done: LoadResult) -> list[dict[str, Cell]]:
    """What changes in rows that were there: one a property, or one for a row that goes."""
    found: list[dict[str, Cell]] = []
    for change in done.changes():
        head: dict[str, Cell] = {"table": change.table.name, "row": change.key, "change": change.what}
        if change.what == "removed":
            found.append(head | {"property": None, "from": None, "to": None})
        elif change.what == "changed":
            found += [
                head | {"property": difference.column, "from": difference.before, "to": difference.after}
                for difference in change.differences
            ]
    return found


def _sentence(done: LoadResult, context: Context) -> str:
    if done.changes_nothing and not done.load_id:
        return context.text("terminal_load.nothing")
    total = done.total()
    key = "terminal_load.would" if done.is_dry_run else "terminal_load.did"
    return context.text(
        key,
        created=total.created,
        changed=total.changed,
        removed=total.removed,
        unchanged=total.unchanged,
        load=done.load_id,
    )


def _notes(done: LoadResult, context: Context, changes: int) -> tuple[str, ...]:
    notes = list(problem_notes(done.problems, context.lang))
    if changes > SHOWN:
        notes.append(context.text("terminal_load.more_changes", count=changes - SHOWN))
    if done.is_demo:
        notes.append(context.text("terminal.demo"))
    return tuple(notes)


COMMAND = Command(
    name="load",
    group=Group.FILL,
    summary=Words("Läs in tabeller i databasen.", "Load tables into the database."),
    detail=Words(
        "Allt kontrolleras innan något skrivs. Finns det fel skrivs inget och slutkoden är 3. Det som inte står i "
        "filerna blir kvar; med --replace försvinner det ur de tabeller som filerna innehåller, men aldrig något som "
        "annat hänvisar till.",
        "Everything is checked before anything is written. Where there are errors nothing is written and the exit code "
        "is 3. What the files do not hold stays; with --replace it goes, within the tables that the files hold, but "
        "never what something else refers to.",
    ),
    options=(
        Option(
            ("paths",),
            Words("Mappar, CSV-, XLSX- eller ZIP-filer.", "Folders, CSV, XLSX or ZIP files."),
            Words("SÖKVÄG", "PATH"),
            form=Form.FILE,
            many=True,
            optional=True,
        ),
        Option(
            ("--dry-run",),
            Words("Visa vad som skulle ändras, utan att ändra.", "Show what would change, and change nothing."),
        ),
        Option(
            ("--replace",),
            Words(
                "Ta bort det som filerna inte innehåller, ur de tabeller som de innehåller.",
                "Remove what the files do not hold, from the tables that they do hold.",
            ),
        ),
        Option(
            ("--replace-demo",),
            Words(
                "Byt demonstrationsdatan mot de egna tabellerna.",
                "Put your own tables in place of the demonstration data.",
            ),
        ),
        Option(
            ("--yes",),
            Words(
                "Svara ja på frågan som ställs när mer än en femtedel av en tabell skulle tas bort.",
                "Say yes to what is asked when more than a fifth of a table would go.",
            ),
        ),
        Option(
            ("--report",),
            Words(
                "Skriv det som är fel eller bör ses över till en fil: .json, .csv, eller .xlsx, som är en kopia av "
                "tabellerna med cellerna märkta.",
                "Write what is wrong or to be looked at into a file: .json, .csv, or .xlsx, which is a copy of the "
                "tables with the cells marked.",
            ),
            Words("FIL", "FILE"),
            form=Form.FILE,
        ),
        Option(
            ("--template",),
            Words(
                "Skriv en tom arbetsbok att fylla i, med förklaringar och listor att välja ur.",
                "Write an empty workbook to fill in, with explanations and lists to choose from.",
            ),
            Words("FIL.xlsx", "FILE.xlsx"),
            form=Form.FILE,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta load tabeller/ --dry-run", Words("Visar vad som skulle ändras.", "Shows what would change.")
        ),
        Example(
            "ansvarskarta load --template mall.xlsx", Words("Skriver en tom arbetsbok.", "Writes an empty workbook.")
        ),
        Example("ansvarskarta load flaskhalsar.xlsx", Words("Läser in en arbetsbok.", "Loads a workbook.")),
    ),
    run=run,
)
