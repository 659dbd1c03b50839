"""Everything that can be checked on this machine, after fetching what that needs: what ``make test`` and CI run.

Only the standard library, so that it runs before anything is installed. It makes ``.venv``, installs the locked
packages, and where it is root on Debian or Ubuntu also Java, Maven, Chromium and LibreOffice. Elsewhere it says what is
missing and how to get it, runs the rest, and says in its last lines what was therefore not tried. With ``CI=true``
nothing may be missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
CI = os.environ.get("CI") == "true"
# Two at a time: much of the time goes to waiting for engines and pages, and each worker starts engines of its own.
# Which stay together is said in tests/conftest.py; the fast ones stay first.
IN_PARALLEL = ("--numprocesses=2", "--dist=loadgroup", "--no-loadscope-reorder")


@dataclass(frozen=True)
class Tool:
    """A program that some tests need and pip can't bring."""

    programs: tuple[str, ...]
    packages: tuple[str, ...]
    needed_for: str
    elsewhere: str

    def missing(self) -> bool:
        """Whether none of its programs is on the path."""
        return not any(shutil.which(program) for program in self.programs)


TOOLS = (
    Tool(("java",), ("default-jre-headless",), "a real Neo4j", "install a Java 17 or 21 runtime"),
    Tool(("mvn",), ("maven",), "fetching Neo4j", "install Apache Maven 3.8 or newer"),
    Tool(
        ("chromium", "chromium-browser", "google-chrome"),
        ("chromium", "fonts-liberation"),
        "the pages in a real browser",
        "install Chromium and put it on the path as chromium",
    ),
    Tool(
        ("soffice", "libreoffice"),
        ("libreoffice-writer-nogui", "libreoffice-calc-nogui"),
        "opening reports and workbooks",
        "install LibreOffice",
    ),
    Tool(("pdftoppm",), ("poppler-utils",), "looking at reports page by page", "install poppler"),
)


def say(message: str) -> None:
    """Prints a line at once, so that it stands before the output of what follows."""
    print(message, flush=True)


def run(*command: str | Path) -> int:
    """Runs a command in the checkout and gives its exit code."""
    say("$ " + " ".join(str(part).replace(str(ROOT) + os.sep, "") for part in command))
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def must(*command: str | Path) -> None:
    """Runs a command that nothing can go on without."""
    if code := run(*command):
        sys.exit(code)


def install(lock: str) -> None:
    """The virtual environment with the locked packages and the product itself."""
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        say("Makes a virtual environment in .venv.")
        venv.create(VENV, with_pip=True)
    say(f"Installs the Python packages of {lock}, each checked against its hash.")
    pip = (BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    must(*pip, "--require-hashes", "-r", lock)
    must(*pip, "--no-deps", "--no-build-isolation", "--editable", ".")


def fetch_tools() -> list[Tool]:
    """Installs what is missing where that is possible, and gives what is missing still."""
    missing = [tool for tool in TOOLS if tool.missing()]
    if missing and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        packages = [package for tool in missing for package in tool.packages]
        say(f"Is root on Debian or Ubuntu, and installs what tests need from its packages: {', '.join(packages)}.")
        run("apt-get", "update", "-qq")
        run(
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            "apt-get",
            "install",
            "-y",
            "-qq",
            "--no-install-recommends",
            *packages,
        )
    return [tool for tool in TOOLS if tool.missing()]


def static_checks() -> int:
    """Lint, form and types, of the tests too; the number of checks that failed."""
    link = ROOT / ".typing" / "ansvarskarta"
    link.parent.mkdir(exist_ok=True)
    if not link.exists():
        link.symlink_to(ROOT, target_is_directory=True)
    checks = (
        (BIN / "ruff", "check", "."),
        (BIN / "ruff", "format", "--check", "."),
        (BIN / "mypy",),
    )
    return sum(bool(run(*check)) for check in checks)


def main() -> int:
    """Installs, checks and tests, as the options say; the exit code is 0 where all passed."""
    parser = argparse.ArgumentParser(description="Install, check and test Ansvarskarta.")
    parser.add_argument("--install-only", action="store_true", help="the product and what it needs, no tests")
    parser.add_argument("--check-only", action="store_true", help="lint, form and types, no tests")
    options = parser.parse_args()
    if options.install_only:
        install("requirements.lock")
        return 0
    install("requirements-dev.lock")
    if options.check_only:
        return bool(static_checks())
    missing = fetch_tools()
    for tool in missing:
        say(f"Missing: {' or '.join(tool.programs)}, for {tool.needed_for}. To have it tried: {tool.elsewhere}.")
    if missing and CI:
        say("CI=true: nothing may be left out.")
        return 1
    failed = static_checks() + bool(run(BIN / "pytest", "-q", "--durations=20", *IN_PARALLEL))
    for tool in missing:
        say(f"Not tried: {tool.needed_for}.")
    say("All passed." if not failed else "Something failed: see above.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
