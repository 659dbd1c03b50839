"""``report``: what a coordinator sends the ministry."""

from __future__ import annotations

from pathlib import Path

from ansvarskarta.terminal.command import Command, Example, Form, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Words


def run(context: Context) -> Result:
    """Writes the report and says which chapters it has."""
    from ansvarskarta.exports.report import write_report

    out, first, last = Path(context.must("out")), context.must("from"), context.must("to")
    with context.graph() as graph, context.progress() as progress:
        document = write_report(
            graph,
            out,
            first=first,
            last=last,
            lang=context.lang,
            progress=lambda done, of: progress("write", done, of),
        )
    chapters = [heading.text for heading in document.headings() if heading.level == 1]
    return Result(
        json={"file": str(out), "from": first, "to": last, "title": document.title, "chapters": chapters},
        text=context.text("terminal_export.report", file=out, chapters=", ".join(chapters)),
        notes=document.notices,
    )


COMMAND = Command(
    name="report",
    group=Group.PASS_ON,
    summary=Words("Skriv lägesrapporten för en period.", "Write the report of a period."),
    detail=Words(
        "Vad som ändrades under perioden, luckorna på dess sista dag och det som löper ut inom ett halvår, med källor. "
        "Filnamnets ändelse väljer form: .docx, .html eller .md.",
        "What changed in the period, the gaps on its last day and what ends within half a year, with sources. "
        "The ending of the file's name chooses the form: .docx, .html or .md.",
    ),
    options=(
        Option(
            ("--from",),
            Words("Periodens första dag.", "The period's first day."),
            Words("DATUM", "DATE"),
            form=Form.DATE,
            required=True,
        ),
        Option(
            ("--to",),
            Words("Periodens sista dag.", "The period's last day."),
            Words("DATUM", "DATE"),
            form=Form.DATE,
            required=True,
        ),
        Option(
            ("--out",),
            Words("Filen som skrivs.", "The file to write."),
            Words("FIL", "FILE"),
            form=Form.FILE,
            required=True,
        ),
    ),
    examples=(
        Example(
            "ansvarskarta report --from 2026-01-01 --to 2026-06-30 --out rapport.docx",
            Words("Skriver rapporten för första halvåret.", "Writes the report of the first half of the year."),
        ),
    ),
    run=run,
)
