"""The one way to the graph: :func:`open_graph`, whichever engine the settings name."""

from __future__ import annotations

from ansvarskarta.graph.embedded.link import EmbeddedLink, folder_of
from ansvarskarta.graph.link import Engine
from ansvarskarta.graph.opening import ensure
from ansvarskarta.graph.server import ServerLink
from ansvarskarta.graph.settings import Settings
from ansvarskarta.graph.transactions import DataVersion, Graph, State

BACKUPS = "backups"
"""The folder in the product's home for backups that it makes by itself."""


def open_graph(settings: Settings) -> Graph:
    """The graph that the settings name, its schema in order. The embedded engine is started where it does not run.

    Raises:
        DatabaseUnavailable: it can't be reached or started, refuses us, or holds what is not ours.
    """
    if settings.is_embedded:
        folder = folder_of(settings.home)
        graph = Graph(lambda: EmbeddedLink(folder))
    else:
        graph = Graph(lambda: ServerLink(settings))
    try:
        ensure(graph, settings.home / BACKUPS)
    except BaseException:
        graph.close()
        raise
    return graph


__all__ = ["DataVersion", "Engine", "Graph", "State", "open_graph"]
