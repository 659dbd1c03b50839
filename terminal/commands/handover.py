"""``handover``: the package of what ends with an actor or a mandate."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result, Sheet
from ansvarskarta.texts import Words

COLUMNS = ("target_name", "role", "actor_name", "renewed", "other_owners")


def run(context: Context) -> Result:
    """Writes the package, and names the days on which something ends where nothing does on the day given."""
    from ansvarskarta.exports.facts import Facts
    from ansvarskarta.exports.handover import Asked, chapters, ending_days, write_package
    from ansvarskarta.exports.stored import stored_content

    out = Path(context.must("out"))
    asked = Asked(context.must("date"), context.value("actor"), context.value("mandate"))
    with context.graph() as graph, context.progress() as progress:
        write_package(
            graph,
            out,
            asked,
            lang=context.lang,
            url=context.settings().url,
            progress=lambda done, of: progress("write", done, of),
        )
        facts = Facts(graph, stored_content(graph, context.lang))
        answer = facts.ask("handover", asked.date, **asked.parameters)
        days = ending_days(facts.content, asked)
        left = [str(row["target_name"]) for row in chapters.left(facts, asked)]
    lines = [context.text("terminal_export.handover", file=out, number=len(answer.rows), day=asked.date)]
    if left:
        lines += [context.text("terminal_export.left", number=len(left)), *(f"- {name}" for name in left)]
    notes = list(answer.notes)
    if not answer.rows:
        later = [day for day in days if day > asked.date]
        key = "terminal_export.no_end" if later else "terminal_export.no_end_ever"
        notes.append(context.text(key, day=asked.date, days=", ".join(later)))
    return Result(
        json={"file": str(out), "days": days, **answer.as_json()},
        text="\n".join(lines),
        sheets=() if context.is_for_people else (Sheet(COLUMNS, answer.rows),),
        notes=tuple(notes),
    )


COMMAND = Command(
    name="handover",
    group=Group.PASS_ON,
    summary=Words("Skriv överlämningspaketet.", "Write the handover package."),
    detail=Words(
        "En ZIP-fil med det som upphör den dagen, vad som blir utan ägare, vilka som kan ta över, rapport, kalender "
        "och alla tabeller med hela historiken. Börja med LÄS MIG.html. Paketet kan läsas in igen med load.",
        "A ZIP file of what ends on that day, what is left without an owner, who could take over, a report, a calendar "
        "and all tables with the whole history. Begin with LÄS MIG.html. The package can be loaded again.",
    ),
    options=(
        Option(("--actor",), Words("Aktören som lämnar över.", "The actor who hands over."), Words("ID", "ID")),
        Option(("--mandate",), Words("Uppdraget som upphör.", "The mandate that ends."), Words("ID", "ID")),
        Option(
            ("--date",),
            Words("Den sista dagen.", "The last day."),
            Words("DATUM", "DATE"),
            form=Form.DATE,
            required=True,
        ),
        Option(
            ("--out",),
            Words("Filen som skrivs, med ändelsen .zip.", "The file to write, ending with .zip."),
            Words("FIL", "FILE"),
            form=Form.FILE,
            required=True,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta handover --actor agency:tillvaxtverket --date 2026-12-31 --out paket.zip",
            Words("Skriver paketet för Tillväxtverket.", "Writes the package of Tillväxtverket."),
        ),
    ),
    run=run,
)
