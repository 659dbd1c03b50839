"""The Neo4j driver, loaded without what it would load beside itself.

Where pandas and pyarrow are installed (the pages bring them) the driver imports both, for values that we never send:
half a second on each terminal command. Everything here takes ``neo4j`` from this module.
"""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_OPTIONAL = ("numpy", "pandas", "pyarrow")


@contextmanager
def _as_if_absent(names: tuple[str, ...]) -> Iterator[None]:
    """Within it, the modules that are not imported yet seem not installed; the driver does without them."""
    absent = [name for name in names if name not in sys.modules]
    if threading.active_count() > 1:  # another thread may be importing them in earnest
        absent = []
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # Python's own way to say: not to be found
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)


with _as_if_absent(_OPTIONAL):
    import neo4j
    import neo4j.exceptions

# What goes wrong is raised, and then told in a sentence; the driver would also print it to standard error.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

__all__ = ["neo4j"]
