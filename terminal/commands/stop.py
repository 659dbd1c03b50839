"""``stop``: ends the embedded database."""

from __future__ import annotations

from ansvarskarta.terminal.command import Command, Group
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result
from ansvarskarta.texts import Words


def run(context: Context) -> Result:
    """Ends the engine where it runs; a Neo4j server is somebody else's to end."""
    from ansvarskarta.graph.embedded.link import folder_of
    from ansvarskarta.graph.embedded.status import stop_engine
    from ansvarskarta.graph.errors import WrongUse

    settings = context.settings()
    if not settings.is_embedded:
        raise WrongUse("terminal.not_ours_to_stop", address=settings.graph)
    stopped = stop_engine(folder_of(settings.home))
    return Result(
        json={"stopped": stopped}, text=context.text("terminal_run.stopped" if stopped else "terminal_run.not_running")
    )


COMMAND = Command(
    name="stop",
    group=Group.BEGIN,
    summary=Words("Avsluta den inbyggda databasen.", "End the embedded database."),
    detail=Words(
        "Datan blir kvar. Databasen avslutas annars av sig själv när ingen har använt den på fem minuter, och startar "
        "av sig själv när den behövs.",
        "The data stays. Otherwise the database ends by itself when nobody has used it for five minutes, and starts by "
        "itself when it is needed.",
    ),
    run=run,
)
