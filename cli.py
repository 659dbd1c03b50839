"""The terminal's door: what ``ansvarskarta`` runs."""

from __future__ import annotations

import sys

from ansvarskarta.terminal.run import run


def main() -> None:
    """Runs the command that the arguments say and ends with its exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
