"""Who sits at the terminal."""

from __future__ import annotations

import getpass


def person() -> str:
    """The operating system's name of the user, under which changes are recorded; ``unknown`` where it has none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
