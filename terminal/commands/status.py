"""``status``: what runs, where, and with what data. Starts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ansvarskarta.terminal.command import Command, Group
from ansvarskarta.terminal.common import PROGRAM
from ansvarskarta.terminal.context import Context
from ansvarskarta.terminal.result import Result, Sheet
from ansvarskarta.texts import Words

if TYPE_CHECKING:
    from ansvarskarta.graph.embedded.status import EngineStatus
    from ansvarskarta.graph.settings import Settings


def run(context: Context) -> Result:
    """Says whether the database runs, and where it does also what it holds."""
    from importlib.metadata import version

    settings = context.settings()
    facts: dict[str, object] = {"version": version(PROGRAM), "graph": settings.graph}
    lines = [f"{PROGRAM.capitalize()} {facts['version']}"]
    if settings.is_embedded:
        runs = _embedded(context, settings, facts, lines)
    else:
        runs = True
        lines.append(context.text("terminal_run.status_server", address=settings.graph))
    if runs:
        _data(context, facts, lines)
    sheet = Sheet(("fact", "value"), [{"fact": name, "value": value} for name, value in facts.items()])
    return Result(json=facts, text="\n".join(lines), sheets=() if context.is_for_people else (sheet,))


def _embedded(context: Context, settings: Settings, facts: dict[str, object], lines: list[str]) -> bool:
    from ansvarskarta.graph.embedded.link import folder_of
    from ansvarskarta.graph.embedded.status import engine_status

    folder = folder_of(settings.home)
    found = engine_status(folder)
    facts |= {"folder": str(folder.root), "running": found is not None}
    lines.append(context.text("terminal_run.status_folder", folder=folder.root))
    if found is None:
        lines.append(context.text("terminal_run.status_asleep"))
        return False
    facts |= {"address": found.address, "engine": found.engine_version, "since": found.since, "memory": found.memory}
    facts["clients"] = found.clients
    lines.append(_running(context, found))
    return True


def _running(context: Context, found: EngineStatus) -> str:
    return context.text(
        "terminal_run.status_running",
        address=found.address,
        since=found.since,
        memory=found.memory // 1_000_000,
        clients=found.clients,
    )


def _data(context: Context, facts: dict[str, object], lines: list[str]) -> None:
    from ansvarskarta.graph.contents import contents

    with context.graph() as graph:
        held = contents(graph)
    facts |= {
        "nodes": held.nodes,
        "relationships": held.relationships,
        "data_version": held.version,
        "loaded_at": held.loaded_at,
        "demo": held.is_demo,
    }
    key = "status_data" if held.loaded_at else "status_no_load"
    lines.append(
        context.text(
            f"terminal_run.{key}", nodes=held.nodes, relationships=held.relationships, loaded_at=held.loaded_at
        )
    )
    if held.is_demo:
        lines.append(context.text("terminal.demo"))


COMMAND = Command(
    name="status",
    group=Group.BEGIN,
    summary=Words("Visa vad som körs, var och med vilken data.", "Show what runs, where, and with what data."),
    detail=Words(
        "Startar inget. En inbyggd databas som inte körs startar av sig själv när något frågas.",
        "Starts nothing. An embedded database that does not run starts by itself when something is asked.",
    ),
    run=run,
)
