"""Writes the reference pages from what the code declares: ``python docs/generate.py``.

``--check`` writes nothing, and exits with 1 where a page is not what it would write.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ansvarskarta.graph.model import reference as model
from ansvarskarta.queries import catalogue
from ansvarskarta.queries import reference as questions
from ansvarskarta.terminal import reference as terminal
from ansvarskarta.terminal.registry import commands
from ansvarskarta.texts import Language

DOCS = Path(__file__).resolve().parent


def pages() -> dict[Path, str]:
    """The text of each generated page."""
    return {
        DOCS / "model.md": model.markdown(Language.EN),
        DOCS / "questions.md": questions.page(catalogue().values(), Language.EN),
        DOCS / "terminal.md": terminal.page(commands(), Language.EN),
    }


def main() -> int:
    """Writes or checks all pages."""
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if "--check" in sys.argv[1:]:
            sys.stderr.write(f"{path.name} is not up to date: run python docs/generate.py\n")
        else:
            path.write_text(pages()[path], encoding="utf-8")
    return int(bool(stale) and "--check" in sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
