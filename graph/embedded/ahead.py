"""Code compiled ahead of time: the engine's first run is recorded, later ones start in less than half the time.

The result lies in the user's cache folder, one file an installation, and serves all folders. Without it all works too.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import platformdirs
from ansvarskarta.graph.embedded.folder import Folder
from ansvarskarta.graph.embedded.installation import Installation
from ansvarskarta.graph.embedded.locks import Lock

OF_EVERY_RUN = ("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
"""Arguments that have to be the same when code is compiled and when it runs."""

_COMPILE_SECONDS = 120.0


def arguments(installation: Installation, folder: Folder) -> tuple[str, ...]:
    """The arguments with which the engine uses what was compiled, or has itself recorded."""
    compiled = _compiled(installation)
    if compiled.exists():
        return (f"-XX:AOTCache={compiled}", "-Xlog:disable", "-Xlog:all=error:stderr")
    return ("-XX:AOTMode=record", f"-XX:AOTConfiguration={_recording(folder)}")


def compile_recorded(installation: Installation, folder: Folder) -> None:
    """Compiles what a run recorded, where it did. To be called when no lock is held: it takes some seconds."""
    recording, compiled = _recording(folder), _compiled(installation)
    if not recording.exists():
        return
    beside = compiled.with_suffix(f".{os.getpid()}")
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with Lock(compiled.with_suffix(".lock")) as lock:
            if lock.take() and not compiled.exists() and _compile(installation, recording, beside):
                beside.replace(compiled)
    except (OSError, subprocess.TimeoutExpired):
        return  # a cache folder that can't be written: the next start is slower, and tries again
    finally:
        beside.unlink(missing_ok=True)
        recording.unlink(missing_ok=True)


def _compile(installation: Installation, recording: Path, output: Path) -> bool:
    arguments = (
        "-XX:AOTMode=create",
        f"-XX:AOTConfiguration={recording}",
        f"-XX:AOTCache={output}",
        *OF_EVERY_RUN,
        "-Xlog:disable",
    )
    done = subprocess.run(  # noqa: S603  # the engine's own Java, and paths of our own
        [str(installation.java), *arguments, "-cp", os.pathsep.join(map(str, installation.jars))],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=_COMPILE_SECONDS,
        check=False,
    )
    return done.returncode == 0


def _compiled(installation: Installation) -> Path:
    return platformdirs.user_cache_path("ansvarskarta", appauthor=False) / f"engine-{installation.fingerprint}.aot"


def _recording(folder: Folder) -> Path:
    return folder.root / "recorded.aotconf"
