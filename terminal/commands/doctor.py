"""``doctor``: what is right and wrong with the installation, and how to mend it."""

from __future__ import annotations

from ansvarskarta.terminal.command import Command, Group
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Cell, Result, Sheet
from ansvarskarta.texts import Words

COLUMNS = ("finding", "verdict", "message", "hint")
SIGNS = {"good": "✓", "attention": "!", "bad": "✗"}


def run(context: Context) -> Result:
    """Examines all; ends in 4 where something keeps the product from working."""
    from ansvarskarta.graph.doctor import Verdict, examine

    context.hush()
    findings = examine(context.settings())
    rows: list[dict[str, Cell]] = [
        {
            "finding": finding.key,
            "verdict": finding.verdict.value,
            "message": finding.message(context.lang),
            "hint": finding.hint(context.lang) or None,
        }
        for finding in findings
    ]
    return Result(
        json={"findings": rows},
        text="\n".join(line for row in rows for line in _lines(row)),
        sheets=() if context.is_for_people else (Sheet(COLUMNS, rows),),
        exit_code=4 if any(finding.verdict is Verdict.BAD for finding in findings) else 0,
    )


def _lines(row: dict[str, Cell]) -> list[str]:
    said = [f"{SIGNS[str(row['verdict'])]} {row['message']}"]
    return [*said, f"  {row['hint']}"] if row["hint"] else said


COMMAND = Command(
    name="doctor",
    group=Group.BEGIN,
    summary=Words("Undersök vad som är fel och hur det rättas.", "Examine what is wrong and how to mend it."),
    detail=Words(
        "Tittar på version, databas, rättigheter, schema, klocka, plats och data. Ändrar inget i datan. Slutkoden är 4 "
        "när något hindrar Ansvarskarta från att fungera.",
        "Looks at version, database, rights, schema, clock, room and data. Changes nothing in the data. The exit code "
        "is 4 when something keeps Ansvarskarta from working.",
    ),
    run=run,
)
