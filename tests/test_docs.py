"""Documentation that can't drift: every command shown runs, every link leads somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("data/*.md")])

# Commands that are shown and that this test can't run, each with its reason. All others are run, in their order.
NOT_RUN = {
    "make run": "runs until it is ended; the wheel's test starts the same command",
    "make test": "is what runs this test",
    "make check": "is a part of what runs this test",
    "make format": "changes the checkout",
    ".venv/bin/pytest tests/queries -q --engines embedded": "is a part of the suite that runs this test",
    "make lock": "asks the package registry for newer versions",
    "make campaign GRAPHS=20000": "takes hours",
    "make benchmark": "takes an hour",
    "python3 -m venv .venv": "is what made the environment that runs this test",
    ".venv/bin/python -m pip install --require-hashes -r requirements.lock": "the wheel's test installs the same lock",
    ".venv/bin/python -m pip install --no-deps --no-build-isolation -e .": "tests/run.py has just done it",
    ".venv/bin/ansvarskarta start": "runs until it is ended; the wheel's test starts the same command",
    ".venv/bin/pre-commit install": "changes the checkout's git hooks",
    "export ANSVARSKARTA_GRAPH=bolt://neo4j.example:7687 ANSVARSKARTA_USER=neo4j"
    " ANSVARSKARTA_PASSWORD_FILE=secrets/neo4j_password": "the address is an example; the suite runs on a real Neo4j",
    "docker compose up --detach": "needs a Docker engine",
    "docker compose build --pull": "needs a Docker engine",
    "docker compose exec app ansvarskarta doctor": "needs a Docker engine",
    "docker compose run --rm app start --demo": "needs a Docker engine",
}


def commands(page: Path) -> list[str]:
    """The commands in a page's ``sh`` blocks, in order; a line that ends with a backslash goes on."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [stripped for line in lines if (stripped := line.split(" # ")[0].strip()) and not stripped.startswith("#")]


def test_what_is_not_run_is_still_shown() -> None:
    shown = {command for page in PAGES for command in commands(page)}
    assert sorted(set(NOT_RUN) - shown) == []


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda p: str(p.relative_to(ROOT)))
def test_the_commands_shown_run(page: Path, demonstration_home: Path, tmp_path: Path) -> None:
    """Each page's commands, one after the other, in a folder that starts as a copy of nothing but the Makefile."""
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    keep = {name: value for name, value in os.environ.items() if not name.startswith("ANSVARSKARTA_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), keep["PATH"]])
    script = ["set -euo pipefail"]
    for command in commands(page):
        if command not in NOT_RUN:
            script += [f"echo {shell_quoted(command)}", command]
    done = subprocess.run(
        ["bash", "-c", "\n".join(script)],
        cwd=tmp_path,
        env={**keep, "PATH": path, "ANSVARSKARTA_HOME": str(demonstration_home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_reference_pages_are_what_the_code_declares() -> None:
    script = ROOT / "docs" / "generate.py"
    check = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)
    assert check.returncode == 0, check.stderr


def shell_quoted(text: str) -> str:
    """The text as one word for the shell."""
    return "'" + text.replace("'", "'\\''") + "'"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_no_page_names_this_machine() -> None:
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    here = [f"{parent}/".encode() for parent in (ROOT.parent, Path.home()) if len(parent.parts) > 1]
    faults = [
        name.decode()
        for name in tracked
        if name and (ROOT / name.decode()).is_file()
        for text in [(ROOT / name.decode()).read_bytes()]
        if any(path in text for path in here)
    ]
    assert faults == []
