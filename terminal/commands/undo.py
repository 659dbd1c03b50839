"""``undo``: takes a load back."""

from __future__ import annotations

from ansvarskarta.terminal.command import Command, Example, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.person import person
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Words


def run(context: Context) -> Result:
    """Makes every row that the load changed what it was before."""
    from ansvarskarta.graph.undo import undo

    undone = context.must("load")
    with context.graph() as graph:
        made = undo(graph, undone, person())
    return Result(
        json={"undone": undone, "load": made.id, "rows": made.rows},
        text=context.text("terminal_load.undone", undone=undone, rows=made.rows, load=made.id),
    )


COMMAND = Command(
    name="undo",
    group=Group.FILL,
    summary=Words("Ta tillbaka en inläsning.", "Take a load back."),
    detail=Words(
        "Varje rad som inläsningen ändrade blir som den var före den. Har något senare ändrat någon av raderna, eller "
        "hänvisar något annat till dem, ändras inget och det sägs vad som hindrar.",
        "Every row that the load changed becomes what it was before it. Where something later touched one of the rows, "
        "or something else refers to them, nothing is changed and the command says what is in the way.",
    ),
    options=(
        Option(
            ("load",),
            Words(
                "Inläsningens id, som load skriver ut och history visar.",
                "The load's id, which load prints and history shows.",
            ),
            Words("INLÄSNING", "LOAD"),
        ),
    ),
    examples=(Example("ansvarskarta undo load-3", Words("Tar tillbaka inläsning load-3.", "Takes load-3 back.")),),
    run=run,
)
