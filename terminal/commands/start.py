"""``start``: the whole product on one machine, until Ctrl-C."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from ansvarskarta.terminal.command import Command, Example, Form, Format, Group, Option
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.person import person
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.graph.connection import Graph
    from ansvarskarta.graph.settings import Settings


def run(context: Context) -> None:
    """Opens the database, fills it where that is due, and serves the pages until told to end."""
    from ansvarskarta.terminal import serving

    host, port = context.must("host"), int(context.must("port"))
    settings = context.settings()
    serving.require_free(host, port)
    address = settings.url or serving.url(host, port)
    reason = _why_read_only(context, settings, host)
    context.say(context.text("terminal_run.opening"))
    import ansvarskarta.graph.connection  # noqa: F401  (before any thread: the driver then leaves pandas alone)

    serving.import_meanwhile()
    with context.graph() as graph:
        _fill(context, graph, settings)
        context.say(context.text("terminal_run.starting"))
        _tell_pages(settings, address, read_only=reason is not None)
        serving.serve(host, port, lambda: _announce(context, address, reason))
    context.say("\n" + context.text("terminal_run.ended"))


def _fill(context: Context, graph: Graph, settings: Settings) -> None:
    """Loads the demonstration data into an empty graph: the embedded one unless told not to, others only on request."""
    from ansvarskarta.graph.snapshot import is_empty
    from ansvarskarta.loaders.loading import load_demonstration

    if context.flag("empty") or not (settings.is_embedded or context.flag("demo")):
        return
    if not is_empty(graph):
        if context.flag("demo") and not graph.is_demo():
            context.say(context.text("terminal_run.demo_not_loaded"))
        return
    context.say(context.text("terminal_run.loading_demo"))
    with context.progress() as progress:
        load_demonstration(graph, person=person(), progress=progress)


def _why_read_only(context: Context, settings: Settings, host: str) -> str | None:
    """Why nobody may change anything in the pages; ``None`` where somebody may."""
    from ansvarskarta.graph.settings import is_loopback

    if context.flag("read_only"):
        return context.text("terminal_run.read_only_asked")
    if (settings.editors and settings.user_header) or (is_loopback(host) and not settings.user_header):
        return None
    return context.text("terminal_run.read_only_open", host=host)


def _tell_pages(settings: Settings, address: str, *, read_only: bool) -> None:
    """The pages run in this process and read their settings from its environment."""
    from ansvarskarta.graph.settings import READ_ONLY

    os.environ["ANSVARSKARTA_GRAPH"] = settings.graph
    os.environ["ANSVARSKARTA_URL"] = address
    os.environ[READ_ONLY] = "1" if read_only else ""


def _announce(context: Context, address: str, reason: str | None) -> None:
    """Says where the pages are, once they answer."""
    out = context.streams.out
    if context.format is Format.JSON:
        out.write(json.dumps({"url": address, "read_only": reason}, ensure_ascii=False) + "\n")
    else:
        out.write(context.text("terminal_run.ready", address=address) + "\n")
    out.flush()
    if reason:
        context.say(reason)
    context.say(context.text("terminal_run.how_to_end"))


COMMAND = Command(
    name="start",
    group=Group.BEGIN,
    summary=Words(
        "Starta allt på den här datorn: databas och webbsidor.", "Start it all here: database and web pages."
    ),
    detail=Words(
        "Skriver ut adressen när sidorna svarar. Är den inbyggda databasen tom läses demonstrationsdatan in först; en "
        "databas på en adress rörs inte utan --demo. Avsluta med Ctrl-C: datan finns kvar.",
        "Prints the address when the pages answer. Where the embedded database is empty the demonstration data is "
        "loaded first; a database at an address is left alone without --demo. End with Ctrl-C: the data stays.",
    ),
    options=(
        Option(
            ("--host",),
            Words(
                "Adressen som sidorna nås på. 127.0.0.1 når bara du på den här datorn, 0.0.0.0 når alla i nätet.",
                "The address that the pages answer at. 127.0.0.1 is this machine alone, 0.0.0.0 the whole network.",
            ),
            Words("VÄRD", "HOST"),
            default="127.0.0.1",
        ),
        Option(
            ("--port",),
            Words("Porten som sidorna nås på, 8501 om inget annat anges.", "The pages' port, 8501 unless given."),
            Words("PORT", "PORT"),
            form=Form.PORT,
            default="8501",
        ),
        Option(
            ("--demo",),
            Words(
                "Läs in demonstrationsdatan i en tom databas, också på en adress.",
                "Load the demonstration data into an empty database, at an address too.",
            ),
            one_of="data",
        ),
        Option(
            ("--empty",), Words("Läs inte in demonstrationsdatan.", "Don't load the demonstration data."), one_of="data"
        ),
        Option(("--read-only",), Words("Låt ingen ändra något i sidorna.", "Let nobody change anything in the pages.")),
    ),
    examples=(
        Example("ansvarskarta start", Words("Startar och skriver ut adressen.", "Starts and prints the address.")),
        Example(
            "ansvarskarta start --port 8600 --empty",
            Words("Startar på en annan port, utan demonstrationsdata.", "Starts at another port, with no data."),
        ),
    ),
    run=run,
)
