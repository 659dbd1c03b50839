"""The terminal's door: what ``ansvarskarta`` runs."""

from __future__ import annotations

import signal
import sys

from ansvarskarta.terminal.run import run


def main() -> None:
    """Runs the command that the arguments say and ends with its exit code."""
    # Told to end it cleans up as when interrupted: no half-written file is left behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
